import type { Permission, Reach } from '@/gen/graphql';
import { useViewer, type Viewer } from '@/lib/viewer';

/** What a role is made of. */
export interface RoleParts {
  reach: Reach;
  permissions: readonly Permission[];
  grants: readonly { id: string }[];
}

/** Whether the viewer may make and change roles at all: what they are about concerns everybody. */
export function useMayWriteRoles(): boolean {
  const viewer = useViewer();
  return viewer.permissions.includes('ROLES_WRITE') && viewer.reach === 'EVERYTHING';
}

/** Whether a role can do nothing that the viewer can't. */
export function isWithin(viewer: Pick<Viewer, 'permissions' | 'grantableRoles'>, role: RoleParts): boolean {
  return (
    role.permissions.every((permission) => viewer.permissions.includes(permission)) &&
    role.grants.every(({ id }) => viewer.grantableRoles.some((grantable) => grantable.id === id))
  );
}
