import { Trans, useLingui } from '@lingui/react/macro';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '@/gen';
import { useMutation } from '@/lib/hooks';
import { TextsForm } from '@/parts/texts/TextsForm';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Card, DescriptionList, showToast } from '@/ui';
import styles from './Customer.module.css';
import type { Company } from './customerQuery';
import { touched } from './touched';
import { type CompanyText, useCompanyTexts } from './useCompanyTexts';

const UpdateDocument = graphql(`
  mutation UpdateCustomer($input: UpdateCompanyInput!) {
    updateCompany(input: $input) {
      company {
        id
        version
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

interface Props {
  company: Company;
  isEditing: boolean;
  onEdit?: () => void;
  onDone: () => void;
  refetch: () => void;
}

/** What is known of a company, to read and to change in its place. */
export function CustomerDetails({ company, isEditing, onEdit, onDone, refetch }: Props) {
  const { t } = useLingui();
  const [wasEditing, setWasEditing] = useState(isEditing);
  if (isEditing && !wasEditing) setWasEditing(true);
  if (isEditing) {
    return (
      <Card title={t`Details`}>
        <DetailsForm company={company} refetch={refetch} onDone={onDone} />
      </Card>
    );
  }
  return (
    <Card
      title={t`Details`}
      actions={
        onEdit && (
          <Button icon={Pencil} onPress={onEdit} autoFocus={wasEditing}>
            {t`Edit`}
          </Button>
        )
      }
    >
      <DescriptionList
        items={[
          { term: t`Name`, value: company.name },
          { term: t`Email domain`, value: company.emailDomain },
          { term: t`Phone`, value: company.phone },
          { term: t`Address`, value: company.address && <span className={styles.lines}>{company.address}</span> },
        ]}
      />
    </Card>
  );
}

function DetailsForm({ company, refetch, onDone }: Pick<Props, 'company' | 'refetch' | 'onDone'>) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const { run } = useMutation(UpdateDocument, touched);
  const values: Record<CompanyText, string> = {
    name: company.name,
    emailDomain: company.emailDomain ?? '',
    phone: company.phone ?? '',
    address: company.address ?? '',
  };
  return (
    <TextsForm
      label={t`Details`}
      fields={useCompanyTexts()}
      now={{ version: company.version, values }}
      outrun={t`Nothing was saved: somebody else changed this company in the meantime.`}
      refetch={refetch}
      send={async ({ name, ...changed }, version) => {
        const input = { id: company.id, version, ...changed, ...(name && { name }) };
        return (await run({ input })).updateCompany;
      }}
      onSaved={({ company: saved, undo }) => {
        const name = <strong>{saved?.name}</strong>;
        showToast({ message: <Trans>{name} was saved.</Trans>, undo: takeBack(undo) });
        onDone();
      }}
      onDone={onDone}
    />
  );
}
