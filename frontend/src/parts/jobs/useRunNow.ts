import { useCallback } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';

const RunDocument = graphql(`
  mutation RunNow($input: IDInput!) {
    runJob(input: $input) {
      jobRun {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

/** Whoever waits is told by it. */
const touched = { touches: ['Job', 'JobRun', 'JobRunConnection', 'NextNotice', 'User'] };

/** Begins a run of a job: answers which, or why there is none. */
export function useRunNow() {
  const { run, isPending } = useMutation(RunDocument, touched);
  const begin = useCallback(
    async (job: string): Promise<{ run?: string; why?: string }> => {
      try {
        const { jobRun, userErrors } = (await run({ input: { id: job } })).runJob;
        return { run: jobRun?.id, why: userErrors[0]?.message };
      } catch (thrown) {
        return { why: asFailure(thrown).message };
      }
    },
    [run],
  );
  return { begin, isPending };
}
