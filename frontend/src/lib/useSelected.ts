import { useMemo, useState } from 'react';

const none: ReadonlySet<string> = new Set();

/** Which rows of a list are selected: some, by their ids, or all that it finds, loaded or not. */
export interface Selected {
  ids: ReadonlySet<string>;
  isAll: boolean;
  select: (ids: ReadonlySet<string>) => void;
  selectAll: () => void;
}

/** What is selected stays while the list scrolls and sorts, and goes when it finds others: `list` says which it is. */
export function useSelected(list: string, rows: readonly { id: string }[]): Selected {
  const [chosen, choose] = useState({ list, ids: none, isAll: false });
  const { ids, isAll } = chosen.list === list ? chosen : { ids: none, isAll: false };
  const shown = useMemo(() => (isAll ? new Set(rows.map(({ id }) => id)) : ids), [isAll, ids, rows]);
  return {
    ids: shown,
    isAll,
    select: (ids) => choose({ list, ids, isAll: false }),
    selectAll: () => choose({ list, ids: none, isAll: true }),
  };
}
