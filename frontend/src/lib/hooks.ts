import type { CombinedError } from '@urql/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type AnyVariables, useClient, useQuery as useUrqlQuery } from 'urql';
import type { TypedDocumentString } from '@/gen/graphql';
import { broken, type Failure, failureFrom, offline } from './failure';
import { SubmissionKeys } from './idempotency';
import { accept } from './request';

function failureOf(error: CombinedError | undefined): Failure | undefined {
  if (!error) return undefined;
  if (error.networkError && !error.response) return offline();
  return failureFrom(error.graphQLErrors) ?? broken();
}

export interface QueryState<Data> {
  data: Data | undefined;
  /** Why there is no data, or none newer than `data`. */
  failure: Failure | undefined;
  /** Nothing to show yet. */
  isLoading: boolean;
  /** What is shown is being asked for again. */
  isStale: boolean;
  refetch: () => void;
}

/** Asks, shows what is known at once, and asks again after a mutation touched the same types. */
export function useQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  options: { isPaused?: boolean } = {},
): QueryState<Data> {
  const [state, execute] = useUrqlQuery<Data, AnyVariables>({
    query: document.toString(),
    variables: variables as AnyVariables,
    pause: options.isPaused,
    requestPolicy: 'cache-and-network',
  });
  return {
    data: state.data,
    failure: failureOf(state.error),
    isLoading: state.fetching && !state.data,
    isStale: state.stale || (state.fetching && !!state.data),
    refetch: useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]),
  };
}

/**
 * A mutation to run. Throws a Failure when no data came. While one runs, the same variables again give the same
 * promise, so a double click does a thing once. Queries that show what the answer contains, or a type in `touches`, ask again.
 */
export function useMutation<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  { touches }: { touches?: readonly string[] } = {},
) {
  const client = useClient();
  const [isPending, setPending] = useState(false);
  const keys = useRef(new SubmissionKeys());
  const running = useRef<{ content: string; promise: Promise<Data> } | undefined>(undefined);

  const run = useCallback(
    (variables: Variables): Promise<Data> => {
      const content = JSON.stringify(variables);
      if (running.current?.content === content) return running.current.promise;
      const headers = { Accept: accept, 'Idempotency-Key': keys.current.keyFor(content) };

      async function send() {
        const result = await client
          .mutation<Data>(document.toString(), variables as AnyVariables, {
            fetchOptions: { credentials: 'same-origin', headers },
            additionalTypenames: touches?.slice(),
          })
          .toPromise();
        const failure = failureOf(result.error);
        if (failure?.kind !== 'offline') keys.current.answered();
        if (failure) throw failure;
        return result.data as Data;
      }

      setPending(true);
      const promise = send().finally(() => {
        if (running.current?.promise === promise) running.current = undefined;
        setPending(!!running.current);
      });
      running.current = { content, promise };
      return promise;
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- which types it touches is a matter of the document
    [client, document],
  );

  return { run, isPending };
}

interface Connection<Row> {
  edges: readonly { node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number;
}

/** A list that grows page by page: `pick` finds the connection; `$first` and `$after` are filled in. */
export function usePages<
  Data,
  Variables extends { first?: unknown; after?: unknown },
  Page extends Connection<unknown>,
>(
  document: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  pick: (data: Data) => Page,
  pageSize = 50,
) {
  type Row = Page['edges'][number]['node'];
  const client = useClient();
  const firstPage = useQuery(document, { ...variables, first: pageSize, after: null } as unknown as Variables);
  const [more, setMore] = useState<{ to: Data | undefined; pages: Page[] }>({ to: undefined, pages: [] });
  const [moreFailure, setMoreFailure] = useState<Failure>();
  const [isLoadingMore, setLoadingMore] = useState(false);

  // Rows that are shown stay when they can't be read again.
  const [last, setLast] = useState(firstPage.data);
  if (firstPage.data && firstPage.data !== last) setLast(firstPage.data);
  const data = firstPage.data ?? last;
  const first = useMemo(() => (data ? pick(data) : undefined), [data, pick]);
  // Pages that followed another first page (other filters, or things changed) are forgotten.
  const pages = more.to === data ? more.pages : [];
  const rows = useMemo(
    () => [first, ...pages].flatMap((page) => page?.edges.map((edge) => edge.node as Row) ?? []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `pages` is made anew on each render when there are none
    [first, more],
  );
  const info = (pages.at(-1) ?? first)?.pageInfo;

  const loadMore = useCallback(() => {
    if (!info?.hasNextPage || isLoadingMore) return;
    const to = data;
    setLoadingMore(true);
    setMoreFailure(undefined);
    void client
      .query<Data>(
        document.toString(),
        { ...variables, first: pageSize, after: info.endCursor },
        { requestPolicy: 'network-only' },
      )
      .toPromise()
      .then((result) => {
        setLoadingMore(false);
        const failure = failureOf(result.error);
        if (failure || !result.data) setMoreFailure(failure ?? broken());
        else {
          const page = pick(result.data);
          setMore((was) => ({ to, pages: was.to === to ? [...was.pages, page] : [page] }));
        }
      });
  }, [client, document, variables, pageSize, pick, info, isLoadingMore, data]);

  return {
    rows,
    /** The first page as it came, for what it says besides rows. */
    first,
    /** What the server counted, 0 while unknown. */
    totalCount: first?.totalCount ?? rows.length,
    hasMore: !!info?.hasNextPage && !moreFailure,
    loadMore,
    isLoading: firstPage.isLoading,
    isStale: firstPage.isStale,
    failure: firstPage.failure ?? moreFailure,
    refetch: () => {
      setMoreFailure(undefined);
      firstPage.refetch();
    },
  };
}
