import { Plural, useLingui } from '@lingui/react/macro';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { graphql, readFragment } from '@/gen';
import type { ExportsPageQuery } from '@/gen/graphql';
import { useEvents } from '@/lib/events';
import { useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff } from '@/lib/viewer';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';
import { ExportDialog } from '@/parts/exports/ExportDialog';
import { type Export, ExportFacts, ExportGoesOn, isUnderWay } from '@/parts/exports/exportQuery';
import { Button, EmptyState, LinkButton, PageBody, PageHeader } from '@/ui';
import { TransferList } from '../TransferList';
import { TransferTabs } from '../TransferTabs';
import { useExportColumns, useExportName } from './useExportColumns';

const ExportsQuery = graphql(`
  query ExportsPage($first: Int, $after: Cursor) {
    exports(first: $first, after: $after) {
      edges {
        node {
          ...ExportFacts
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

const nothing = {};

const pick = ({ exports }: ExportsPageQuery) => ({
  ...exports,
  edges: exports.edges.map(({ node }) => ({ node: readFragment(ExportFacts, node) })),
});

/** The exports that the viewer may see, as they go on. A browser has few connections: one that is under way is followed at a time. */
function useExports() {
  const list = usePages(ExportsQuery, nothing, pick);
  const [told, setTold] = useState<Export>();
  const rows = list.rows.map((row) => (told?.id === row.id && isUnderWay(row) ? told : row));
  const followed = rows.findLast(isUnderWay)?.id;
  useEvents(
    ExportGoesOn,
    { id: followed ?? '' },
    {
      isPaused: !followed,
      onData: ({ exportProgress }) => {
        const one = readFragment(ExportFacts, exportProgress);
        setTold(one);
        if (!isUnderWay(one)) list.refetch();
      },
    },
  );
  return { ...list, rows };
}

/** **Exports**: the files that were written, or are being written, the newest first. */
export default function ExportsPage() {
  const { t } = useLingui();
  const isOn = useSwitchedOff('EXPORT') === undefined;
  if (isOn) return <Exports />;
  return (
    <>
      <PageHeader title={t`Exports`} />
      <TransferTabs current={routes.exports} />
      <PageBody>
        <SwitchedOff feature="EXPORT" title={t`Exports are switched off.`} />
      </PageBody>
    </>
  );
}

function Exports() {
  const { t } = useLingui();
  const { count } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const list = useExports();
  const name = useExportName();
  const columns = useExportColumns();
  const number = count(list.totalCount);
  return (
    <TransferList
      title={t`Exports`}
      tab={routes.exports}
      begin={<Button variant="primary" onPress={() => setAsking(true)}>{t`New Export`}</Button>}
      list={list}
      columns={columns}
      rowName={name}
      counted={<Plural value={list.totalCount} one={`${number} export`} other={`${number} exports`} />}
      empty={
        <EmptyState
          icon={FileSpreadsheet}
          title={t`No exports yet.`}
          actions={<LinkButton href={routes.users}>{t`Manage Users`}</LinkButton>}
        >
          {t`A file of the users whom the list shows is generated there, under Import & Export.`}
        </EmptyState>
      }
    >
      {isAsking && <ExportDialog format="XLSX" onClose={() => setAsking(false)} />}
    </TransferList>
  );
}
