import { useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { routes } from '@/lib/routes';
import { useRunNow } from '@/parts/jobs/useRunNow';
import { Button, showToast } from '@/ui';

interface Props {
  job: { id: string; name: string };
  /** Among others: small, and told apart from theirs by the name of its job. */
  isInList?: boolean;
}

/** **Run now**: begins a run, and leads to it. */
export function RunNow({ job, isInList }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { begin, isPending } = useRunNow();
  async function press() {
    const { run, why } = await begin(job.id);
    if (run) void navigate(routes.run(job.id, run));
    else showToast({ message: why, tone: 'bad' });
  }
  return (
    <Button
      size={isInList ? 'small' : undefined}
      isPending={isPending}
      onPress={() => void press()}
      aria-label={isInList ? t`Run now: ${job.name}` : undefined}
    >
      {t`Run now`}
    </Button>
  );
}
