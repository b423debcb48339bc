import { ArrowDownToLine, ArrowUpToLine } from 'lucide-react';
import type { RefObject } from 'react';
import { IconButton } from '../IconButton';
import type { GridHandle } from './props';
import styles from './Grid.module.css';

export interface GridEndsProps {
  grid: RefObject<GridHandle | null>;
  /** "Back to the first": the label of the button that leads there. */
  firstLabel: string;
  /** "Go to the last user". */
  lastLabel: string;
}

/** Two quiet buttons beside a list's count that lead to its ends. */
export function GridEnds({ grid, firstLabel, lastLabel }: GridEndsProps) {
  return (
    <span className={styles.ends}>
      <IconButton label={firstLabel} icon={ArrowUpToLine} size="small" onPress={() => grid.current?.toStart()} />
      <IconButton label={lastLabel} icon={ArrowDownToLine} size="small" onPress={() => grid.current?.toEnd()} />
    </span>
  );
}
