import { Trans, useLingui } from '@lingui/react/macro';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Card, Grid, GridBox, type GridColumn, IconButton, returnFocus, Row, showToast } from '@/ui';
import { ContractDialog } from './ContractDialog';
import type { Company, Contract } from './customerQuery';
import { touched } from './touched';

const DeleteDocument = graphql(`
  mutation DeleteContract($input: IDInput!) {
    deleteContract(input: $input) {
      deletedId
      undo {
        token
        expiresAt
      }
      userErrors {
        message
      }
    }
  }
`);

interface Doing {
  mayEdit: boolean;
  edit: (contract: Contract) => void;
  remove: (contract: Contract) => void;
}

function useColumns({ mayEdit, edit, remove }: Doing): GridColumn<Contract>[] {
  const { t } = useLingui();
  const { calendarDay } = useFormat();
  return [
    { id: 'number', label: t`Number`, width: 'minmax(90px, 1fr)', cell: (contract) => contract.number },
    { id: 'name', label: t`Name`, width: 'minmax(100px, 2fr)', cell: (contract) => contract.name },
    {
      id: 'starts',
      label: t`Starts`,
      width: '116px',
      minGridWidth: 520,
      cell: ({ startsOn }) => startsOn && calendarDay(startsOn),
    },
    {
      id: 'ends',
      label: t`Ends`,
      width: '116px',
      minGridWidth: 420,
      cell: ({ endsOn }) => endsOn && calendarDay(endsOn),
    },
    ...(mayEdit
      ? [
          {
            id: 'actions',
            label: t`Actions`,
            width: '84px',
            layout: 'end' as const,
            cell: (contract: Contract) => (
              <Row>
                <IconButton
                  size="small"
                  icon={Pencil}
                  label={t`Edit ${contract.number}`}
                  onPress={() => edit(contract)}
                />
                <IconButton
                  size="small"
                  icon={Trash2}
                  label={t`Delete ${contract.number}`}
                  onPress={() => remove(contract)}
                />
              </Row>
            ),
          },
        ]
      : []),
  ];
}

interface Props {
  company: Company;
  mayEdit: boolean;
  refetch: () => void;
}

/** The contracts of a company: users who are assigned to it work under one of them. */
export function Contracts({ company, mayEdit, refetch }: Props) {
  const { t } = useLingui();
  const { contracts } = company;
  const [open, setOpen] = useState<{ contract?: string; opener: Element | null }>();
  const show = (contract?: Contract) => setOpen({ contract: contract?.id, opener: document.activeElement });
  const remove = useRemove();
  const columns = useColumns({ mayEdit, edit: show, remove });
  // While it is being changed it may be read again, and another version of it be there.
  const opened = useMemo(() => contracts.find(({ id }) => id === open?.contract), [contracts, open]);
  return (
    <Card
      title={t`Contracts`}
      isFlush={contracts.length > 0}
      actions={mayEdit && <Button icon={Plus} onPress={() => show()}>{t`Add contract`}</Button>}
    >
      {contracts.length === 0 ? (
        <p>{t`No contracts yet.`}</p>
      ) : (
        <GridBox rowCount={contracts.length}>
          <Grid
            label={t`Contracts`}
            columns={columns}
            rows={contracts}
            rowCount={contracts.length}
            rowName={(contract) => contract.number}
            onOpen={mayEdit ? show : undefined}
            onEdit={mayEdit ? show : undefined}
          />
        </GridBox>
      )}
      {open && (!open.contract || opened) && (
        <ContractDialog
          company={company}
          contract={opened}
          refetch={refetch}
          onClose={() => {
            setOpen(undefined);
            if (open.opener instanceof HTMLElement) returnFocus(open.opener);
          }}
        />
      )}
    </Card>
  );
}

/** Deletes a contract at once, with an Undo in the toast that says so. */
function useRemove() {
  const takeBack = useTakeBack();
  const { run } = useMutation(DeleteDocument, touched);
  return async (contract: Contract) => {
    const opener = document.activeElement;
    try {
      const { userErrors, undo } = (await run({ input: { id: contract.id } })).deleteContract;
      const number = <strong>{contract.number}</strong>;
      if (userErrors[0]) return showToast({ message: userErrors[0].message, tone: 'bad' });
      showToast({ message: <Trans>The contract {number} was deleted.</Trans>, undo: takeBack(undo) });
      if (opener instanceof HTMLElement) returnFocus(opener);
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  };
}
