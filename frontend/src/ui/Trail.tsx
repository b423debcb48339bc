import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './Badge';
import { cx } from './cx';
import styles from './Trail.module.css';

/** One thing that happened. */
export interface TrailItem {
  id: string;
  icon: LucideIcon;
  tone: Tone;
  title: string;
  /** When, ready to show. */
  time?: ReactNode;
  /** The fix, or what else there is to know. */
  rest?: ReactNode;
  /** A small button at the end: a bin, say. */
  action?: ReactNode;
}

/** What happened to one thing, newest first: the fate of an invitation, say. */
export function Trail({ items, label }: { items: readonly TrailItem[]; label: string }) {
  return (
    <ol className={styles.trail} aria-label={label}>
      {items.map(({ id, icon: Icon, tone, title, time, rest, action }) => (
        <li key={id} className={cx(styles[tone])}>
          <Icon aria-hidden strokeWidth={1.6} />
          <div>
            <div className={styles.title}>{title}</div>
            {rest && <div className={styles.rest}>{rest}</div>}
          </div>
          {time && <span className={styles.time}>{time}</span>}
          {action && <span className={styles.action}>{action}</span>}
        </li>
      ))}
    </ol>
  );
}
