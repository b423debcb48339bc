import { useLingui } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { graphql } from '@/gen';
import { useField } from '@/lib/forms';
import { useQuery } from '@/lib/hooks';
import { ColumnPicker } from '@/parts/exports/ColumnPicker';
import { FieldGrid, Note, RadioGroup, Select, Skeleton, Whole } from '@/ui';
import type { JobValues } from './jobsQuery';
import { filters } from './stepValues';

const ColumnsQuery = graphql(`
  query ExportOptions {
    sheetColumns {
      key
      heading
    }
  }
`);

const none = {};

/** Whom the file of an Export is about, of which kind it is, and which columns it has. */
export function ExportOptions({ index }: { index: number }) {
  const { t } = useLingui();
  const { control } = useFormContext<JobValues>();
  const { data, failure } = useQuery(ColumnsQuery, none);
  const filter = useField(control, `steps.${index}.options.filter`);
  const format = useField(control, `steps.${index}.options.format`);
  const columns = useField(control, `steps.${index}.options.columns`);
  const who = [
    { id: filters.all, name: t`All users` },
    { id: filters.active, name: t`Active users` },
    { id: filters.inactive, name: t`Inactive users` },
  ];
  const isOther = !who.some(({ id }) => id === filter.value);
  return (
    <FieldGrid>
      <Select
        label={t`Users`}
        options={isOther ? [...who, { id: filter.value, name: t`Those of a filter that was set over the API` }] : who}
        {...filter}
      />
      <Select
        label={t`Format`}
        options={[
          { id: 'XLSX', name: 'XLSX' },
          { id: 'CSV', name: 'CSV' },
        ]}
        {...format}
      />
      <Whole>
        {data ? (
          <RadioGroup
            label={t`Columns`}
            options={[
              { id: 'all', name: t`All that you may read when it runs` },
              { id: 'picked', name: t`A choice of them` },
            ]}
            value={columns.value ? 'picked' : 'all'}
            onChange={(id) => columns.onChange(id === 'all' ? null : data.sheetColumns.map(({ key }) => key))}
          />
        ) : failure ? (
          <Note tone="bad" role="alert" title={failure.message} />
        ) : (
          <Skeleton lines={2} />
        )}
      </Whole>
      {data && columns.value && (
        <Whole>
          <ColumnPicker
            offered={data.sheetColumns}
            picked={columns.value}
            onChange={columns.onChange}
            error={columns.error}
          />
        </Whole>
      )}
      <Whole>
        <Note
          tone="info"
          title={t`It is yours once you save, and runs with the rights that you have then. You find the file under Imports & Exports for 24 hours.`}
        />
      </Whole>
    </FieldGrid>
  );
}
