import { Trans, useLingui } from '@lingui/react/macro';
import { CalendarClock } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { useParams } from 'react-router';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { NotShown } from '@/parts/absent/NotShown';
import { SaveProblems } from '@/parts/conflict/SaveProblems';
import { useVersions } from '@/parts/conflict/useVersions';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Badge, Card, PageBody, PageHeader, showToast } from '@/ui';
import { JobForm, useFieldNames } from './JobForm';
import { JobsOff } from './JobsOff';
import { JobActions } from './JobActions';
import { RunsOf } from './RunsOf';
import { inputOf, type Job, type JobValues, touchedByJobs, valuesOf } from './jobsQuery';
import { useJobs } from './useJobs';
import { useJobChecks } from './useJobChecks';
import { useJobText } from './useJobText';
import { useScheduleWords } from './useScheduleWords';

/** One job: what it does and when, its runs, and **Run now**. */
export default function JobPage() {
  const { t } = useLingui();
  const { id } = useParams();
  const { jobs, isOn, failure, isStale, refetch } = useJobs();
  const job = jobs?.find((each) => each.id === id);
  const back = { href: routes.jobs, label: t`Back to the jobs` };
  if (job) return <Known key={job.id} job={job} back={back} refetch={refetch} />;
  return (
    <NotShown
      title={t`Job`}
      missing={{
        icon: CalendarClock,
        title: t`No such job`,
        sentence: t`This job does not exist, or you may not see it.`,
      }}
      isMissing={!!jobs && !isStale}
      off={!isOn && <JobsOff />}
      {...{ back, failure, refetch }}
      layout="narrow"
    />
  );
}

const UpdateDocument = graphql(`
  mutation JobPage($input: UpdateJobInput!) {
    updateJob(input: $input) {
      job {
        id
        version
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

interface Props {
  job: Job;
  back: { href: string; label: string };
  refetch: () => void;
}

function Known({ job, back, refetch }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useScheduleWords();
  return (
    <>
      <PageHeader
        title={job.name}
        back={back}
        meta={
          <>
            {!job.enabled && <Badge tone="warn">{t`Paused`}</Badge>}
            <span>{words(job.schedule, job.timeZone)}</span>
            {job.nextRunAt && (
              <span>
                · <Trans>next run {format.dateTime(job.nextRunAt)}</Trans>
              </span>
            )}
          </>
        }
        actions={<JobActions job={job} />}
      />
      <PageBody layout="narrow">
        <EditJob job={job} refetch={refetch} />
        <Card title={t`Runs`}>
          <RunsOf id={job.id} />
        </Card>
      </PageBody>
    </>
  );
}

function EditJob({ job, refetch }: { job: Job; refetch: () => void }) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const words = useJobText();
  const { run } = useMutation(UpdateDocument, touchedByJobs);
  const now = { version: job.version, values: valuesOf(job) };
  const form = useForm<JobValues>({
    defaultValues: now.values,
    shouldFocusError: false,
    resolver: useJobChecks(),
  });
  const versions = useVersions(form, now);
  const { base, begin } = versions;
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames: useFieldNames(form.control),
    send: async (values: JobValues) =>
      (await run({ input: { id: job.id, version: base.version, ...inputOf(values) } })).updateJob,
    onSaved: ({ job: saved, undo }, values) => {
      if (!saved) return;
      begin({ version: saved.version, values: { ...values, name: saved.name } });
      showToast({ message: <Trans>{saved.name} was saved.</Trans>, undo: takeBack(undo) });
    },
  });
  return (
    <JobForm
      {...{ form, onSubmit, isPending }}
      label={job.name}
      problems={
        <SaveProblems
          {...{ versions, problems, attempt, refetch, words }}
          outrun={t`Nothing was saved: somebody else changed this job in the meantime.`}
        />
      }
    />
  );
}
