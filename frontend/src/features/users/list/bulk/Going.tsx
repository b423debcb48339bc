import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { ActionBar, ActionBarEnd, Button, Progress, showToast } from '@/ui';
import type { Followed } from './following';
import { useDoing } from './useBulkWords';
import { useFollowedRun } from './useFollowedRun';

const StopDocument = graphql(`
  mutation Going($id: ID!) {
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

/** How far a run is, and the way to stop it. */
export function Going({ followed }: { followed: Followed }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const run = useFollowedRun(followed);
  const doing = useDoing()[followed.doing];
  const { run: stop, isPending } = useMutation(StopDocument);
  const handled = count(run?.handled ?? 0);
  const total = run?.total == null ? undefined : count(run.total);
  return (
    <ActionBar label={t`Progress`}>
      <span>{doing}…</span>
      <Progress label={doing} value={run?.handled ?? 0} max={run?.total ?? undefined} />
      {total !== undefined && (
        <span>
          <Trans>
            {handled} of {total}
          </Trans>
        </span>
      )}
      <ActionBarEnd>
        <Button
          isPending={isPending}
          onPress={() =>
            void stop({ id: followed.id }).catch((thrown: unknown) =>
              showToast({ message: asFailure(thrown).message, tone: 'bad' }),
            )
          }
        >
          {t`Stop`}
        </Button>
      </ActionBarEnd>
    </ActionBar>
  );
}
