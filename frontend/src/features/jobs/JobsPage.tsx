import { Trans, useLingui } from '@lingui/react/macro';
import { CalendarClock } from 'lucide-react';
import { useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import {
  Badge,
  Button,
  Card,
  DescriptionList,
  EmptyState,
  LinkButton,
  Note,
  PageBody,
  PageHeader,
  Skeleton,
  Stack,
} from '@/ui';
import { JobsOff } from './JobsOff';
import { type Job, stateOf } from './jobsQuery';
import { RunNow } from './RunNow';
import { useJobs } from './useJobs';
import { useTaskWords } from './useJobText';
import { useScheduleWords } from './useScheduleWords';

/** **Jobs**: what Portico does by itself, when it does it next, and what came of it last. */
export default function JobsPage() {
  const { t } = useLingui();
  const { jobs, isOn, failure, refetch } = useJobs();
  return (
    <>
      <PageHeader
        title={t`Jobs`}
        actions={
          isOn && (
            // Without any, the one that is suggested is the way to go.
            <LinkButton
              href={routes.newJob}
              variant={jobs?.length === 0 ? 'default' : 'primary'}
            >{t`New Job`}</LinkButton>
          )
        }
      />
      <PageBody>
        <JobsOff />
        {failure && (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        )}
        {isOn && (jobs ? <List jobs={jobs} /> : !failure && <Skeleton lines={6} />)}
      </PageBody>
    </>
  );
}

function List({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useLingui();
  if (jobs.length === 0) {
    return (
      <EmptyState
        icon={CalendarClock}
        title={t`No jobs yet.`}
        actions={<LinkButton href={routes.newJob} variant="primary">{t`Schedule a daily Notification job`}</LinkButton>}
      >
        <Trans>
          Users whose account waits for a notice are told by a Notification job. One that runs every day is a good
          start.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <Stack>
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </Stack>
  );
}

function JobCard({ job }: { job: Job }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useScheduleWords();
  const taskWords = useTaskWords();
  const last = job.runs.edges[0]?.node;
  const state = last && stateOf(last);
  return (
    <Card
      as="article"
      title={job.name}
      actions={
        <>
          {!job.enabled && <Badge tone="warn">{t`Paused`}</Badge>}
          <RunNow job={job} isInList />
          <LinkButton size="small" href={routes.job(job.id)} aria-label={t`Open ${job.name}`}>{t`Open`}</LinkButton>
        </>
      }
    >
      <DescriptionList
        items={[
          { term: t`Schedule`, value: words(job.schedule, job.timeZone) },
          { term: t`Next run`, value: job.nextRunAt ? format.dateTime(job.nextRunAt) : t`none` },
          {
            term: t`Job Steps`,
            value: taskWords(job.steps.map(({ task }) => task)) || t`none`,
          },
          {
            term: t`Last result`,
            value:
              last && state ? (
                <>
                  <Badge tone={state.tone}>{t(state.word)}</Badge>{' '}
                  <Trans>
                    {format.dateTime(last.createdAt)}, {format.count(last.handled)} handled, {format.count(last.failed)}{' '}
                    failed
                  </Trans>
                </>
              ) : (
                t`It did not run yet.`
              ),
          },
        ]}
      />
    </Card>
  );
}
