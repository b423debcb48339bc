import { canEverywhere, manages, type Viewer } from '@/lib/viewer';

interface Group {
  id: string;
  isDefault: boolean;
}

/** What the viewer may do to a group; the server says the same. */
export function rightsTo(viewer: Viewer, { id, isDefault }: Group) {
  const mayWrite = canEverywhere(viewer, 'GROUPS_WRITE');
  const keepsUsers = viewer.permissions.includes('USERS_WRITE');
  return {
    mayEdit: mayWrite,
    mayDelete: mayWrite && !isDefault,
    /** Of the Default group are those who are in no other: nobody is put there. */
    mayChangeMembers: !isDefault && (keepsUsers || manages(viewer, id)),
    /** Whoever reaches only a part makes managers of the groups that they manage themselves. */
    mayMakeManagers: !isDefault && keepsUsers && (viewer.reach === 'EVERYTHING' || manages(viewer, id)),
  };
}
