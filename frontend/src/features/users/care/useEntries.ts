import { useLingui } from '@lingui/react/macro';
import { KeyRound, Mail, Pencil, Send, Trash2, UserPlus, UserRoundCheck, UserRoundX, UsersRound } from 'lucide-react';
import { routes } from '@/lib/routes';
import { useMayEdit, useViewer } from '@/lib/viewer';
import type { MenuEntry, MenuGroup } from '@/ui';
import { type CaredUser, managesAccount, sendsLinks } from '../cared';
import { useTurns } from './useTurns';

/** What asks something before it is done. */
export type Question = 'reset' | 'again' | 'password' | 'groups' | 'delete';

/** What the viewer may do to a user, in groups; what may not be done is not offered. */
export function useEntries(user: CaredUser, ask: (question: Question) => void): MenuGroup[] {
  const { t } = useLingui();
  const viewer = useViewer();
  const mayEdit = useMayEdit();
  const { deactivate, reactivate } = useTurns(user);
  const may = (permission: (typeof viewer.permissions)[number]) => viewer.permissions.includes(permission);
  const { account } = user;

  const manages = managesAccount(viewer, user);
  const record: MenuEntry[] = mayEdit
    ? [{ id: 'edit', label: t`Edit`, icon: Pencil, href: `${routes.user(user.id)}?edit` }]
    : [];
  const access: MenuEntry[] = [];
  if (!account) {
    const href = routes.user(user.id, 'settings');
    if (manages) access.push({ id: 'account', label: t`Create account`, icon: UserPlus, href });
  } else if (account.state !== 'CLOSED' && sendsLinks(viewer, user)) {
    access.push({ id: 'reset', label: t`Send Reset Link`, icon: Mail, onAction: () => ask('reset') });
    if (manages) {
      access.push({ id: 'password', label: t`Change Password`, icon: KeyRound, onAction: () => ask('password') });
    }
    access.push({ id: 'invite', label: t`Resend Invite`, icon: Send, onAction: () => ask('again') });
  }
  const isActive = user.status === 'ACTIVE';
  const standing: MenuEntry[] = mayEdit
    ? [{ id: 'groups', label: t`Add to group`, icon: UsersRound, onAction: () => ask('groups') }]
    : [];
  if (may('USERS_WRITE')) {
    standing.push(
      isActive
        ? { id: 'deactivate', label: t`Deactivate`, icon: UserRoundX, onAction: deactivate }
        : { id: 'reactivate', label: t`Reactivate`, icon: UserRoundCheck, onAction: reactivate },
    );
  }
  if (may('USERS_DELETE')) {
    standing.push({ id: 'delete', label: t`Delete`, icon: Trash2, isDanger: true, onAction: () => ask('delete') });
  }
  return [
    { id: 'record', entries: record },
    { id: 'access', entries: access },
    { id: 'standing', entries: standing },
  ].filter((group) => group.entries.length > 0);
}
