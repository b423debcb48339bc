import { Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import { StopRun } from '@/parts/runs/StopRun';
import { ActionBar, ActionBarEnd, Progress } from '@/ui';
import type { Followed } from './following';
import { useDoing } from './useBulkWords';
import { useFollowedRun } from './useFollowedRun';

/** How far a run is, and the way to stop it. */
export function Going({ followed }: { followed: Followed }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const run = useFollowedRun(followed);
  const doing = useDoing()[followed.doing];
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
        <StopRun id={followed.id} />
      </ActionBarEnd>
    </ActionBar>
  );
}
