import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FeatureName } from '@/gen/graphql';

/** What a feature is called, and what is missing while it is off. */
export const featureWords: Record<FeatureName, { name: MessageDescriptor; sentence: MessageDescriptor }> = {
  ACTIVITIES: { name: msg`Activities`, sentence: msg`The stream of what users did.` },
  REMINDERS: { name: msg`Reminders`, sentence: msg`Dated things to remember about users.` },
  NOTES: {
    name: msg`Notes`,
    sentence: msg`Private notes about users. While off they are kept, and nobody reads them.`,
  },
  IMPORT: { name: msg`Import`, sentence: msg`Adding and changing users from a file.` },
  EXPORT: { name: msg`Export`, sentence: msg`Downloading users as a file.` },
  JOBS: { name: msg`Jobs`, sentence: msg`Scheduled jobs, such as notifications.` },
  SIGNUP_FORM: { name: msg`Sign-up form`, sentence: msg`Signing up from other sites.` },
  PROTECTED_PAGES: {
    name: msg`Protected pages`,
    sentence: msg`Pages behind a reverse proxy. While off nobody passes.`,
  },
  API_CLIENTS: {
    name: msg`API clients`,
    sentence: msg`Tokens of partner portals and programs. While off all are refused.`,
  },
  WEBHOOKS: { name: msg`Webhooks`, sentence: msg`News of users, sent to other addresses.` },
};
