import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { canEverywhere, useSwitchedOff, useViewer } from '@/lib/viewer';
import { useRunNow } from '@/parts/jobs/useRunNow';
import { Button, LinkButton } from '@/ui';

const NextQuery = graphql(`
  query NextNotice {
    nextNotice {
      at
      job {
        id
      }
    }
  }
`);

const none = {};

/** When whoever waits for a notice is told, with **Run now** or **Schedule one** for those who keep the jobs. */
export function NextNotice() {
  const { t } = useLingui();
  const format = useFormat();
  const isOff = useSwitchedOff('JOBS') !== undefined;
  const maySchedule = canEverywhere(useViewer(), 'JOBS_WRITE') && !isOff;
  const { data } = useQuery(NextQuery, none);
  if (!data) return <Trans>The notice goes out with the next Notification job.</Trans>;
  const { at, job } = data.nextNotice;
  if (!at)
    return (
      <>
        <Trans>No Notification job is scheduled.</Trans>{' '}
        {maySchedule && <LinkButton size="small" href={routes.newJob}>{t`Schedule one`}</LinkButton>}
      </>
    );
  return (
    <>
      <Trans>The notice goes out with the next Notification job, {format.dateTime(at)}.</Trans>{' '}
      {job && maySchedule && <RunNow job={job.id} />}
    </>
  );
}

function RunNow({ job }: { job: string }) {
  const { t } = useLingui();
  const { begin, isPending } = useRunNow();
  const [said, setSaid] = useState<{ run?: string; why?: string }>();
  if (said?.run) return <LinkButton size="small" href={routes.run(job, said.run)}>{t`It runs.`}</LinkButton>;
  if (said) return said.why;
  return (
    <Button size="small" isPending={isPending} onPress={() => void begin(job).then(setSaid)}>
      {t`Run now`}
    </Button>
  );
}
