import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Other names under which the search box finds a place, by its id: they come with it, not with every screen. */
export const aliases: Readonly<Record<string, readonly MessageDescriptor[]>> = {
  users: [
    msg`Manage Users`,
    msg`User Management › Users`,
    msg`Company Profile › Users › Users`,
    msg`Settings › CRM Settings › Manage Users`,
  ],
  groups: [msg`User Management › Groups`, msg`Teams`],
  roles: [msg`User Management › Roles`, msg`Permissions`, msg`New Role`],
  customers: [msg`User Management › Customers`, msg`Companies`, msg`Contracts`],
  jobs: [msg`Notification job`, msg`Schedules`],
  email: [msg`Deliveries`, msg`Messages`],
  developers: [msg`Sign-up form`, msg`API clients`, msg`Tokens`, msg`Partner portals`, msg`New API client`],
  settings: [msg`Features`, msg`Settings › Features`],
  'new-user': [msg`New User`, msg`Add New User`, msg`Create › User`],
  'new-group': [msg`New Group`, msg`Create › Group`],
  'new-reminder': [msg`Create › Reminder`],
  'new-job': [msg`New Job`, msg`Create › Job`],
};
