import { useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { Button, showToast } from '@/ui';
import { touchedByJobs } from './jobsQuery';

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

interface Props {
  job: { id: string; name: string };
  size?: 'small';
}

/** **Run now**: begins a run, and leads to it. */
export function RunNow({ job, size }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { run, isPending } = useMutation(RunDocument, touchedByJobs);
  async function begin() {
    try {
      const { jobRun, userErrors } = (await run({ input: { id: job.id } })).runJob;
      if (jobRun) void navigate(routes.run(job.id, jobRun.id));
      else showToast({ message: userErrors[0]?.message, tone: 'bad' });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }
  return (
    <Button size={size} isPending={isPending} onPress={() => void begin()} aria-label={t`Run ${job.name} now`}>
      {t`Run now`}
    </Button>
  );
}
