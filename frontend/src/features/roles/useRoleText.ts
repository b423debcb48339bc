import { useLingui } from '@lingui/react/macro';
import { permissionWords, reachWords } from '@/parts/access/permissions';
import type { RoleValues } from './effects';

/** What the form of a role holds, as a person reads it. */
export function useRoleText(roleName: (id: string) => string) {
  const { t } = useLingui();
  return ({ name, reach, permissions, grantIds, requiresFactor }: RoleValues) => ({
    [t`Name`]: name,
    [t`Reaches`]: t(reachWords[reach].name),
    [t`Permissions`]: permissions
      .map((id) => t(permissionWords[id].name))
      .sort()
      .join(', '),
    [t`May grant`]: grantIds.map(roleName).sort().join(', '),
    [t`Second factor required`]: requiresFactor ? t`yes` : t`no`,
  });
}
