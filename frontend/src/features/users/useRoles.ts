import { useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { useViewer } from '@/lib/viewer';
import type { Option } from '@/ui';

const RolesQuery = graphql(`
  query UseRoles {
    roles {
      id
      name
      isBuiltIn
    }
  }
`);

const nothing = {};

/** The roles, those that the viewer may not give disabled with the reason; and the two that the form knows by name. */
export function useRoles() {
  const { t } = useLingui();
  const { grantableRoles } = useViewer();
  const { data } = useQuery(RolesQuery, nothing);
  const roles = data?.roles ?? [];
  const builtIn = (name: string) => roles.find((role) => role.isBuiltIn && role.name === name)?.id;
  const mayGrant = (id: string) => grantableRoles.some((role) => role.id === id);
  const options: Option[] = roles.map(({ id, name }) =>
    mayGrant(id) ? { id, name } : { id, name, isDisabled: true, reason: t`Your own role may not give this one.` },
  );
  return { options, member: builtIn('Member'), globalAdministrator: builtIn('Global Administrator'), mayGrant };
}
