import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Failure } from '@/lib/failure';
import { BarCount, Button, Grid, type GridColumn, type GridPages, ListScreen, Note, PageHeader } from '@/ui';
import { TransferTabs } from './TransferTabs';

interface Props<T extends { id: string }> {
  title: string;
  /** The tab that it stands under, by its address. */
  tab: string;
  /** The button that begins a new one. */
  begin: ReactNode;
  /** As usePages has it. */
  list: {
    first: unknown;
    rows: readonly T[];
    totalCount: number;
    failure: Failure | undefined;
    refetch: () => void;
    grid: GridPages<T>;
  };
  columns: GridColumn<T>[];
  rowName: (row: T) => string;
  onOpen?: (row: T) => void;
  /** How many there are, in words. */
  counted: ReactNode;
  /** What stands in place of none. */
  empty: ReactNode;
  children?: ReactNode;
}

/** One of the two lists of **Imports & Exports**: the newest first. */
export function TransferList<T extends { id: string }>(props: Props<T>) {
  const { title, tab, begin, list, columns, rowName, onOpen, counted, empty, children } = props;
  const { t } = useLingui();
  return (
    <ListScreen
      head={
        <>
          <PageHeader title={title} actions={begin} />
          <TransferTabs current={tab} />
        </>
      }
      bar={<BarCount>{list.first ? counted : null}</BarCount>}
      note={
        list.failure && (
          <Note
            tone="bad"
            role="alert"
            title={list.failure.message}
            actions={<Button onPress={list.refetch}>{t`Retry`}</Button>}
          />
        )
      }
    >
      {(list.rows.length > 0 || !list.failure) && (
        <Grid
          label={title}
          columns={columns}
          {...list.grid}
          rows={list.rows}
          rowCount={list.totalCount}
          rowName={rowName}
          onOpen={onOpen}
          empty={empty}
        />
      )}
      {children}
    </ListScreen>
  );
}
