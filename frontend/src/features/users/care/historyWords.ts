import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { MessageKind, WarningCode } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { messageKinds } from '@/parts/messages/words';

/** What the fields of the journal are called on the card. */
const fields: Record<string, MessageDescriptor> = {
  first_name: msg`First Name`,
  last_name: msg`Last Name`,
  title: msg`Title`,
  email: msg`Email`,
  cell_phone: msg`Cell Phone`,
  office_phone: msg`Office Phone`,
  extension: msg`Extension`,
  address: msg`Address`,
  note: msg`Note`,
  status: msg`Status`,
  company_id: msg`Company`,
  role_id: msg`Assigned Role`,
  group_id: msg`Group`,
  from_group_id: msg`From the deleted group`,
  role: msg`In the group`,
  contract_id: msg`Contract`,
  login_name: msg`Login Name`,
  notify: msg`Told`,
  notified_at: msg`Told at`,
  deleted_at: msg`Deleted`,
  closed_at: msg`Closed`,
  last_sign_in_at: msg`Last sign-in`,
  supersedes_id: msg`Supersedes`,
  shared: msg`Shared`,
  email_subscribed: msg`Email communication`,
  email_subscription_changed_at: msg`Last change of email communication`,
  email_subscription_source: msg`How it was changed`,
  activated_at: msg`Password chosen`,
  unlocked_at: msg`Unlocked`,
  sessions_ended_at: msg`Signed out`,
  kind: msg`Kind`,
  subject: msg`Subject`,
  due_at: msg`Due`,
  done_at: msg`Done`,
  assignee_id: msg`For`,
  recurrence: msg`Repeat`,
  time_zone: msg`Time zone`,
  to: msg`To`,
  temporary_until: msg`Temporary password until`,
  temporary_expires_at: msg`Temporary password until`,
};

/** What the values that are names of ours are called. */
const values: Record<string, MessageDescriptor> = {
  true: msg`on`,
  false: msg`off`,
  ACTIVE: msg`Active`,
  INACTIVE: msg`Inactive`,
  MEMBER: msg`Member`,
  MANAGER: msg`Group Manager`,
  IMMEDIATELY: msg`at once`,
  BY_JOB: msg`by a Notification job`,
  NEVER: msg`not yet`,
  ADMIN: msg`by an administrator`,
  SIGNUP_FORM: msg`by the sign-up form`,
  IMPORT: msg`by an import`,
  UNSUBSCRIBE_LINK: msg`by the link in an email`,
  API: msg`over the API`,
  SELF: msg`by themselves`,
};

/** Fields whose values are names of ours; elsewhere somebody may have typed the same word. */
const named = ['status', 'role', 'notify', 'email_subscribed', 'email_subscription_source'];

const titles: Record<string, MessageDescriptor> = {
  'User CREATE': msg`User created`,
  'User UPDATE': msg`Details changed`,
  'User DELETE': msg`User deleted`,
  'User RESTORE': msg`User restored`,
  'Account CREATE': msg`Account created`,
  'Account UPDATE': msg`Account changed`,
  'Account DELETE': msg`Account removed`,
  'Credential CREATE': msg`Password set`,
  'Credential UPDATE': msg`Password changed`,
  'Factor CREATE': msg`Authenticator app set up`,
  'Factor UPDATE': msg`Second factor changed`,
  'Factor DELETE': msg`Authenticator app taken away`,
  'Passkey CREATE': msg`Passkey added`,
  'Passkey DELETE': msg`Passkey removed`,
  'Message CREATE': msg`Email queued`,
  'Message UPDATE': msg`Email on its way`,
  'Membership CREATE': msg`Added to a group`,
  'Membership UPDATE': msg`Membership changed`,
  'Membership DELETE': msg`Taken out of a group`,
  'Assignment CREATE': msg`Company assigned`,
  'Assignment UPDATE': msg`Assignment changed`,
  'Assignment DELETE': msg`Assignment taken away`,
  'Reminder CREATE': msg`Reminder set`,
  'Reminder UPDATE': msg`Reminder changed`,
  'Reminder DELETE': msg`Reminder deleted`,
  'Reminder RESTORE': msg`Reminder restored`,
  'SavedView CREATE': msg`View saved`,
  'SavedView UPDATE': msg`View changed`,
  'SavedView DELETE': msg`View deleted`,
};

/** What somebody saved in spite of. */
const warnings: Record<WarningCode, MessageDescriptor> = {
  SAME_NAME_IN_COMPANY: msg`same name in the company`,
  EMAIL_DOMAIN_UNLIKE_COMPANY: msg`email unlike the company's`,
  PHONE_UNPARSEABLE: msg`unusual phone number`,
  EMAIL_BOUNCED_BEFORE: msg`mail came back from this address before`,
  PRIVILEGED_WITHOUT_FACTOR: msg`powerful role without a second factor`,
  SUBJECT_LONG: msg`long subject`,
  LINK_ELSEWHERE: msg`link to elsewhere`,
  EXPIRY_UNSAID: msg`end of the link unsaid`,
};

/** "cell_phone" as words, for a field without a name of its own. */
const plain = (name: string) => {
  const text = name.replace(/_id$/, '').replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const isTime = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text);

/** How the journal reads on the card. */
export function useHistoryWords() {
  const { t } = useLingui();
  const format = useFormat();
  return {
    /** What a change is, in a few words. */
    title: (entity: string, operation: string) => {
      const known = titles[`${entity} ${operation}`];
      return known ? t(known) : plain(`${entity} ${operation.toLowerCase()}`);
    },
    warning: (code: WarningCode) => t(warnings[code]),
    field: (name: string) => (fields[name] ? t(fields[name]) : plain(name)),
    /** Keys of other rows say nothing, and versions count by themselves. */
    isShown: (name: string) => !['id', 'user_id', 'version', 'created_at', 'updated_at'].includes(name),
    value: (name: string, value: string | null | undefined): string => {
      if (!value) return t`nothing`;
      if (name === 'kind' && value in messageKinds) return t(messageKinds[value as MessageKind]);
      if (named.includes(name) && values[value]) return t(values[value]);
      return isTime(value) ? format.dateTime(value) : value;
    },
  };
}
