import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Permission, Reach } from '@/gen/graphql';

/** How much harm a permission can do in the wrong hands. */
export type Risk = 'high' | 'some';

/** One permission in words. */
export interface PermissionWords {
  id: Permission;
  name: MessageDescriptor;
  /** One sentence on what it lets somebody do. */
  sentence: MessageDescriptor;
  risk?: Risk;
}

/** Every permission there is, in groups. */
export const permissionGroups: readonly { title: MessageDescriptor; permissions: readonly PermissionWords[] }[] = [
  {
    title: msg`Users`,
    permissions: [
      { id: 'USERS_READ', name: msg`See users`, sentence: msg`Find users and open their cards.` },
      { id: 'USERS_WRITE', name: msg`Edit users`, sentence: msg`Create users, change them, deactivate them.` },
      {
        id: 'USERS_DELETE',
        name: msg`Delete users`,
        sentence: msg`Delete users, for good after 30 days.`,
        risk: 'some',
      },
      {
        id: 'ACCOUNTS_MANAGE',
        name: msg`Manage accounts`,
        sentence: msg`Create accounts, send invitations and resets, set temporary passwords.`,
        risk: 'high',
      },
      { id: 'NOTES_READ', name: msg`Read notes`, sentence: msg`Read and write private notes.`, risk: 'some' },
      { id: 'CONSENT_WRITE', name: msg`Change consent`, sentence: msg`Switch email communication on and off.` },
    ],
  },
  {
    title: msg`Companies and groups`,
    permissions: [
      { id: 'COMPANIES_READ', name: msg`See companies`, sentence: msg`See companies and their contracts.` },
      {
        id: 'COMPANIES_WRITE',
        name: msg`Edit companies`,
        sentence: msg`Create, change and delete companies and contracts.`,
      },
      { id: 'GROUPS_WRITE', name: msg`Edit groups`, sentence: msg`Create, change and delete groups.` },
    ],
  },
  {
    title: msg`Activities and reminders`,
    permissions: [
      { id: 'ACTIVITIES_READ', name: msg`See activities`, sentence: msg`Read what users did.` },
      { id: 'ACTIVITIES_WRITE', name: msg`Record activities`, sentence: msg`Add activities and delete them.` },
      { id: 'REMINDERS_WRITE', name: msg`Set reminders`, sentence: msg`Set reminders about users.` },
    ],
  },
  {
    title: msg`Many at once`,
    permissions: [
      { id: 'IMPORT', name: msg`Import`, sentence: msg`Add and change many users from a file.`, risk: 'some' },
      { id: 'EXPORT', name: msg`Export`, sentence: msg`Download users with all that is known of them.`, risk: 'some' },
      { id: 'JOBS_WRITE', name: msg`Manage jobs`, sentence: msg`Schedule jobs and run them.` },
    ],
  },
  {
    title: msg`Looking back`,
    permissions: [
      {
        id: 'MESSAGES_READ',
        name: msg`See email`,
        sentence: msg`Read what was mailed to users, and what became of it.`,
      },
      { id: 'CHANGES_READ', name: msg`See changes`, sentence: msg`Read who changed what, and when.` },
    ],
  },
  {
    title: msg`Portico itself`,
    permissions: [
      { id: 'ROLES_WRITE', name: msg`Edit roles`, sentence: msg`Decide what roles may do.`, risk: 'high' },
      {
        id: 'API_CLIENTS_WRITE',
        name: msg`Manage API clients`,
        sentence: msg`Let programs read and change users.`,
        risk: 'high',
      },
      {
        id: 'WEBHOOKS_WRITE',
        name: msg`Manage webhooks`,
        sentence: msg`Send news of users to other addresses.`,
        risk: 'high',
      },
      {
        id: 'SETTINGS_WRITE',
        name: msg`Change settings`,
        sentence: msg`Change how Portico works for everybody.`,
        risk: 'high',
      },
    ],
  },
];

/** Every permission in words, by its name. */
export const permissionWords = Object.fromEntries(
  permissionGroups.flatMap(({ permissions }) => permissions.map((one) => [one.id, one])),
) as Record<Permission, PermissionWords>;

/** Whom a reach is about. */
export const reachWords: Record<Reach, { name: MessageDescriptor; sentence: MessageDescriptor }> = {
  EVERYTHING: { name: msg`Everybody`, sentence: msg`All users, whatever their company and groups.` },
  ASSIGNED_COMPANIES: {
    name: msg`Their companies`,
    sentence: msg`Users of the holder's own company and of those assigned to them.`,
  },
  MANAGED_GROUPS: {
    name: msg`Their groups`,
    sentence: msg`Users of the groups that the holder manages; without any, nobody.`,
  },
};
