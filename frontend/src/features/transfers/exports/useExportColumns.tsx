import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useFormat } from '@/lib/format';
import { type Export, isUnderWay } from '@/parts/exports/exportQuery';
import { runStates } from '@/parts/runs/states';
import { Badge, type GridColumn, Link } from '@/ui';

/** What an export is called: whom it is about, and when it was begun. */
export function useExportName() {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  return ({ isFiltered, createdAt }: Export) =>
    isFiltered ? t`Users of a filter, ${dateTime(createdAt)}` : t`All users, ${dateTime(createdAt)}`;
}

/** What the list of exports shows. */
export function useExportColumns(): GridColumn<Export>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'who',
        label: t`Users`,
        width: 'minmax(104px, 1fr)',
        cell: (one) => (one.isFiltered ? t`Of a filter` : t`All`),
      },
      { id: 'format', label: t`Format`, width: '76px', minGridWidth: 420, cell: (one) => one.format },
      {
        id: 'state',
        label: t`State`,
        width: '100px',
        // Without it, the last column still says how it stands.
        minGridWidth: 440,
        cell: (one) => <Badge tone={runStates[one.state].tone}>{t(runStates[one.state].word)}</Badge>,
      },
      {
        id: 'rows',
        label: t`Rows`,
        width: '120px',
        minGridWidth: 540,
        cell: (one) =>
          isUnderWay(one) && one.total != null ? (
            <Trans>
              {format.count(one.rows)} of {format.count(one.total)}
            </Trans>
          ) : (
            format.count(one.rows)
          ),
      },
      {
        id: 'columns',
        label: t`Columns`,
        width: '104px',
        minGridWidth: 980,
        cell: (one) => (
          <span title={one.headings.join(', ')}>
            <Plural value={one.headings.length} one="# column" other="# columns" />
          </span>
        ),
      },
      { id: 'by', label: t`By`, width: 'minmax(110px, 1fr)', minGridWidth: 860, cell: (one) => one.startedBy },
      {
        id: 'started',
        label: t`Started`,
        width: '144px',
        minGridWidth: 700,
        cell: (one) => <span title={format.exact(one.createdAt)}>{format.dateTime(one.createdAt)}</span>,
      },
      { id: 'file', label: t`File`, width: 'minmax(132px, 1.6fr)', cell: (one) => <File one={one} /> },
    ],
    [t, format],
  );
}

/** The way to the file and how long there is one, or why there is none. */
function File({ one }: { one: Export }) {
  const { dateTime } = useFormat();
  if (isUnderWay(one)) return <Trans>not yet</Trans>;
  if (one.state !== 'SUCCEEDED') return <span title={one.problem ?? undefined}>{one.problem}</span>;
  if (!one.url) {
    return one.expiresAt && Date.parse(one.expiresAt) > Date.now() ? (
      <Trans>for whoever asked for it</Trans>
    ) : (
      <Trans>no longer there</Trans>
    );
  }
  return (
    <>
      <Link href={one.url} download>
        <Trans>Download</Trans>
      </Link>{' '}
      {one.expiresAt && <Trans>until {dateTime(one.expiresAt)}</Trans>}
    </>
  );
}
