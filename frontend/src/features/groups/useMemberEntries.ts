import { useLingui } from '@lingui/react/macro';
import { ShieldCheck, ShieldMinus, UserMinus, UserRound } from 'lucide-react';
import { routes } from '@/lib/routes';
import { useCan, useViewer } from '@/lib/viewer';
import type { UserOf } from '@/parts/users/useUsersOf';
import type { MenuEntry } from '@/ui';
import { rightsTo } from './rights';

/** Says whether somebody manages a group. */
export const isManager = ({ memberships = [] }: UserOf, groupId: string): boolean =>
  memberships.some(({ role, group }) => role === 'MANAGER' && group.id === groupId);

interface Doing {
  onRemove: (user: UserOf) => void;
  onManager: (user: UserOf, manager: boolean) => void;
}

/** What the viewer may do to a member of a group; what may not be done is not offered, or disabled with the reason. */
export function useMemberEntries(group: { id: string; isDefault: boolean }, { onRemove, onManager }: Doing) {
  const { t } = useLingui();
  const viewer = useViewer();
  const keepsUsers = useCan()('USERS_WRITE');
  const { mayMakeManagers } = rightsTo(viewer, group);
  return (user: UserOf): MenuEntry[] => {
    const manages = isManager(user, group.id);
    const entries: MenuEntry[] = [{ id: 'open', label: t`Open the card`, icon: UserRound, href: routes.user(user.id) }];
    if (mayMakeManagers) {
      entries.push(
        manages
          ? { id: 'member', label: t`Make a plain member`, icon: ShieldMinus, onAction: () => onManager(user, false) }
          : { id: 'manager', label: t`Make Group Manager`, icon: ShieldCheck, onAction: () => onManager(user, true) },
      );
    }
    entries.push({
      id: 'remove',
      label: t`Remove from the group`,
      icon: UserMinus,
      onAction: () => onRemove(user),
      ...(manages && !keepsUsers && { isDisabled: true, reason: t`Managers are removed by administrators.` }),
    });
    return entries;
  };
}
