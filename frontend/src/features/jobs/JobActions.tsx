import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Confirm, showToast } from '@/ui';
import { type Job, touchedByJobs } from './jobsQuery';
import { RunNow } from './RunNow';

const PauseDocument = graphql(`
  mutation PauseJob($input: UpdateJobInput!) {
    updateJob(input: $input) {
      job {
        id
        version
        enabled
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        message
      }
    }
  }
`);

const DeleteDocument = graphql(`
  mutation DeleteJob($input: IDInput!) {
    deleteJob(input: $input) {
      deletedId
      undo {
        token
        expiresAt
      }
      userErrors {
        message
      }
    }
  }
`);

/** **Run now**, **Pause** or **Resume**, and **Delete…**. */
export function JobActions({ job }: { job: Job }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const [isAsking, setAsking] = useState(false);
  const pausing = useMutation(PauseDocument, touchedByJobs);
  const deleting = useMutation(DeleteDocument, touchedByJobs);
  const name = <strong>{job.name}</strong>;

  async function pause() {
    try {
      const input = { id: job.id, version: job.version, enabled: !job.enabled };
      const { userErrors, undo } = (await pausing.run({ input })).updateJob;
      if (userErrors[0]) return showToast({ message: userErrors[0].message, tone: 'bad' });
      const message = job.enabled ? <Trans>{name} is paused.</Trans> : <Trans>{name} runs again.</Trans>;
      showToast({ message, undo: takeBack(undo) });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  async function remove() {
    try {
      const { userErrors, undo } = (await deleting.run({ input: { id: job.id } })).deleteJob;
      if (userErrors[0]) return showToast({ message: userErrors[0].message, tone: 'bad' });
      showToast({ message: <Trans>{name} was deleted.</Trans>, undo: takeBack(undo) });
      void navigate(routes.jobs, { replace: true });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  return (
    <>
      <RunNow job={job} />
      <Button isPending={pausing.isPending} onPress={() => void pause()}>
        {job.enabled ? t`Pause` : t`Resume`}
      </Button>
      <Button variant="danger" onPress={() => setAsking(true)}>{t`Delete…`}</Button>
      <Confirm
        title={t`Delete ${job.name}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmLabel={t`Delete`}
        isDestructive
        onConfirm={remove}
      >
        <p>
          <Trans>It runs no more; what its runs did stays.</Trans>
        </p>
      </Confirm>
    </>
  );
}
