import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Permission } from '@/gen/graphql';

/** A section of a user's card. */
export interface CardTab {
  id: 'details' | 'settings' | 'activities' | 'reminders' | 'history';
  label: MessageDescriptor;
  /** Who may see it; everybody who sees the card, where none is named. */
  permission?: Permission;
}

const all: readonly CardTab[] = [
  { id: 'details', label: msg`Details` },
  { id: 'settings', label: msg`Settings` },
  { id: 'activities', label: msg`Activities`, permission: 'ACTIVITIES_READ' },
  { id: 'reminders', label: msg`Reminders` },
  { id: 'history', label: msg`History`, permission: 'CHANGES_READ' },
];

/** The sections of the card, from left to right; the keys from 1 on lead to them. */
export const cardTabs = (can: (permission: Permission) => boolean): readonly CardTab[] =>
  all.filter(({ permission }) => !permission || can(permission));
