import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { graphql } from '@/gen';
import type { RunsOfQuery } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { usePages } from '@/lib/usePages';
import { More } from '@/parts/lists/More';
import { Badge, Button, Link, Note, Row, Stack } from '@/ui';
import { stateOf } from './jobsQuery';

const RunsQuery = graphql(`
  query RunsOf($id: ID!, $first: Int, $after: Cursor) {
    node(id: $id) {
      __typename
      ... on Job {
        id
        runs(first: $first, after: $after) {
          totalCount
          edges {
            node {
              id
              state
              createdAt
              handled
              failed
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

/** How many runs are shown at first. */
const some = 10;

const none = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

const pick = ({ node }: RunsOfQuery) => (node?.__typename === 'Job' ? node.runs : none);

/** The runs of a job, newest first. */
export function RunsOf({ id }: { id: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const runs = usePages(
    RunsQuery,
    useMemo(() => ({ id }), [id]),
    pick,
    some,
  );
  if (runs.failure)
    return (
      <Note
        tone="bad"
        role="alert"
        title={runs.failure.message}
        actions={<Button onPress={runs.refetch}>{t`Retry`}</Button>}
      />
    );
  if (!runs.isLoading && runs.rows.length === 0) return <p>{t`It did not run yet.`}</p>;
  return (
    <Stack>
      {runs.rows.map((run) => {
        const { word, tone } = stateOf(run);
        return (
          <Row key={run.id}>
            <Link href={routes.run(id, run.id)}>{format.dateTime(run.createdAt)}</Link>
            <Badge tone={tone}>{t(word)}</Badge>
            <span>
              <Trans>
                {format.count(run.handled)} handled, {format.count(run.failed)} failed
              </Trans>
            </span>
          </Row>
        );
      })}
      <More list={runs}>
        <Trans>{format.count(runs.totalCount ?? 0)} in all</Trans>
      </More>
    </Stack>
  );
}
