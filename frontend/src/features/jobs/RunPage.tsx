import { Trans, useLingui } from '@lingui/react/macro';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { graphql, readFragment } from '@/gen';
import type { RunFactsFragment } from '@/gen/graphql';
import { useEvents } from '@/lib/events';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation, useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff } from '@/lib/viewer';
import { NotShown } from '@/parts/absent/NotShown';
import { StopRun } from '@/parts/runs/StopRun';
import { Badge, Button, Card, DescriptionList, LinkButton, Note, PageBody, PageHeader, showToast } from '@/ui';
import { JobsOff } from './JobsOff';
import { stateOf, touchedByJobs } from './jobsQuery';

const RunFacts = graphql(`
  fragment RunFacts on JobRun {
    id
    kind
    job {
      id
      name
    }
    state
    total
    handled
    failed
    log
    createdAt
    startedAt
    finishedAt
    failuresUrl
  }
`);

const RunQuery = graphql(`
  query RunPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on JobRun {
        ...RunFacts
      }
    }
  }
`);

const LiveDocument = graphql(`
  subscription RunGoesOn($id: ID!) {
    jobRun(id: $id) {
      ...RunFacts
    }
  }
`);

const RetryDocument = graphql(`
  mutation RetryFailed($input: IDInput!) {
    retryFailed(input: $input) {
      jobRun {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

type Run = RunFactsFragment;

/** A run as it stands, and as it goes on. */
function useRunOf(id: string, isOn: boolean) {
  const { data, ...state } = useQuery(RunQuery, { id }, { isPaused: !isOn });
  const [told, setTold] = useState<Run>();
  const asked = data?.node?.__typename === 'JobRun' ? readFragment(RunFacts, data.node) : undefined;
  const run = told?.id === id ? told : asked;
  const goesOn = !!run && !run.finishedAt;
  useEvents(
    LiveDocument,
    { id },
    { onData: ({ jobRun }) => setTold(readFragment(RunFacts, jobRun)), isPaused: !goesOn },
  );
  return { run: isOn ? run : undefined, goesOn, isMissing: !!data && !state.isStale, ...state };
}

/** One run of a job: how far it is, what it says, and the failed to try again. */
export default function RunPage() {
  const { t } = useLingui();
  const { id = '', run: runId = '' } = useParams();
  const isOn = useSwitchedOff('JOBS') === undefined;
  const { run, goesOn, isMissing, failure, refetch } = useRunOf(runId, isOn);
  const job = run ? run.job : { id };
  const back = job
    ? { href: routes.job(job.id), label: t`Back to the job` }
    : { href: routes.jobs, label: t`Back to the jobs` };
  if (!run)
    return (
      <NotShown
        title={t`Run`}
        missing={{
          icon: CalendarClock,
          title: t`No such run`,
          sentence: t`This run does not exist, or you may not see it.`,
        }}
        off={!isOn && <JobsOff />}
        {...{ back, isMissing, failure, refetch }}
        layout="narrow"
      />
    );
  return (
    <>
      <PageHeader
        title={t`Run`}
        back={back}
        meta={
          <>
            <Badge tone={stateOf(run).tone}>{t(stateOf(run).word)}</Badge>
            {run.job && <span>{run.job.name}</span>}
          </>
        }
        actions={goesOn ? <StopRun id={run.id} /> : run.failed > 0 && <Failed run={run} />}
      />
      <PageBody layout="narrow">
        {run.kind === 'JOB' && !run.job && <Note tone="info" title={t`The job of this run was deleted.`} />}
        <Told run={run} />
      </PageBody>
    </>
  );
}

function Told({ run }: { run: Run }) {
  const { t } = useLingui();
  const format = useFormat();
  const time = (iso: string | null | undefined) => (iso ? format.dateTime(iso) : '');
  return (
    <>
      <Card title={t`Result`}>
        <DescriptionList
          items={[
            { term: t`Started`, value: time(run.startedAt ?? run.createdAt) },
            { term: t`Finished`, value: time(run.finishedAt) || t`not yet` },
            {
              term: t`Handled`,
              value:
                run.total == null ? (
                  format.count(run.handled)
                ) : (
                  <Trans>
                    {format.count(run.handled)} of {format.count(run.total)}
                  </Trans>
                ),
            },
            { term: t`Failed`, value: format.count(run.failed) },
          ]}
        />
      </Card>
      <Card title={t`Log`}>
        <div role="log" aria-label={t`Log`}>
          {run.log.map((line, index) => (
            // Lines are only ever added.
            <p key={index}>{line}</p>
          ))}
        </div>
      </Card>
    </>
  );
}

/** The failed as a file, and **Retry failed only** while there is a job to do it; neither where what failed was no user. */
function Failed({ run }: { run: Run }) {
  const { t } = useLingui();
  if (!run.failuresUrl) return null;
  return (
    <>
      <LinkButton href={run.failuresUrl} download>{t`Download failures`}</LinkButton>
      {run.job && <Retry job={run.job.id} run={run.id} />}
    </>
  );
}

function Retry({ job, run: failed }: { job: string; run: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { run, isPending } = useMutation(RetryDocument, touchedByJobs);
  async function retry() {
    try {
      const { jobRun, userErrors } = (await run({ input: { id: failed } })).retryFailed;
      if (jobRun) void navigate(routes.run(job, jobRun.id));
      else showToast({ message: userErrors[0]?.message, tone: 'bad' });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }
  return <Button isPending={isPending} onPress={() => void retry()}>{t`Retry failed only`}</Button>;
}
