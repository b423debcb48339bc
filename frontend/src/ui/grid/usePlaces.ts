import { useCallback, useMemo } from 'react';
import { indexAt, layOut, placeAt } from './layout';
import type { GridPages, Identified } from './props';

/** Where each loaded row stands, and what is missing between them; twelve waiting rows while nothing is known. */
export function usePlaces<T extends Identified>({ rows, tailCount = 0, hasMore = false, isLoading }: GridPages<T>) {
  const layout = useMemo(
    () => (isLoading ? { head: 0, gap: 12, tail: 0 } : layOut(rows.length, tailCount, hasMore)),
    [isLoading, rows, tailCount, hasMore],
  );
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const places = useMemo(() => new Map(ids.map((id, index) => [id, placeAt(layout, index)])), [ids, layout]);
  const placeOfId = useCallback((id: string) => places.get(id), [places]);
  const idAt = useCallback(
    (place: number) => {
      const index = indexAt(layout, place);
      return index === undefined ? undefined : ids[index];
    },
    [layout, ids],
  );
  const rowAt = (place: number) => {
    const index = indexAt(layout, place);
    return index === undefined ? undefined : rows[index];
  };
  return { layout, ids, placeOfId, idAt, rowAt };
}
