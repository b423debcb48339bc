import { Trans, useLingui } from '@lingui/react/macro';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useParams } from 'react-router';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useFormat } from '@/lib/format';
import { useMutation, useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import {
  Badge,
  Button,
  Card,
  EmptyState,
  Link,
  LinkButton,
  Note,
  PageBody,
  PageHeader,
  Row,
  showToast,
  Skeleton,
  Stack,
} from '@/ui';
import { fieldNames, JobForm } from './JobForm';
import { JobActions } from './JobActions';
import { inputOf, type Job, JobsQuery, type JobValues, stateOf, touchedByJobs, valuesOf } from './jobsQuery';
import { useScheduleWords } from './useScheduleWords';

const none = {};

/** One job: what it does and when, its runs, and **Run now**. */
export default function JobPage() {
  const { t } = useLingui();
  const { id } = useParams();
  const { data, failure, refetch } = useQuery(JobsQuery, none);
  const job = data?.jobs.find((each) => each.id === id);
  const back = { href: routes.jobs, label: t`Back to the jobs` };
  if (job) return <Known key={job.id} job={job} back={back} refetch={refetch} />;
  return (
    <>
      <PageHeader title={data ? t`No such job` : t`Job`} back={back} />
      <PageBody>
        {data ? (
          <EmptyState
            icon={CalendarClock}
            title={t`This job does not exist, or you may not see it.`}
            actions={<LinkButton href={routes.jobs}>{t`Back to the jobs`}</LinkButton>}
          />
        ) : failure ? (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        ) : (
          <Skeleton lines={6} />
        )}
      </PageBody>
    </>
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
          <Runs job={job} />
        </Card>
      </PageBody>
    </>
  );
}

function EditJob({ job, refetch }: { job: Job; refetch: () => void }) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const { run } = useMutation(UpdateDocument, touchedByJobs);
  // What the form began with: what was saved elsewhere meanwhile is a conflict, and not written over.
  const [version, setVersion] = useState(job.version);
  const form = useForm<JobValues>({ defaultValues: valuesOf(job), shouldFocusError: false });
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames,
    send: async (values: JobValues) => {
      const payload = (await run({ input: { id: job.id, version, ...inputOf(values) } })).updateJob;
      if (payload.userErrors.some(({ code }) => code === 'CONFLICT')) refetch();
      return payload;
    },
    onSaved: ({ job: saved, undo }) => {
      if (!saved) return;
      setVersion(saved.version);
      showToast({ message: <Trans>{saved.name} was saved.</Trans>, undo: takeBack(undo) });
    },
  });
  return (
    <>
      {job.version !== version && (
        <Note
          tone="warn"
          title={<Trans>This job was changed elsewhere meanwhile.</Trans>}
          actions={
            <Button
              onPress={() => {
                form.reset(valuesOf(job));
                setVersion(job.version);
              }}
            >{t`Load it anew`}</Button>
          }
        />
      )}
      <JobForm {...{ form, onSubmit, problems, attempt, isPending }} label={job.name} />
    </>
  );
}

/** The last runs, newest first. */
function Runs({ job }: { job: Job }) {
  const { t } = useLingui();
  const format = useFormat();
  if (job.runs.edges.length === 0) return <p>{t`It did not run yet.`}</p>;
  return (
    <Stack>
      {job.runs.edges.map(({ node: run }) => {
        const { word, tone } = stateOf(run);
        return (
          <Row key={run.id}>
            <Link href={routes.run(job.id, run.id)}>{format.dateTime(run.createdAt)}</Link>
            <Badge tone={tone}>{t(word)}</Badge>
            <span>
              <Trans>
                {format.count(run.handled)} handled, {format.count(run.failed)} failed
              </Trans>
            </span>
          </Row>
        );
      })}
    </Stack>
  );
}
