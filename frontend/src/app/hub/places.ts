import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  ArrowDownUp,
  Bell,
  Building2,
  Clock,
  KeyRound,
  LayoutGrid,
  type LucideIcon,
  Mail,
  ShieldCheck,
  ToggleRight,
  UserPlus,
  Users,
  UsersRound,
} from 'lucide-react';
import type { Permission } from '@/gen/graphql';
import { routes } from '@/lib/routes';
import { canEverywhere, type Viewer } from '@/lib/viewer';

/** Somewhere the viewer can go. */
export interface Place {
  id: string;
  label: MessageDescriptor;
  href: string;
  /** The path under which all its screens are, if that is not `href`. */
  within?: string;
  /** A second screen that is reached from the first. */
  beside?: string;
  icon: LucideIcon;
  /** Who may see it: whoever holds one of these, */
  permissions: readonly Permission[];
  /** and if that is said, for everybody; */
  isEverywhere?: boolean;
  /** and whoever else this says. */
  isFor?: (viewer: Viewer) => boolean;
  /** The letter that leads there after G. */
  letter?: 'u' | 'g' | 'r' | 'j';
}

export interface Section {
  id: string;
  label: MessageDescriptor;
  places: readonly Place[];
}

/** Whoever manages a group reads its users, without a role for it. */
const manages = ({ managedGroups }: Viewer) => managedGroups.length > 0;

/** The left rail. Only screens that exist are here. */
export const sections: readonly Section[] = [
  {
    id: 'user-management',
    label: msg`User Management`,
    places: [
      {
        id: 'users',
        label: msg`Users`,
        href: routes.users,
        icon: Users,
        letter: 'u',
        permissions: ['USERS_READ'],
        isFor: manages,
      },
      {
        id: 'groups',
        label: msg`Groups`,
        href: routes.groups,
        icon: LayoutGrid,
        letter: 'g',
        permissions: ['USERS_READ'],
        isFor: manages,
      },
      {
        id: 'roles',
        label: msg`Roles`,
        href: routes.roles,
        icon: ShieldCheck,
        permissions: ['USERS_READ', 'ROLES_WRITE'],
      },
      {
        id: 'customers',
        label: msg`Customers`,
        href: routes.customers,
        icon: Building2,
        permissions: ['COMPANIES_READ'],
        isFor: ({ reach }) => reach === 'ASSIGNED_COMPANIES',
      },
    ],
  },
  {
    id: 'work',
    label: msg`Work`,
    places: [
      {
        id: 'reminders',
        label: msg`Reminders`,
        href: routes.reminders,
        icon: Bell,
        letter: 'r',
        permissions: ['REMINDERS_WRITE', 'USERS_READ'],
        isFor: manages,
      },
      {
        id: 'jobs',
        label: msg`Jobs`,
        href: routes.jobs,
        icon: Clock,
        letter: 'j',
        permissions: ['JOBS_WRITE'],
        isEverywhere: true,
      },
      {
        id: 'transfers',
        label: msg`Imports & Exports`,
        href: routes.imports,
        beside: routes.exports,
        icon: ArrowDownUp,
        permissions: ['IMPORT'],
      },
      {
        id: 'exports',
        label: msg`Imports & Exports`,
        href: routes.exports,
        icon: ArrowDownUp,
        permissions: [],
        isFor: ({ permissions }) => permissions.includes('EXPORT') && !permissions.includes('IMPORT'),
      },
      {
        id: 'email',
        label: msg`Email`,
        href: routes.email,
        icon: Mail,
        permissions: ['MESSAGES_READ'],
      },
      {
        id: 'templates',
        label: msg`Email`,
        href: routes.templates,
        icon: Mail,
        permissions: [],
        isFor: (viewer) => !viewer.permissions.includes('MESSAGES_READ') && canEverywhere(viewer, 'SETTINGS_WRITE'),
      },
      {
        id: 'developers',
        label: msg`Developers`,
        href: routes.clients,
        within: '/developers',
        icon: KeyRound,
        permissions: ['API_CLIENTS_WRITE'],
      },
      {
        id: 'settings',
        label: msg`Settings`,
        href: routes.general,
        within: '/settings',
        icon: ToggleRight,
        permissions: ['SETTINGS_WRITE'],
      },
    ],
  },
];

/** What the Create menu offers. */
export const creations: readonly Place[] = [
  {
    id: 'new-user',
    label: msg`User`,
    href: routes.newUser,
    icon: UserPlus,
    permissions: ['USERS_WRITE'],
  },
  {
    id: 'new-group',
    label: msg`Group`,
    href: routes.newGroup,
    icon: UsersRound,
    permissions: ['GROUPS_WRITE'],
    isEverywhere: true,
  },
  {
    id: 'new-reminder',
    label: msg`Reminder`,
    href: routes.newReminder,
    icon: Bell,
    permissions: ['REMINDERS_WRITE'],
  },
  {
    id: 'new-job',
    label: msg`Job`,
    href: routes.newJob,
    icon: Clock,
    permissions: ['JOBS_WRITE'],
    isEverywhere: true,
  },
];

/** The places that somebody may see. */
export function allowed(places: readonly Place[], viewer: Viewer): Place[] {
  return places.filter(({ permissions, isEverywhere, isFor }) => {
    const holds = (permission: Permission) =>
      isEverywhere ? canEverywhere(viewer, permission) : viewer.permissions.includes(permission);
    return permissions.some(holds) || !!isFor?.(viewer);
  });
}
