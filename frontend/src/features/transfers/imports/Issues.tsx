import { Trans, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '@/gen';
import type { ImportIssuesQuery, IssueSeverity } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { More } from '@/parts/lists/More';
import { Badge, Button, Chip, LinkButton, Note, Row, Skeleton, Stack, Table } from '@/ui';
import type { Import } from './importsQuery';
import { useFix } from './useFix';

const IssuesDocument = graphql(`
  query ImportIssues($id: ID!, $severity: IssueSeverity, $first: Int, $after: Cursor) {
    node(id: $id) {
      __typename
      ... on Import {
        issues(first: $first, after: $after, severity: $severity) {
          edges {
            node {
              row
              column
              cell
              code
              message
              severity
            }
            cursor
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }
`);

const empty = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

/** A row has several issues: only all of what one says tells it from the others. */
const pick = ({ node }: ImportIssuesQuery) => {
  if (node?.__typename !== 'Import') return empty;
  const { edges, ...rest } = node.issues;
  const named = edges.map((edge) => ({ ...edge, node: { ...edge.node, id: edge.cursor } }));
  return { ...rest, edges: named };
};

/** What is wrong with the rows, in the order of the file, read page by page: all of it, or one kind. */
export function useIssues({ id }: Import) {
  const [kind, setKind] = useState<IssueSeverity | null>(null);
  return { ...usePages(IssuesDocument, { id, severity: kind }, pick), kind, setKind };
}

/** The rows that are not saved: the cell, the problem and the fix; all of it also as a file. */
export function Issues({ one, list }: { one: Import; list: ReturnType<typeof useIssues> }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const fix = useFix(one);
  if (list.failure)
    return (
      <Note
        tone="bad"
        role="alert"
        title={list.failure.message}
        actions={<Button onPress={list.refetch}>{t`Retry`}</Button>}
      />
    );
  if (list.isLoading) return <Skeleton lines={4} />;
  if (list.rows.length === 0 && !list.kind) return null;
  const chip = (kind: IssueSeverity, label: string) => (
    <Chip label={label} isOn={list.kind === kind} onPress={() => list.setKind(list.kind === kind ? null : kind)} />
  );
  return (
    <Stack>
      <Row isApart>
        <h2>{t`Rows with problems`}</h2>
        {one.problemFileUrl && (
          <LinkButton href={one.problemFileUrl} download icon={Download}>{t`Download rows with errors`}</LinkButton>
        )}
      </Row>
      {one.warned > 0 && one.failed > one.warned && (
        <div role="group" aria-label={t`Kinds`}>
          <Row>
            {chip('ERROR', t`Errors`)}
            {chip('WARNING', t`Warnings`)}
          </Row>
        </div>
      )}
      <Table
        label={t`Rows with problems`}
        rows={list.rows}
        columns={[
          { id: 'row', label: t`Row`, isTight: true, cell: ({ row }) => count(row) },
          {
            id: 'severity',
            label: t`Kind`,
            isTight: true,
            cell: ({ severity }) =>
              severity === 'ERROR' ? <Badge tone="bad">{t`Error`}</Badge> : <Badge tone="warn">{t`Warning`}</Badge>,
          },
          { id: 'column', label: t`Column`, cell: ({ column }) => column ?? t`whole row` },
          { id: 'cell', label: t`Cell`, isTight: true, cell: ({ cell }) => (cell ? <code>{cell}</code> : '–') },
          { id: 'problem', label: t`Problem`, cell: ({ message }) => message },
          { id: 'fix', label: t`Fix`, cell: (issue) => fix(issue) },
        ]}
      />
      <More list={list}>
        <Trans>
          {count(list.rows.length)} of {count(list.totalCount)}
        </Trans>
      </More>
    </Stack>
  );
}
