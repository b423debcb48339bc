import { Trans, useLingui } from '@lingui/react/macro';
import { CalendarClock } from 'lucide-react';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { graphql } from '@/gen';
import type { RunPageQuery } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation, useQuery } from '@/lib/hooks';
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
  showToast,
  Skeleton,
} from '@/ui';
import { stateOf, touchedByJobs } from './jobsQuery';

const RunQuery = graphql(`
  query RunPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on JobRun {
        id
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

type Run = Extract<RunPageQuery['node'], { __typename: 'JobRun' }>;

/** How long after an answer a run that goes on is asked again, in milliseconds. */
const wait = 1000;

/** One run of a job: how far it is, what it says, and the failed to try again. */
export default function RunPage() {
  const { t } = useLingui();
  const { id = '', run: runId = '' } = useParams();
  const { data, failure, refetch } = useQuery(RunQuery, { id: runId });
  const run = data?.node?.__typename === 'JobRun' ? data.node : undefined;
  const goesOn = run && !run.finishedAt;
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(refetch, wait);
    return () => clearInterval(timer);
  }, [goesOn, refetch]);
  const back = { href: routes.job(id), label: t`Back to the job` };
  return (
    <>
      <PageHeader
        title={t`Run`}
        back={back}
        meta={run && <Badge tone={stateOf(run).tone}>{t(stateOf(run).word)}</Badge>}
        actions={run && run.failed > 0 && !goesOn && <Failed job={id} run={run} />}
      />
      <PageBody layout="narrow">
        {failure && (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        )}
        {run ? (
          <Told run={run} />
        ) : data ? (
          <EmptyState
            icon={CalendarClock}
            title={t`This run does not exist, or you may not see it.`}
            actions={<LinkButton href={routes.jobs}>{t`Back to the jobs`}</LinkButton>}
          />
        ) : (
          !failure && <Skeleton lines={6} />
        )}
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

/** The failed as a file, and **Retry failed only**. */
function Failed({ job, run: one }: { job: string; run: Run }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { run, isPending } = useMutation(RetryDocument, touchedByJobs);
  async function retry() {
    try {
      const { jobRun, userErrors } = (await run({ input: { id: one.id } })).retryFailed;
      if (jobRun) void navigate(routes.run(job, jobRun.id));
      else showToast({ message: userErrors[0]?.message, tone: 'bad' });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }
  return (
    <>
      {one.failuresUrl && <LinkButton href={one.failuresUrl} download>{t`Download failures`}</LinkButton>}
      <Button isPending={isPending} onPress={() => void retry()}>{t`Retry failed only`}</Button>
    </>
  );
}
