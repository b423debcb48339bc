import type { ReactNode, Ref } from 'react';

export interface GridColumn<T> {
  id: string;
  /** The heading; with `hideHeading` only read aloud. */
  label: string;
  hideHeading?: boolean;
  /** A track of grid-template-columns: `118px`, `minmax(190px, 1.3fr)`. */
  width: string;
  cell: (row: T) => ReactNode;
  isSortable?: boolean;
  /** Leaves the column out below this width of the grid, in pixels: what is left must still make sense. */
  minGridWidth?: number;
  /** `roomy`: several things beside each other, 9 px apart; `end`: controls at the far end. */
  layout?: 'text' | 'roomy' | 'end';
}

export interface GridSort {
  column: string;
  direction: 'ascending' | 'descending';
}

/** Leads to the ends of a list from outside it; the row takes the focus. */
export interface GridHandle {
  toStart: () => void;
  toEnd: () => void;
}

/** What tells a row from the others. */
export interface Identified {
  id: string;
}

/** What a Grid shows of a list that is read page by page: `usePages` gives all of it as its `grid`. */
export interface GridPages<T> {
  /** The rows that are loaded: those from the first on, then those at the end. */
  rows: readonly T[];
  /** How many of `rows` are the last ones of the list; the missing ones are in front of them. */
  tailCount?: number;
  /** Rows are missing: after `rows`, or between them and the tail. */
  hasMore?: boolean;
  /** Asks for the rows after the head, or in front of the tail, when they come near; once per change of `rows`. */
  onMore?: () => void;
  onBack?: () => void;
  /** Asks for the end of the list. */
  onEnd?: () => void;
  /** Why rows did not come: said in their place, with a Retry. */
  moreFailure?: string;
  onRetry?: () => void;
  /** Tells which of `rows` are in sight. */
  onSight?: (from: number, to: number) => void;
  /** Which list it is; another one begins at its top. */
  list?: unknown;
  /** Nothing is known yet: placeholder rows, after 150 ms. */
  isLoading?: boolean;
}

export interface GridProps<T extends Identified> extends GridPages<T> {
  label: string;
  columns: readonly GridColumn<T>[];
  /** How many there are on the server. */
  rowCount: number;
  /** How a row is called: the label of its checkbox. */
  rowName: (row: T) => string;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** Enter on a row. */
  onOpen?: (row: T) => void;
  /** Space on a row. */
  onPeek?: (row: T) => void;
  /** E on a row. */
  onEdit?: (row: T) => void;
  /** Shift F10 or the menu key on a row; `at` is where the focus is. */
  onMenu?: (row: T, at: HTMLElement) => void;
  /** The row that is shown beside the list: it stands out, and is kept in sight. */
  current?: string;
  /** With `onSelect`, every row has a checkbox; X, and Shift with the arrows, select too. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: ReadonlySet<string>) => void;
  /** Row height in pixels: 32, 40 or 48. Touch screens get at least 48. */
  rowHeight?: 32 | 40 | 48;
  /** Instead of rows, when there are none. */
  empty?: ReactNode;
  ref?: Ref<GridHandle>;
}
