import { useCallback, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type AnyVariables, useClient } from 'urql';
import type { TypedDocumentString } from '@/gen/graphql';
import { wasAskedEarly } from './early';
import { broken, type Failure, failureOf } from './failure';
import { type Connection, PageReader, type Where } from './pages';
import { usualPageSize } from './pageSize';

/** The variables that say which page; `last` and `before` only where a list can be read from its end. */
interface Window {
  first?: unknown;
  after?: unknown;
  last?: unknown;
  before?: unknown;
}

interface FirstPage {
  failure: Failure | undefined;
  isStale: boolean;
}

/**
 * A list that is read page by page, from its start and, where the document takes `$last` and `$before`, from its end.
 * `pick` finds the connection; those variables are filled in. Rows stay while they are read again, which happens after
 * a mutation touched their types; rows of other variables stay only until the first of the new ones come.
 */
export function usePages<Data, Variables extends Window, Page extends Connection<{ id: string }>>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, keyof Window>,
  pick: (data: Data) => Page,
  pageSize = usualPageSize,
) {
  type Row = Page['edges'][number]['node'];
  const client = useClient();
  const text = document.toString();
  const key = JSON.stringify(variables);

  const ask = useCallback(
    (where: Where, isNew: boolean) => {
      const all: AnyVariables = {
        ...(JSON.parse(key) as AnyVariables),
        ...('after' in where ? { first: pageSize, after: where.after } : { last: pageSize, before: where.before }),
      };
      const isEarly = !isNew && wasAskedEarly(text, all);
      const requestPolicy = isNew ? 'network-only' : isEarly ? 'cache-first' : 'cache-and-network';
      return client.query<Data>(text, all, { requestPolicy });
    },
    [client, text, key, pageSize],
  );
  const reader = useMemo(
    () =>
      new PageReader<Row, Page>(async (where) => {
        const { data, error } = await ask(where, true).toPromise();
        const failure = failureOf(error);
        if (failure || !data) throw failure ?? broken();
        return pick(data);
      }),
    [ask, pick],
  );
  const [first, setFirst] = useState<FirstPage & { of: typeof reader }>();
  const [attempt, setAttempt] = useState(0);

  // In front of the paint: what is known already is shown at once.
  useLayoutEffect(() => {
    let known: Data | undefined;
    const { unsubscribe } = ask({ after: null }, attempt > 0).subscribe(({ data, error, stale }) => {
      const failure = failureOf(error);
      if (data && !failure && data !== known) reader.begin(pick(data));
      known = data;
      if (stale) reader.doubt();
      setFirst({ of: reader, failure, isStale: stale });
    });
    return unsubscribe;
  }, [ask, attempt, reader, pick]);

  const [shown, setShown] = useState(reader);
  const isAnswered = first?.of === reader;
  // Until rows of a new list are known, those of the one before stay.
  if (shown !== reader && isAnswered && !first.failure) setShown(reader);
  const flat = useSyncExternalStore(shown.subscribe, shown.flat);
  const { head, failures } = useSyncExternalStore(shown.subscribe, shown.ends);
  const page = head[0];

  const rows: readonly Row[] = flat.rows;
  const isLoading = !page && !first?.failure;
  const moreFailure = failures.end ?? failures.back ?? failures.more;
  return {
    rows,
    /** The first page as it came, for what it says besides rows. */
    first: page,
    /** What the server counted, 0 while unknown. */
    totalCount: Math.max(page?.totalCount ?? 0, rows.length),
    /** To be spread into a Grid. */
    grid: {
      rows,
      tailCount: flat.tailCount,
      hasMore: flat.hasMore,
      onMore: shown.more,
      onBack: shown.back,
      onSight: shown.see,
      onRetry: shown.retry,
      moreFailure: moreFailure?.message,
      list: shown,
      isLoading,
    },
    /** There is another page, and the way to it, for lists that are no Grid. */
    hasMore: flat.hasMore && !moreFailure,
    loadMore: shown.more,
    /** For a Grid as well, where the document takes `$last` and `$before`: the way to the end of the list. */
    onEnd: shown.end,
    /** The row after another one, or before it, across pages; undefined where there is none. */
    neighbour: shown.neighbour,
    isLoading,
    isStale: shown !== reader || !isAnswered || first.isStale,
    failure: isAnswered ? first.failure : undefined,
    moreFailure,
    retry: shown.retry,
    refetch: useCallback(() => {
      reader.doubt();
      setAttempt((count) => count + 1);
    }, [reader]),
  };
}
