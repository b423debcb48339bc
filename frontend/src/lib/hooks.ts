import { useCallback, useMemo, useRef, useState } from 'react';
import { type AnyVariables, useClient, useQuery as useUrqlQuery } from 'urql';
import type { TypedDocumentString } from '@/gen/graphql';
import { accept } from './endpoint';
import { type Failure, failureOf } from './failure';
import { SubmissionKeys } from './idempotency';

export { usePages } from './usePages';

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

/**
 * Asks, shows what is known at once, and asks again after a mutation touched the same types; `shows` names those of a
 * list that may be empty.
 */
export function useQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  options: { isPaused?: boolean; shows?: readonly string[] } = {},
): QueryState<Data> {
  const types = options.shows?.join();
  const context = useMemo(() => (types ? { additionalTypenames: types.split(',') } : undefined), [types]);
  const [state, execute] = useUrqlQuery<Data, AnyVariables>({
    query: document.toString(),
    variables: variables as AnyVariables,
    pause: options.isPaused,
    context,
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
  const types = touches?.join();
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
            additionalTypenames: types?.split(','),
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
    [client, document, types],
  );

  return { run, isPending };
}

/**
 * A number that costs the server much to find: asked for in the background, and only where `isNeeded`. Undefined until
 * it is known for these variables; while it is asked for again, the one before.
 */
export function useExactCount<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => number,
  isNeeded: boolean,
): number | undefined {
  const { data, isStale } = useQuery(document, variables, { isPaused: !isNeeded });
  const [known, setKnown] = useState<{ key: string; count: number }>();
  const key = JSON.stringify(variables);
  const count = isNeeded && data && !isStale ? pick(data) : undefined;
  if (count !== undefined && (known?.key !== key || known.count !== count)) setKnown({ key, count });
  return isNeeded && known?.key === key ? known.count : undefined;
}
