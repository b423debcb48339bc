import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { routes } from '@/lib/routes';
import { useRunNow } from '@/parts/jobs/useRunNow';
import { Button, showToast } from '@/ui';
import type { Job } from './jobsQuery';
import { PurgeConfirm } from './PurgeConfirm';
import { purgeDays } from './stepValues';

interface Props {
  job: Job;
  /** Among others: small, and told apart from theirs by the name of its job. */
  isInList?: boolean;
}

/** **Run now**: begins a run, and leads to it. What erases is asked about first. */
export function RunNow({ job, isInList }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { begin, isPending } = useRunNow();
  const [isAsking, setAsking] = useState(false);
  const days = purgeDays(job.steps);
  async function press() {
    const { run, why } = await begin(job.id);
    if (run) void navigate(routes.run(job.id, run));
    else showToast({ message: why, tone: 'bad' });
  }
  return (
    <>
      <Button
        size={isInList ? 'small' : undefined}
        isPending={isPending}
        onPress={() => (days === undefined ? void press() : setAsking(true))}
        aria-label={isInList ? t`Run now: ${job.name}` : undefined}
      >
        {t`Run now`}
      </Button>
      {isAsking && days !== undefined && (
        <PurgeConfirm days={days} label={t`Run now`} onClose={() => setAsking(false)} onConfirm={press} />
      )}
    </>
  );
}
