import { Trans, useLingui } from '@lingui/react/macro';
import { Activity, Download, Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { graphql } from '@/gen';
import type { ActivitiesTabQuery } from '@/gen/graphql';
import { useEvents } from '@/lib/events';
import { usePages, useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan, useSwitchedOff } from '@/lib/viewer';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';
import { More } from '@/parts/lists/More';
import { Button, Chip, EmptyState, LinkButton, Note, PageBody, Row, Skeleton } from '@/ui';
import { ActivityStream, partSize } from './ActivityStream';
import { kindWord } from './words';

const AddActivity = lazy(() => import('./AddActivity').then(({ AddActivity }) => ({ default: AddActivity })));

const StreamQuery = graphql(`
  query ActivitiesTab($id: ID!, $kinds: [String!], $first: Int, $after: Cursor) {
    node(id: $id) {
      __typename
      ... on User {
        id
        activities(first: $first, after: $after, kinds: $kinds) {
          edges {
            node {
              id
              ...ActivityEntry
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

const KindsQuery = graphql(`
  query ActivityKinds($id: ID!) {
    node(id: $id) {
      __typename
      ... on User {
        id
        activityKinds
      }
    }
  }
`);

const LiveDocument = graphql(`
  subscription ActivityRecorded($id: ID!) {
    activityRecorded(userId: $id) {
      id
    }
  }
`);

/** What they are kinds of. */
const shows = ['Activity'];

const nothing = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

const pick = ({ node }: ActivitiesTabQuery) => (node?.__typename === 'User' ? node.activities : nothing);

/** **Activities**: what somebody did, by day, as it happens; what was added by hand is marked so. */
export default function ActivitiesTab({ id }: { id: string }) {
  const { t } = useLingui();
  const isOn = useSwitchedOff('ACTIVITIES') === undefined;
  return (
    <PageBody layout="narrow">
      {isOn ? <Stream id={id} /> : <SwitchedOff feature="ACTIVITIES" title={t`Activities are switched off.`} />}
    </PageBody>
  );
}

/** The kinds there are, and those that are shown. */
function useKinds(id: string) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data, refetch } = useQuery(KindsQuery, { id }, { shows });
  const there = data?.node?.__typename === 'User' ? data.node.activityKinds : [];
  // What is chosen stays on offer, also when nothing of it is left among the newest.
  const all = [...there, ...chosen.filter((kind) => !there.includes(kind))];
  const toggle = (kind: string) =>
    setChosen((was) => (was.includes(kind) ? was.filter((each) => each !== kind) : [...was, kind]));
  return { all, chosen, toggle, clear: () => setChosen([]), refetch };
}

function Stream({ id }: { id: string }) {
  const { t } = useLingui();
  const mayWrite = useCan()('ACTIVITIES_WRITE');
  const [isAdding, setAdding] = useState(false);
  const kinds = useKinds(id);
  const { chosen, refetch: refetchKinds } = kinds;
  const variables = useMemo(() => ({ id, kinds: chosen.length > 0 ? chosen.slice() : null }), [id, chosen]);
  const stream = usePages(StreamQuery, variables, pick, partSize);
  const { refetch } = stream;
  const again = useSoon(
    useCallback(() => {
      refetch();
      refetchKinds();
    }, [refetch, refetchKinds]),
  );
  useEvents(LiveDocument, { id }, { onData: again, onOpen: again });
  const isEmpty = !stream.isLoading && !stream.failure && stream.rows.length === 0;

  return (
    <>
      <Row isApart>
        <Kinds {...kinds} />
        <Row>
          <LinkButton icon={Download} href={routes.activitiesFile(id)} download>
            {t`Download CSV`}
          </LinkButton>
          {mayWrite && (
            <Button variant="primary" icon={Plus} onPress={() => setAdding(true)}>
              {t`Add activity`}
            </Button>
          )}
        </Row>
      </Row>
      {stream.failure && (
        <Note
          tone="bad"
          role="alert"
          title={stream.failure.message}
          actions={<Button onPress={refetch}>{t`Retry`}</Button>}
        />
      )}
      {stream.isLoading && <Skeleton lines={6} />}
      {isEmpty &&
        (chosen.length > 0 ? (
          <EmptyState
            icon={Activity}
            title={t`Nothing of this kind.`}
            actions={<Button onPress={kinds.clear}>{t`Clear filters`}</Button>}
          />
        ) : (
          <EmptyState icon={Activity} title={t`No activities yet.`}>
            <Trans>Sign-ins, messages and what your sites report appear here by themselves.</Trans>
          </EmptyState>
        ))}
      <ActivityStream rows={stream.rows} onSight={stream.grid.onSight} />
      <More list={stream} isEndless />
      {isAdding && (
        <Suspense>
          <AddActivity userId={id} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  );
}

type KindsProps = Pick<ReturnType<typeof useKinds>, 'all' | 'chosen' | 'toggle'>;

/** Filters the stream by kind. */
function Kinds({ all, chosen, toggle }: KindsProps) {
  const { t } = useLingui();
  if (all.length < 2 && chosen.length === 0) return <span />;
  return (
    <div role="group" aria-label={t`Kinds`}>
      <Row>
        {all.map((kind) => {
          const word = kindWord(kind);
          const label = typeof word === 'string' ? word : t(word);
          return <Chip key={kind} label={label} isOn={chosen.includes(kind)} onPress={() => toggle(kind)} />;
        })}
      </Row>
    </div>
  );
}

/** Does a thing soon after it is asked for, once however often that is: a busy stream is read again every other second. */
function useSoon(act: () => void, wait = 2000): () => void {
  const timer = useRef<{ at?: number; id?: ReturnType<typeof setTimeout> }>({});
  useEffect(() => {
    const { current } = timer;
    return () => clearTimeout(current.id);
  }, []);
  return useCallback(() => {
    const { current } = timer;
    if (current.id !== undefined) return;
    const since = performance.now() - (current.at ?? -wait);
    current.id = setTimeout(
      () => {
        current.id = undefined;
        current.at = performance.now();
        act();
      },
      Math.max(0, wait - since),
    );
  }, [act, wait]);
}
