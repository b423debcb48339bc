import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import styles from './Skeleton.module.css';

/** True once `milliseconds` have passed since it was first asked: what comes sooner needs no placeholder. */
export function useDelayed(milliseconds = 150): boolean {
  const [hasPassed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return hasPassed;
}

/** One grey line; width in percent. */
export function SkeletonLine({ width = 100 }: { width?: number }) {
  return <span aria-hidden className={styles.line} style={{ inlineSize: `${width}%` }} />;
}

const widths = [62, 84, 48, 76, 56, 90];

/** Grey lines where text will be, after 150 ms; says "Loading" to screen readers. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useLingui();
  const isShown = useDelayed();
  return (
    <div role="status" aria-label={isShown ? t`Loading` : undefined} className={styles.lines}>
      {isShown && Array.from({ length: lines }, (_, i) => <SkeletonLine key={i} width={widths[i % widths.length]} />)}
    </div>
  );
}
