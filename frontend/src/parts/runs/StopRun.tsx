import { useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { Button, showToast } from '@/ui';

const StopDocument = graphql(`
  mutation StopRun($id: ID!) {
    stopRun(input: { id: $id }) {
      jobRun {
        id
        state
      }
      userErrors {
        message
      }
    }
  }
`);

/** Ends a run; what it did stays. */
export function StopRun({ id }: { id: string }) {
  const { t } = useLingui();
  const { run, isPending } = useMutation(StopDocument);
  async function stop() {
    try {
      const refusal = (await run({ id })).stopRun.userErrors[0];
      if (refusal) showToast({ message: refusal.message, tone: 'bad' });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }
  return <Button isPending={isPending} onPress={() => void stop()}>{t`Stop`}</Button>;
}
