import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { FileSpreadsheet } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import type { ImportsPageQuery } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff } from '@/lib/viewer';
import { Badge, EmptyState, type GridColumn, Link, LinkButton, PageBody, PageHeader } from '@/ui';
import { TransferList } from '../TransferList';
import { TransferTabs } from '../TransferTabs';
import { ImportsOff } from './ImportsOff';
import { importStates } from './importsQuery';

const ImportsQuery = graphql(`
  query ImportsPage($first: Int, $after: Cursor) {
    imports(first: $first, after: $after) {
      edges {
        node {
          id
          fileName
          state
          rows
          added
          updated
          failed
          createdAt
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
`);

type Row = ImportsPageQuery['imports']['edges'][number]['node'];

const pick = ({ imports }: ImportsPageQuery) => imports;
const none = {};

function useColumns(): GridColumn<Row>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(() => {
    const number = (id: 'rows' | 'added' | 'updated' | 'failed', label: string): GridColumn<Row> => ({
      id,
      label,
      width: '92px',
      minGridWidth: 720,
      cell: (row) => format.count(row[id]),
    });
    return [
      {
        id: 'file',
        label: t`File`,
        width: 'minmax(150px, 2fr)',
        cell: ({ id, fileName }) => (
          <Link look="plain" href={routes.import(id)}>
            {fileName}
          </Link>
        ),
      },
      {
        id: 'state',
        label: t`State`,
        width: '148px',
        cell: ({ state }) => <Badge tone={importStates[state].tone}>{t(importStates[state].word)}</Badge>,
      },
      number('rows', t`Rows`),
      number('added', t`Added`),
      number('updated', t`Updated`),
      number('failed', t`Problems`),
      {
        id: 'time',
        label: t`Time`,
        width: '150px',
        minGridWidth: 480,
        cell: ({ createdAt }) => <span title={format.exact(createdAt)}>{format.dateTime(createdAt)}</span>,
      },
    ];
  }, [t, format]);
}

/** **Imports**: every file that was brought, the newest first, and what came of it. */
export default function ImportsPage() {
  const { t } = useLingui();
  const isOn = useSwitchedOff('IMPORT') === undefined;
  if (isOn) return <List />;
  return (
    <>
      <PageHeader title={t`Imports`} />
      <TransferTabs current={routes.imports} />
      <PageBody>
        <ImportsOff />
      </PageBody>
    </>
  );
}

function List() {
  const { t } = useLingui();
  const { count } = useFormat();
  const navigate = useNavigate();
  const columns = useColumns();
  const list = usePages(ImportsQuery, none, pick);
  const number = count(list.totalCount);
  const begin = (
    <LinkButton href={routes.newImport} variant="primary">
      {t`Import Users`}
    </LinkButton>
  );
  return (
    <TransferList
      title={t`Imports`}
      tab={routes.imports}
      begin={begin}
      list={list}
      columns={columns}
      rowName={({ fileName }) => fileName}
      onOpen={({ id }) => void navigate(routes.import(id))}
      counted={<Plural value={list.totalCount} one={`${number} import`} other={`${number} imports`} />}
      empty={
        <EmptyState icon={FileSpreadsheet} title={t`No imports yet.`} actions={begin}>
          <Trans>Bring users in from an XLSX file. It is checked before anything is saved.</Trans>
        </EmptyState>
      }
    />
  );
}
