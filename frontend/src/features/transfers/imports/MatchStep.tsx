import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql, readFragment } from '@/gen';
import { useMutation, useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { Button, LinkButton, Note, Row, Select, Skeleton, Stack, Table } from '@/ui';
import { type Import, ImportFacts, touchedByImports } from './importsQuery';
import { useOrder } from './useOrder';

const FieldsQuery = graphql(`
  query MatchStep {
    sheetColumns {
      key
      heading
      required
      readOnly
      hint
    }
  }
`);

const MapDocument = graphql(`
  mutation MapImport($input: MapImportInput!) {
    mapImport(input: $input) {
      import {
        ...ImportFacts
      }
      userErrors {
        message
      }
    }
  }
`);

const none = {};
const ignored = '-';

/** The second step: what each column of somebody else's file is. What is clear is matched already. */
export function MatchStep({ one, tell }: { one: Import; tell: (one: Import) => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data, failure, refetch } = useQuery(FieldsQuery, none);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const { run, isPending } = useMutation(MapDocument, touchedByImports);
  const { order, problem } = useOrder(tell);
  const fields = (data?.sheetColumns ?? []).filter(({ readOnly }) => !readOnly);
  const fieldOf = ({ heading, field }: Import['columns'][number]) => chosen[heading] ?? field ?? ignored;
  const used = new Set(one.columns.map(fieldOf));
  const missing = fields.filter(({ key, required }) => required && !used.has(key)).map(({ heading }) => heading);
  const options = (own: string) => [
    { id: ignored, name: t`Ignore this column` },
    ...fields.map(({ key, heading, hint }) => ({
      id: key,
      name: heading,
      description: hint,
      isDisabled: key !== own && used.has(key),
      reason: t`Another column is this already.`,
    })),
  ];

  async function check() {
    const columns = one.columns.map((column) => {
      const field = fieldOf(column);
      return { heading: column.heading, field: field === ignored ? null : field };
    });
    const isDone = await order(async () => {
      const { import: mapped, userErrors } = (await run({ input: { id: one.id, columns } })).mapImport;
      return { one: readFragment(ImportFacts, mapped), userErrors };
    });
    if (isDone) void navigate(routes.importStep(one.id, 'check'));
  }

  if (!data) {
    return failure ? (
      <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={refetch}>{t`Retry`}</Button>} />
    ) : (
      <Skeleton lines={6} />
    );
  }
  return (
    <Stack>
      {problem && <Note tone="bad" role="alert" title={problem} />}
      <p>
        <Trans>Say what each column of the file is. What is clear is matched already.</Trans>
      </p>
      <Table
        label={t`Columns of the file`}
        rows={one.columns.map((column) => ({ id: column.heading, ...column }))}
        columns={[
          { id: 'heading', label: t`In the file`, cell: ({ heading }) => <strong>{heading}</strong> },
          { id: 'samples', label: t`Samples`, cell: ({ samples }) => samples.join(' · ') || '–' },
          {
            id: 'field',
            label: t`Field`,
            cell: (column) => (
              <Select
                hideLabel
                label={t`Field for ${column.heading}`}
                options={options(fieldOf(column))}
                value={fieldOf(column)}
                onChange={(field) => setChosen((was) => ({ ...was, [column.heading]: field }))}
              />
            ),
          },
        ]}
      />
      {missing.length > 0 && (
        <Note tone="warn" title={<Trans>New users need these, too: {missing.join(', ')}.</Trans>} />
      )}
      <Row isApart>
        <LinkButton href={routes.newImport}>{t`Another file`}</LinkButton>
        <Button variant="primary" isPending={isPending} onPress={() => void check()}>{t`Check the rows`}</Button>
      </Row>
    </Stack>
  );
}
