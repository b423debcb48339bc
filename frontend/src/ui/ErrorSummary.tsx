import { Plural } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from './Link';
import { Note } from './Note';
import styles from './Note.module.css';

/** One problem of a form. */
export interface Problem {
  message: ReactNode;
  /** Focuses the field; without it the message is plain text. */
  onGo?: () => void;
  /** What can be done about it: links such as Open or Reactivate. */
  actions?: ReactNode;
}

export interface ErrorSummaryProps {
  problems: readonly Problem[];
  /** Changes with every refused submission; each change moves the focus here. */
  attempt: number;
  title?: ReactNode;
  tone?: 'bad' | 'warn';
}

/** All that is wrong with a form, at its top. Receives focus on every refused submission. */
export function ErrorSummary({ problems, attempt, title, tone = 'bad' }: ErrorSummaryProps) {
  const ref = useRef<HTMLDivElement>(null);
  const isShown = problems.length > 0;
  useEffect(() => {
    if (attempt === 0 || !isShown) return;
    ref.current?.focus({ preventScroll: true });
    // In the middle, so that what belongs to it is in sight too.
    ref.current?.scrollIntoView?.({ block: 'center' });
  }, [attempt, isShown]);
  if (!isShown) return null;
  return (
    <Note
      ref={ref}
      tone={tone}
      tabIndex={-1}
      role="alert"
      title={
        title ?? (
          <Plural
            value={problems.length}
            one="Nothing was saved: there is a problem."
            other="Nothing was saved: there are # problems."
          />
        )
      }
    >
      <ul className={styles.list}>
        {problems.map((problem, index) => (
          <li key={index}>
            {problem.onGo ? (
              <Link look="inherit" onPress={problem.onGo}>
                {problem.message}
              </Link>
            ) : (
              problem.message
            )}
            {problem.actions && <> {problem.actions}</>}
          </li>
        ))}
      </ul>
    </Note>
  );
}
