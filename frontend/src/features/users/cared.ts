import type { UserStatus } from '@/gen/graphql';
import { type Viewer } from '@/lib/viewer';
import type { MailedUser } from './usePasswordMail';

/** Somebody to look after, as a list or a card knows them. */
export interface CaredUser extends MailedUser {
  firstName: string;
  lastName: string;
  status: UserStatus;
  role?: { id: string } | null;
}

/** Says whether the viewer may manage this user's account: only where they could grant the user's role themselves. */
export function managesAccount({ permissions, grantableRoles }: Viewer, { role }: Pick<CaredUser, 'role'>): boolean {
  return permissions.includes('ACCOUNTS_MANAGE') && (!role || grantableRoles.some(({ id }) => id === role.id));
}

/** Says whether the viewer may send this user a link: whoever manages their account, or their group. */
export const sendsLinks = (viewer: Viewer, user: Pick<CaredUser, 'role'>): boolean =>
  managesAccount(viewer, user) || viewer.managedGroups.length > 0;
