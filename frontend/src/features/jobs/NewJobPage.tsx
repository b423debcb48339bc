import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff } from '@/lib/viewer';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { ErrorSummary, PageBody, PageHeader, showToast } from '@/ui';
import { JobForm, useFieldNames } from './JobForm';
import { JobsOff } from './JobsOff';
import { inputOf, type JobValues, suggested, touchedByJobs } from './jobsQuery';
import { useJobChecks } from './useJobChecks';

const CreateDocument = graphql(`
  mutation NewJobPage($input: CreateJobInput!) {
    createJob(input: $input) {
      job {
        id
        name
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
        relatedId
      }
      warnings {
        code
        field
        message
        relatedId
      }
    }
  }
`);

/** A new job; a daily one that sends notices is suggested. */
export default function NewJobPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const isOn = useSwitchedOff('JOBS') === undefined;
  const { run } = useMutation(CreateDocument, touchedByJobs);
  const form = useForm<JobValues>({
    defaultValues: { ...suggested(), name: t`Daily notices` },
    shouldFocusError: false,
    resolver: useJobChecks(),
  });
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames: useFieldNames(form.control),
    send: async (values: JobValues) => (await run({ input: inputOf(values) })).createJob,
    onSaved: ({ job, undo }) => {
      if (!job) return;
      showToast({ message: <Trans>{job.name} was created.</Trans>, undo: takeBack(undo) });
      void navigate(routes.job(job.id), { replace: true });
    },
  });
  return (
    <>
      <PageHeader title={t`New Job`} back={{ href: routes.jobs, label: t`Back to the jobs` }} />
      <PageBody layout="narrow">
        {isOn ? (
          <JobForm
            {...{ form, onSubmit, isPending }}
            label={t`New Job`}
            problems={<ErrorSummary problems={problems} attempt={attempt} />}
          />
        ) : (
          <JobsOff />
        )}
      </PageBody>
    </>
  );
}
