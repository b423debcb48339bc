import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { useViewer } from '@/lib/viewer';
import type { UserValues } from './userForm';

const OwnCompanyQuery = graphql(`
  query OwnCompany {
    companies(first: 2) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

const nothing = {};

/** Puts a new user into the one company that the viewer looks after; any other would be refused. */
export function OwnCompany() {
  const { reach } = useViewer();
  const { data } = useQuery(OwnCompanyQuery, nothing, { isPaused: reach !== 'ASSIGNED_COMPANIES' });
  const { getValues, setValue } = useFormContext<UserValues>();
  const [first, ...others] = data?.companies.edges ?? [];
  const only = others.length === 0 ? first?.node : undefined;
  useEffect(() => {
    if (only && !getValues('company')) setValue('company', { id: only.id, name: only.name });
  }, [only, getValues, setValue]);
  return null;
}
