import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { useMutation } from '@/lib/hooks';
import { TextsDialog } from '@/parts/texts/TextsDialog';
import type { Text } from '@/parts/texts/useTexts';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { showToast } from '@/ui';
import type { Contract } from './customerQuery';
import { touched } from './touched';

const CreateDocument = graphql(`
  mutation CreateContract($input: CreateContractInput!) {
    createContract(input: $input) {
      contract {
        id
        number
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
        relatedId
      }
      warnings {
        code
        message
      }
    }
  }
`);

const UpdateDocument = graphql(`
  mutation UpdateContract($input: UpdateContractInput!) {
    updateContract(input: $input) {
      contract {
        id
        number
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
        relatedId
      }
      warnings {
        code
        message
      }
    }
  }
`);

type ContractText = 'number' | 'name' | 'startsOn' | 'endsOn';

function useContractTexts(): readonly Text<ContractText>[] {
  const { t } = useLingui();
  return [
    { name: 'number', label: t`Number`, missing: t`Enter a number.`, maxLength: 100 },
    { name: 'name', label: t`Name`, missing: t`Enter a name.`, maxLength: 200 },
    { name: 'startsOn', label: t`Starts`, type: 'date' },
    { name: 'endsOn', label: t`Ends`, type: 'date', description: t`The last day.` },
  ];
}

interface Props {
  company: { id: string };
  /** The one to change; absent for a new one. */
  contract: Contract | undefined;
  refetch: () => void;
  onClose: () => void;
}

/** Makes a contract of a company, or changes one. */
export function ContractDialog({ company, contract, refetch, onClose }: Props) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const { run: create } = useMutation(CreateDocument, touched);
  const { run: update } = useMutation(UpdateDocument, touched);
  const values: Record<ContractText, string> = {
    number: contract?.number ?? '',
    name: contract?.name ?? '',
    startsOn: contract?.startsOn ?? '',
    endsOn: contract?.endsOn ?? '',
  };
  return (
    <TextsDialog
      title={contract ? t`Edit ${contract.number}` : t`Add contract`}
      fields={useContractTexts()}
      now={{ version: contract?.version ?? 0, values }}
      outrun={t`Nothing was saved: somebody else changed this contract in the meantime.`}
      refetch={refetch}
      send={async ({ number, name, ...dates }, version) => {
        if (!contract) {
          const input = { companyId: company.id, number: number ?? '', name: name ?? '', ...dates };
          return (await create({ input })).createContract;
        }
        const input = { id: contract.id, version, ...dates, ...(number && { number }), ...(name && { name }) };
        return (await update({ input })).updateContract;
      }}
      onSaved={({ contract: saved, undo }) => {
        const number = <strong>{saved?.number}</strong>;
        showToast({ message: <Trans>The contract {number} was saved.</Trans>, undo: takeBack(undo) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
