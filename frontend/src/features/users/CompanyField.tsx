import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { graphql } from '@/gen';
import { useField } from '@/lib/forms';
import { useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { useCan } from '@/lib/viewer';
import { ComboBox, type Option } from '@/ui';

const CompaniesQuery = graphql(`
  query CompanyField($search: String) {
    companies(first: 20, search: $search) {
      edges {
        node {
          id
          name
          emailDomain
        }
      }
    }
  }
`);

/** **Company**: one that exists, or the name of a new one. */
export function CompanyField() {
  const { t } = useLingui();
  const { control } = useFormContext<{ company: Option | null }>();
  const mayCreate = useCan()('COMPANIES_WRITE');
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, isLoading, isStale } = useQuery(CompaniesQuery, { search: search || null });
  const options = (data?.companies.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: node.name,
    description: node.emailDomain ?? undefined,
  }));
  return (
    <ComboBox
      label={t`Company`}
      options={options}
      onSearch={setText}
      isLoading={isLoading || isStale || search !== text.trim()}
      createLabel={mayCreate ? (name) => t`Add "${name}"` : undefined}
      {...useField(control, 'company')}
    />
  );
}
