import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/gen';
import type { UseRunQuery } from '@/gen/graphql';
import { refreshAll } from '@/lib/client';

const RunQuery = graphql(`
  query UseRun($id: ID!) {
    node(id: $id) {
      __typename
      ... on JobRun {
        id
        state
        total
        handled
        failed
        log
        finishedAt
        failuresUrl
        undo {
          token
        }
        undoReport {
          kept {
            name
          }
        }
      }
    }
  }
`);

export type Run = Extract<UseRunQuery['node'], { __typename: 'JobRun' }>;

/** How long after an answer it is asked again, in milliseconds: less often once it takes long. */
const waits = { soon: 500, later: 2000, soonFor: 40 };

/**
 * How far a run is, asked again and again; once it is over, everything shown is read anew and `onEnd` is told, with undefined for
 * one that is somebody else's by now. Without an id, nothing is asked.
 */
export function useRun(id: string | undefined, onEnd: (run: Run | undefined) => void): Run | undefined {
  const client = useClient();
  const [run, setRun] = useState<Run>();
  const end = useEffectEvent((found: Run | undefined) => {
    refreshAll(client);
    onEnd(found);
  });
  useEffect(() => {
    if (!id) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const ask = async (times: number) => {
      const { data, error } = await client
        .query<UseRunQuery>(RunQuery.toString(), { id }, { requestPolicy: 'network-only' })
        .toPromise();
      if (isOver) return;
      const found = data?.node?.__typename === 'JobRun' ? data.node : undefined;
      if (found) setRun(found);
      // Nothing there is somebody else's by now; no answer is tried again.
      const isDone = found ? !!found.finishedAt : !error;
      if (!isDone) {
        timer = setTimeout(() => void ask(times + 1), times < waits.soonFor ? waits.soon : waits.later);
        return;
      }
      end(found);
    };
    void ask(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, id]);
  return run?.id === id ? run : undefined;
}
