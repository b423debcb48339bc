import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { Checkbox, SearchField } from '@/ui';
import { keepNames, useNames } from './names';

const RolesQuery = graphql(`
  query FilterRoles {
    roles {
      id
      name
    }
  }
`);

const GroupsQuery = graphql(`
  query FilterGroups($search: String) {
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

const CompaniesQuery = graphql(`
  query FilterCompanies($search: String) {
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

interface Named {
  id: string;
  name: string;
}

interface ChoiceProps {
  label: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

interface ManyOfProps extends ChoiceProps {
  options: readonly Named[];
}

/** Any number of a few. */
export function ManyOf({ label, options, chosen, onChange }: ManyOfProps) {
  const id = useId();
  const toggle = (option: Named) => (isChosen: boolean) =>
    onChange(isChosen ? [...chosen, option.id] : chosen.filter((each) => each !== option.id));
  return (
    <div role="group" aria-labelledby={id}>
      <strong id={id}>{label}</strong>
      {options.map((option) => (
        <Checkbox key={option.id} label={option.name} value={chosen.includes(option.id)} onChange={toggle(option)} />
      ))}
    </div>
  );
}

const nothing = {};

/** The roles. */
export function RoleChoice(props: ChoiceProps) {
  const { data } = useQuery(RolesQuery, nothing);
  return <Known {...props} options={data?.roles} />;
}

/** Groups, found while typing. */
export function GroupChoice(props: ChoiceProps) {
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data } = useQuery(GroupsQuery, { search: search || null });
  return <Searched {...props} text={text} onSearch={setText} options={data?.groups.edges.map(({ node }) => node)} />;
}

/** Companies, found while typing. */
export function CompanyChoice(props: ChoiceProps) {
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data } = useQuery(CompaniesQuery, { search: search || null });
  return <Searched {...props} text={text} onSearch={setText} options={data?.companies.edges.map(({ node }) => node)} />;
}

interface KnownProps extends ChoiceProps {
  /** Undefined while they are on their way. */
  options: readonly Named[] | undefined;
}

/** Options, and before them those that were chosen when it opened, which may be others. */
function Known({ options, chosen, ...rest }: KnownProps) {
  const { t } = useLingui();
  const [first] = useState(chosen);
  const nameOf = useNames(first);
  useEffect(() => keepNames(options ?? []), [options]);
  const before = first
    .filter((id) => !options?.some((option) => option.id === id))
    .map((id) => ({ id, name: nameOf(id) ?? t`unknown` }));
  return <ManyOf {...rest} chosen={chosen} options={[...before, ...(options ?? [])]} />;
}

function Searched({
  text,
  onSearch,
  options,
  ...rest
}: KnownProps & { text: string; onSearch: (text: string) => void }) {
  const { t } = useLingui();
  return (
    <>
      <SearchField label={t`Find`} placeholder={t`Find by name`} value={text} onChange={onSearch} />
      <Known {...rest} options={options} />
      <p role="status" className={options?.length === 0 ? undefined : 'visually-hidden'}>
        {options?.length === 0 && t`Nothing found.`}
      </p>
    </>
  );
}
