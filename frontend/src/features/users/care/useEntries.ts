import { useLingui } from '@lingui/react/macro';
import { KeyRound, Mail, Pencil, Send, Trash2, UserPlus, UserRoundCheck, UserRoundX, UsersRound } from 'lucide-react';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import type { MenuEntry, MenuGroup } from '@/ui';
import { type CaredUser, managesAccount } from '../cared';
import { useTurns } from './useTurns';

/** What asks something before it is done. */
export type Question = 'reset' | 'again' | 'password' | 'groups' | 'delete';

/** What the viewer may do to a user, in groups; what may not be done is not offered. */
export function useEntries(user: CaredUser, ask: (question: Question) => void): MenuGroup[] {
  const { t } = useLingui();
  const viewer = useViewer();
  const { deactivate, reactivate } = useTurns(user);
  const may = (permission: (typeof viewer.permissions)[number]) => viewer.permissions.includes(permission);
  const { account } = user;

  const record: MenuEntry[] = may('USERS_WRITE')
    ? [{ id: 'edit', label: t`Edit`, icon: Pencil, href: `${routes.user(user.id)}?edit` }]
    : [];
  const access: MenuEntry[] = !managesAccount(viewer, user)
    ? []
    : !account
      ? [{ id: 'account', label: t`Create account`, icon: UserPlus, href: routes.user(user.id, 'settings') }]
      : account.state === 'CLOSED'
        ? []
        : [
            { id: 'reset', label: t`Send Reset Link`, icon: Mail, onAction: () => ask('reset') },
            { id: 'password', label: t`Change Password`, icon: KeyRound, onAction: () => ask('password') },
            { id: 'invite', label: t`Resend Invite`, icon: Send, onAction: () => ask('again') },
          ];
  const isActive = user.status === 'ACTIVE';
  const standing: MenuEntry[] = may('USERS_WRITE')
    ? [
        { id: 'groups', label: t`Add to group`, icon: UsersRound, onAction: () => ask('groups') },
        isActive
          ? { id: 'deactivate', label: t`Deactivate`, icon: UserRoundX, onAction: deactivate }
          : { id: 'reactivate', label: t`Reactivate`, icon: UserRoundCheck, onAction: reactivate },
      ]
    : [];
  if (may('USERS_DELETE')) {
    standing.push({ id: 'delete', label: t`Delete`, icon: Trash2, isDanger: true, onAction: () => ask('delete') });
  }
  return [
    { id: 'record', entries: record },
    { id: 'access', entries: access },
    { id: 'standing', entries: standing },
  ].filter((group) => group.entries.length > 0);
}
