import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { TextsDialog } from '@/parts/texts/TextsDialog';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { showToast } from '@/ui';
import { touched } from './touched';
import { useCompanyTexts } from './useCompanyTexts';

const CreateDocument = graphql(`
  mutation NewCustomer($input: CreateCompanyInput!) {
    createCompany(input: $input) {
      company {
        id
        name
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

const empty = { version: 0, values: { name: '', emailDomain: '', phone: '', address: '' } };

/** Makes a company, and leads to it. */
export function NewCustomer({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const { run } = useMutation(CreateDocument, touched);
  return (
    <TextsDialog
      title={t`New Customer`}
      saveLabel={t`Save Customer`}
      fields={useCompanyTexts()}
      now={empty}
      send={async ({ name, ...rest }) => (await run({ input: { name: name ?? '', ...rest } })).createCompany}
      onSaved={({ company, undo }) => {
        if (!company) return;
        const name = <strong>{company.name}</strong>;
        showToast({ message: <Trans>{name} was created.</Trans>, undo: takeBack(undo) });
        void navigate(routes.customer(company.id), { replace: true });
      }}
      onClose={onClose}
    />
  );
}
