import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { graphql } from '@/gen';
import type { ExportFormat, UserFilter } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { RadioGroup, Stack } from '@/ui';
import { type ColumnChoice, readChoice } from './columnChoice';
import { ColumnPicker, type SheetColumn } from './ColumnPicker';

const CountsQuery = graphql(`
  query ExportForm($filter: UserFilter, $isFiltered: Boolean!) {
    all: users(first: 1) {
      totalCount(exact: true)
    }
    found: users(first: 1, filter: $filter) @include(if: $isFiltered) {
      totalCount(exact: true)
    }
  }
`);

/** What a file is to be. */
export interface ExportChoice {
  isFiltered: boolean;
  format: ExportFormat;
  columns: ColumnChoice;
}

interface Props {
  /** Of the form, for the button that sends it. */
  id: string;
  columns: readonly SheetColumn[];
  format: ExportFormat;
  /** What the list finds, where it leaves anybody out. */
  filter?: UserFilter;
  onSubmit: (choice: ExportChoice) => void;
}

/** Whom a file is about, which columns it has, and of which kind it is. */
export function ExportForm({ id, columns: offered, format: first, filter, onSubmit }: Props) {
  const { t } = useLingui();
  const { count } = useFormat();
  const { data } = useQuery(CountsQuery, { filter, isFiltered: !!filter });
  const [who, setWho] = useState(filter ? 'found' : 'all');
  const [format, setFormat] = useState(first);
  const [columns, setColumns] = useState(() => readChoice(offered.map(({ key }) => key)));
  const [wasAsked, setAsked] = useState(false);
  const isNone = !columns.isAll && columns.picked.length === 0;
  const number = (value: number | undefined) =>
    value === undefined ? undefined : plural(value, { one: `${count(value)} user`, other: `${count(value)} users` });
  const all = { id: 'all', name: t`All users`, description: number(data?.all.totalCount) };
  const found = { id: 'found', name: t`Those whom the list shows now`, description: number(data?.found?.totalCount) };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setAsked(true);
    if (isNone) event.currentTarget.querySelector<HTMLElement>('[type=checkbox]')?.focus();
    else onSubmit({ isFiltered: who === 'found', format, columns });
  }

  return (
    <form id={id} noValidate onSubmit={submit}>
      <Stack>
        <RadioGroup label={t`Users`} options={filter ? [found, all] : [all]} value={who} onChange={setWho} />
        <RadioGroup
          label={t`Format`}
          options={[
            { id: 'XLSX', name: 'XLSX', description: t`A spreadsheet, of at most 1,048,575 users.` },
            { id: 'CSV', name: 'CSV', description: t`Text with commas, in UTF-8.` },
          ]}
          value={format}
          onChange={(id) => setFormat(id as ExportFormat)}
        />
        <RadioGroup
          label={t`Columns`}
          options={[
            { id: 'all', name: t`All ${offered.length} columns` },
            { id: 'picked', name: t`A choice of them` },
          ]}
          value={columns.isAll ? 'all' : 'picked'}
          onChange={(id) => setColumns({ ...columns, isAll: id === 'all' })}
        />
        {!columns.isAll && (
          <ColumnPicker
            offered={offered}
            picked={columns.picked}
            onChange={(picked) => setColumns({ ...columns, picked })}
            error={wasAsked && isNone ? t`Choose a column first.` : undefined}
          />
        )}
      </Stack>
    </form>
  );
}
