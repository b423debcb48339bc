import { useEffect, useEffectEvent, useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '@/gen';
import type { UseRunQuery } from '@/gen/graphql';
import { refreshAll } from '@/lib/client';
import { type Followed, follow } from './following';
import { useTell } from './useTell';

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

/** How far a run is, asked again and again; once it is over, what came of it is said, and the list reads anew. */
export function useRun(followed: Followed): Run | undefined {
  const client = useClient();
  const tell = useTell();
  const [run, setRun] = useState<Run>();
  const { id } = followed;
  const onEnd = useEffectEvent((found: Run | undefined) => {
    follow(undefined);
    refreshAll(client);
    if (found) tell(found, followed.doing);
  });
  useEffect(() => {
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
      onEnd(found);
    };
    void ask(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, id]);
  return run?.id === id ? run : undefined;
}
