import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { FileText, KeyRound, Mail, ShieldCheck, ToggleRight } from 'lucide-react';
import { routes } from '@/lib/routes';
import type { Place } from './places';

// All of this comes with the search box, not with every screen.

/** Other names under which the search box finds a place, by its id. */
export const aliases: Readonly<Record<string, readonly MessageDescriptor[]>> = {
  users: [
    msg`Manage Users`,
    msg`User Management › Users`,
    msg`Company Profile › Users › Users`,
    msg`Settings › CRM Settings › Manage Users`,
  ],
  groups: [msg`User Management › Groups`, msg`Teams`],
  roles: [msg`User Management › Roles`, msg`Permissions`],
  customers: [msg`User Management › Customers`, msg`Companies`, msg`Contracts`],
  jobs: [msg`Notification job`, msg`Schedules`],
  transfers: [msg`Imports`, msg`Import Users`, msg`Exports`, msg`Generate XLSX file`],
  exports: [msg`Exports`, msg`Generate XLSX file`],
  email: [msg`Deliveries`, msg`Messages`],
  'email-templates': [msg`Email › Templates`],
  developers: [msg`API clients`, msg`Tokens`, msg`Partner portals`],
  settings: [msg`General`, msg`Settings › General`],
  features: [msg`Settings › Features`, msg`Switch off`],
  'signup-form': [msg`Developers › Sign-up form`, msg`Double opt-in`],
  'new-user': [msg`Add New User`, msg`Create › User`],
  'new-group': [msg`Create › Group`],
  'new-reminder': [msg`Create › Reminder`],
  'new-job': [msg`Create › Job`],
};

/** What is called by one word in the Create menu, and in the search box by its whole name. */
export const createNames: Readonly<Record<string, MessageDescriptor>> = {
  'new-user': msg`New User`,
  'new-group': msg`New Group`,
  'new-reminder': msg`New reminder`,
  'new-job': msg`New Job`,
};

/** Screens within the sections, to which only the search box leads directly. */
export const innerPlaces: readonly Place[] = [
  {
    id: 'email-templates',
    label: msg`Templates`,
    href: routes.templates,
    icon: Mail,
    permissions: ['SETTINGS_WRITE'],
    isEverywhere: true,
  },
  {
    id: 'signup-form',
    label: msg`Sign-up form`,
    href: routes.signupForm,
    icon: FileText,
    permissions: ['API_CLIENTS_WRITE'],
  },
  {
    id: 'features',
    label: msg`Features`,
    href: routes.features,
    icon: ToggleRight,
    permissions: ['SETTINGS_WRITE'],
  },
];

/** What is created on a screen of its own, but not from the Create menu. */
export const innerCreations: readonly Place[] = [
  {
    id: 'new-role',
    label: msg`New Role`,
    href: routes.newRole,
    icon: ShieldCheck,
    permissions: ['ROLES_WRITE'],
    isEverywhere: true,
  },
  {
    id: 'new-client',
    label: msg`New API client`,
    href: routes.newClient,
    icon: KeyRound,
    permissions: ['API_CLIENTS_WRITE'],
  },
];
