import { useLingui } from '@lingui/react/macro';
import { Send, ShieldCheck, Trash2, UserRoundCheck, UserRoundX, UsersRound } from 'lucide-react';
import type { BulkUpdateUsersInput } from '@/gen/graphql';
import { useViewer } from '@/lib/viewer';
import type { MenuEntry, MenuGroup } from '@/ui';

/** What can be done to many users at once. */
export type BulkAction = 'addGroups' | 'removeGroups' | 'role' | 'deactivate' | 'reactivate' | 'invite' | 'delete';

/** What asks for nothing but a yes, as the server wants it. */
export const plainChanges: Partial<Record<BulkAction, BulkUpdateUsersInput>> = {
  deactivate: { status: 'INACTIVE' },
  reactivate: { status: 'ACTIVE' },
  invite: { resendInvitation: true },
  delete: { delete: true },
};

/** What the viewer may do to many users, in groups; what may not be done is not offered. */
export function useBulkEntries(ask: (action: BulkAction) => void): MenuGroup[] {
  const { t } = useLingui();
  const { permissions, grantableRoles } = useViewer();
  const entry = (id: BulkAction, label: string, icon: MenuEntry['icon'], isOffered: boolean): MenuEntry[] =>
    isOffered ? [{ id, label, icon, isDanger: id === 'delete', onAction: () => ask(id) }] : [];
  const mayWrite = permissions.includes('USERS_WRITE');
  return [
    {
      id: 'belonging',
      entries: [
        ...entry('addGroups', t`Add to group`, UsersRound, mayWrite),
        ...entry('removeGroups', t`Remove from group`, UsersRound, mayWrite),
        ...entry('role', t`Change role`, ShieldCheck, mayWrite && grantableRoles.length > 0),
      ],
    },
    { id: 'access', entries: entry('invite', t`Resend Invite`, Send, permissions.includes('ACCOUNTS_MANAGE')) },
    {
      id: 'standing',
      entries: [
        ...entry('deactivate', t`Deactivate`, UserRoundX, mayWrite),
        ...entry('reactivate', t`Reactivate`, UserRoundCheck, mayWrite),
        ...entry('delete', t`Delete`, Trash2, permissions.includes('USERS_DELETE')),
      ],
    },
  ].filter((group) => group.entries.length > 0);
}
