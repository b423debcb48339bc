import { type Run, useRun } from '@/parts/runs/useRun';
import { type Followed, follow } from './following';
import { useTell } from './useTell';

/** How far the run is that is followed; once it is over, what came of it is said. */
export function useFollowedRun({ id, doing }: Followed): Run | undefined {
  const tell = useTell();
  return useRun(id, (found) => {
    follow(undefined);
    if (found) tell(found, doing);
  });
}
