import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { graphql } from '@/gen';
import { useField } from '@/lib/forms';
import { useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { useViewer } from '@/lib/viewer';
import { RadioGroup, TagPicker } from '@/ui';
import { type ClientValues, reaches } from './clientsQuery';

const CompaniesQuery = graphql(`
  query ReachCompanies($search: String) {
    companies(first: 20, search: $search) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

const GroupsQuery = graphql(`
  query ReachGroups($search: String) {
    groups(first: 20, search: $search) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

/** Whom the client reaches, and of which companies or groups. */
export function ReachFields() {
  const { t } = useLingui();
  const { reach: own } = useViewer();
  const { control } = useFormContext<ClientValues>();
  const reach = useField(control, 'reach');
  const isFurther = (id: string) =>
    (id === 'EVERYTHING' && own !== 'EVERYTHING') || (id === 'ASSIGNED_COMPANIES' && own === 'MANAGED_GROUPS');
  return (
    <>
      <RadioGroup
        label={t`Reaches`}
        options={(['EVERYTHING', 'ASSIGNED_COMPANIES', 'MANAGED_GROUPS'] as const).map((id) => ({
          id,
          name: t(reaches[id].name),
          description: t(reaches[id].sentence),
          isDisabled: isFurther(id),
          reason: t`You don't reach so far yourself.`,
        }))}
        {...reach}
      />
      {reach.value === 'ASSIGNED_COMPANIES' && <Companies />}
      {reach.value === 'MANAGED_GROUPS' && <Groups />}
    </>
  );
}

function Companies() {
  const { t } = useLingui();
  const { control } = useFormContext<ClientValues>();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, isLoading, isStale } = useQuery(CompaniesQuery, { search: search || null });
  return (
    <TagPicker
      label={t`Companies`}
      isRequired
      options={(data?.companies.edges ?? []).map(({ node }) => node)}
      onSearch={setText}
      isLoading={isLoading || isStale || search !== text.trim()}
      placeholder={t`Find a company`}
      {...useField(control, 'companies')}
    />
  );
}

function Groups() {
  const { t } = useLingui();
  const { control } = useFormContext<ClientValues>();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, isLoading, isStale } = useQuery(GroupsQuery, { search: search || null });
  return (
    <TagPicker
      label={t`Groups`}
      isRequired
      options={(data?.groups.edges ?? []).map(({ node }) => node)}
      onSearch={setText}
      isLoading={isLoading || isStale || search !== text.trim()}
      placeholder={t`Find a group`}
      {...useField(control, 'groups')}
    />
  );
}
