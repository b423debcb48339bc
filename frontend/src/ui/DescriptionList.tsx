import { useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import styles from './DescriptionList.module.css';

export interface DescriptionListProps {
  /** What is empty shows a dash and reads "not given". */
  items: readonly { term: string; value: ReactNode }[];
}

/** Names and values in two columns. */
export function DescriptionList({ items }: DescriptionListProps) {
  const { t } = useLingui();
  return (
    <dl className={styles.list}>
      {items.map(({ term, value }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>
            {value || value === 0 ? (
              value
            ) : (
              <span className={styles.nothing}>
                <span aria-hidden>–</span>
                <span className="visually-hidden">{t`not given`}</span>
              </span>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Several tags that wrap. */
export function Tags({ children }: { children: ReactNode }) {
  return <span className={styles.tags}>{children}</span>;
}
