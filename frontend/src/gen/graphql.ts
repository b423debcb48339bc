/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AccountState =
  | 'ACTIVE'
  | 'CLOSED'
  | 'INVITATION_EXPIRED'
  | 'INVITED'
  | 'LOCKED'
  | 'NONE'
  | 'TEMPORARY_PASSWORD';

export type ActivitySource =
  /** By an API client. */
  | 'API'
  /** A message that Portico sent. */
  | 'EMAIL'
  /** By hand, by somebody who is signed in. */
  | 'MANUAL'
  /** A sign-in to Portico. */
  | 'SIGN_IN'
  /** Something else that Portico noticed, such as a change of consent. */
  | 'SYSTEM';

export type AssignmentInput = {
  companyId: string | number;
  contractId?: string | number | null | undefined;
};

/** Either userIds or filter; at least one change; deleting goes with no other. */
export type BulkUpdateUsersInput = {
  addGroupIds?: Array<string | number> | null | undefined;
  delete?: boolean | null | undefined;
  /** As it finds users at the start, within the viewer's reach; {} is everybody. */
  filter?: UserFilter | null | undefined;
  /** With resendInvitation: whoever has a password by now is sent no reset, and is a failure of the run. */
  invitationsOnly?: boolean | null | undefined;
  /** Of the warnings that were shown; nothing was started then. */
  overrideWarnings?: Array<WarningCode> | null | undefined;
  removeGroupIds?: Array<string | number> | null | undefined;
  /** As resendInvitation does, for each. */
  resendInvitation?: boolean | null | undefined;
  /** As revokeInvitation does, for each. */
  revokeInvitation?: boolean | null | undefined;
  roleId?: string | number | null | undefined;
  status?: UserStatus | null | undefined;
  /** At most 1,000. What the viewer may not see fails like what does not exist. */
  userIds?: Array<string | number> | null | undefined;
};

export type ChangeFilter = {
  actor?: string | null | undefined;
  at?: TimeRange | null | undefined;
  entityId?: string | number | null | undefined;
};

export type ChangePasswordInput = {
  currentPassword: string;
  newPassword: string;
};

export type ColumnInput = {
  /** The key of a field, or its heading in our files; absent for a column that is ignored. */
  field?: string | null | undefined;
  heading: string;
};

export type ConsentSource =
  | 'ADMIN'
  | 'API'
  | 'IMPORT'
  | 'SELF'
  | 'SIGNUP_FORM'
  | 'UNSUBSCRIBE_LINK';

export type CreateApiClientInput = {
  /** Scheme and host, exactly; at most 20. */
  allowedOrigins?: Array<string> | null | undefined;
  /** Needed by ASSIGNED_COMPANIES, and by nothing else; at most 100. */
  companyIds?: Array<string | number> | null | undefined;
  /** Absent: never. */
  expiresAt?: string | null | undefined;
  /** Needed by MANAGED_GROUPS, and by nothing else; at most 100. */
  groupIds?: Array<string | number> | null | undefined;
  /** At most 100 characters. */
  name: string;
  /** No further than the viewer's own. */
  reach?: Reach;
  /** At least one, and none that the viewer does not have. */
  scopes: Array<Permission>;
};

export type CreateAccountInput = {
  account: NewAccountInput;
  overrideWarnings?: Array<WarningCode> | null | undefined;
  roleId?: string | number | null | undefined;
  userId: string | number;
};

export type CreateCompanyInput = {
  /** At most 1,000 characters; may have several lines. */
  address?: string | null | undefined;
  /** The domain of its users' email addresses, such as example.org; kept in lower case and in ASCII. */
  emailDomain?: string | null | undefined;
  /** At most 200 characters; no two companies have the same, in whatever case. */
  name: string;
  /** At most 50 characters. */
  phone?: string | null | undefined;
};

export type CreateContractInput = {
  companyId: string | number;
  /** The last day; not before the first. */
  endsOn?: string | null | undefined;
  /** At most 200 characters. */
  name: string;
  /** At most 100 characters; no two contracts of a company have the same, in whatever case. */
  number: string;
  startsOn?: string | null | undefined;
};

export type CreateGroupInput = {
  /** At most 1,000 characters. */
  description?: string | null | undefined;
  /** At most 100 characters; no two groups have the same, in whatever case. */
  name: string;
};

export type CreateJobInput = {
  enabled?: boolean | null | undefined;
  name: string;
  /** Absent or empty: by hand only. */
  schedule?: string | null | undefined;
  /** At most 10, done one after the other. A job without any does nothing. */
  steps: Array<JobStepInput>;
  /** Absent: UTC. */
  timeZone?: string | null | undefined;
};

export type CreateReminderInput = {
  /** Somebody who sees the user; absent, whoever sets it. */
  assigneeId?: string | number | null | undefined;
  /** Counts in whole seconds. With a recurrence, the first date of the rule at or after it. */
  dueAt: string;
  /** At most 2,000 characters; may have several lines. */
  note?: string | null | undefined;
  /** An RRULE of RFC 5545: DAILY, WEEKLY, MONTHLY or YEARLY, at most 255 characters. 29 February means leap years. */
  recurrence?: string | null | undefined;
  /** UTC if absent. */
  timeZone?: string | null | undefined;
  /** At most 200 characters. */
  title: string;
  userId: string | number;
};

export type CreateRoleInput = {
  grantIds?: Array<string | number> | null | undefined;
  /** At most 100 characters; no other role has it. */
  name: string;
  permissions: Array<Permission>;
  reach: Reach;
  requiresFactor?: boolean | null | undefined;
};

export type CreateUserInput = {
  /** Absent means no account: no sign-in and no mail. */
  account?: NewAccountInput | null | undefined;
  address?: string | null | undefined;
  assignments?: Array<AssignmentInput> | null | undefined;
  cellPhone?: string | null | undefined;
  companyId?: string | number | null | undefined;
  /** Finds the company of this name, or creates it. */
  companyName?: string | null | undefined;
  email: string;
  /** Whether they receive email communication; off unless said. */
  emailSubscribed?: boolean | null | undefined;
  extension?: string | null | undefined;
  firstName: string;
  groupIds?: Array<string | number> | null | undefined;
  /** The same as the Global Administrator role; only without custom groups. */
  isGlobalAdmin?: boolean | null | undefined;
  lastName: string;
  /** The user becomes manager of these; each must be among groupIds. */
  managerOfGroupIds?: Array<string | number> | null | undefined;
  /** Finds the groups of these names, or creates them. */
  newGroupNames?: Array<string> | null | undefined;
  note?: string | null | undefined;
  officePhone?: string | null | undefined;
  overrideWarnings?: Array<WarningCode> | null | undefined;
  /** Absent means Member. */
  roleId?: string | number | null | undefined;
  title?: string | null | undefined;
};

export type DeleteGroupInput = {
  id: string | number;
  /** All members go to this group, as members. Absent, or the Default group: those go to the Default group who are in no other. */
  moveMembersToId?: string | number | null | undefined;
};

export type EndSessionsInput = {
  /** Absent: all of them. */
  sessionId?: string | number | null | undefined;
  userId: string | number;
};

/** Why nothing was saved. Each code has one meaning, wherever it appears. */
export type ErrorCode =
  | 'ACCOUNT_EXISTS'
  | 'BAD_CODE'
  | 'BAD_CREDENTIALS'
  | 'BAD_FILE'
  | 'CONFLICT'
  | 'CONTRACT_NOT_OF_COMPANY'
  | 'EMAIL_IS_STATIC'
  | 'FEATURE_DISABLED'
  | 'FORBIDDEN'
  | 'GLOBAL_ADMIN_NEEDS_DEFAULT_GROUP'
  | 'GROUP_MANAGER_NEEDS_CUSTOM_GROUP'
  | 'HEADINGS_CHANGED'
  | 'INVALID'
  | 'LAST_GLOBAL_ADMIN'
  | 'LEADING_OR_TRAILING_SPACE'
  | 'LINK_EXPIRED'
  | 'LINK_REPLACED'
  | 'LINK_UNKNOWN'
  | 'LINK_USED'
  | 'NO_ACCOUNT'
  | 'NO_EMAIL'
  | 'PASSWORD_TOO_COMMON'
  | 'PASSWORD_TOO_SHORT'
  /** Prove who you are first, by proveIdentity: you signed in too long ago for this. */
  | 'PROOF_REQUIRED'
  | 'REQUIRED'
  | 'ROLE_NOT_GRANTABLE'
  | 'TAKEN'
  | 'TOO_MANY_ATTEMPTS'
  | 'UNKNOWN'
  | 'WARNINGS';

export type ExportFormat =
  /** UTF-8 with a byte order mark, commas, RFC 4180. An apostrophe stands before what a spreadsheet would calculate; importing it again takes it away. */
  | 'CSV'
  /** At most 1,048,575 users. */
  | 'XLSX';

export type FactorProvider =
  /** A code by email: six digits, for ten minutes. */
  | 'EMAIL'
  | 'NONE'
  | 'PASSKEY'
  /** An authenticator app (RFC 6238). */
  | 'TOTP';

export type FeatureName =
  | 'ACTIVITIES'
  | 'API_CLIENTS'
  | 'EXPORT'
  | 'IMPORT'
  | 'JOBS'
  | 'NOTES'
  | 'PROTECTED_PAGES'
  | 'REMINDERS'
  | 'SIGNUP_FORM'
  | 'WEBHOOKS';

export type IdInput = {
  id: string | number;
};

export type ImportOptions = {
  /** When the owners of accounts are told that rows with Send Invitation open. */
  notify?: Notify | null | undefined;
  onExisting?: OnExisting | null | undefined;
  /** Rows with these warnings are saved all the same. */
  overrideWarnings?: Array<WarningCode> | null | undefined;
};

export type ImportState =
  | 'CHECKED'
  /** Each row is looked at as the run will do it, and nothing is kept. */
  | 'CHECKING'
  | 'DONE'
  | 'FAILED'
  /** Some columns are not clear: say what they are with mapImport. */
  | 'NEEDS_MAPPING'
  | 'RUNNING'
  /** By somebody, or since whoever asked for it may not go on; reason says which. What was done stays. */
  | 'STOPPED'
  | 'UNDOING'
  | 'UNDONE';

/** Where the newest invitation or notice of somebody without a password stands. */
export type InvitationState =
  /** The email came back, was marked as spam or was refused. The newest 1,000. */
  | 'BOUNCED'
  /** Its link works no more. */
  | 'EXPIRED'
  /** Its link works. */
  | 'PENDING'
  /** An administrator took it back. */
  | 'REVOKED';

export type IssueSeverity =
  | 'ERROR'
  | 'WARNING';

export type JobStepInput = {
  /** What is wrong with them is said at steps.N.options; unknown ones are refused. NOTIFICATION and REMINDERS take none. */
  options?: Record<string, unknown> | null | undefined;
  task: JobTask;
};

export type JobTask =
  /**
   * Makes a file of users, under exports, for whoever saved the job's steps last and with the rights that they have when it runs. The run
   * waits for it; where it comes to no file, the run has FAILED and its log tells why. Options: those of StartExportInput. Needs EXPORT to be saved.
   */
  | 'EXPORT'
  /** Sends one notice to everybody whose account says BY_JOB and who was not told yet. */
  | 'NOTIFICATION'
  /**
   * Erases for good what was deleted long enough ago: users with all that is theirs, whose values are blanked in the journal, and reminders,
   * jobs, protected pages, contracts, groups, companies and roles. Options: days, 30 to 3,650; 30 where nothing is said. Needs USERS_DELETE to be saved.
   */
  | 'PURGE'
  /** Mails everybody one digest of the reminders that are overdue or due within a day for them. */
  | 'REMINDERS';

export type LinkState =
  | 'EXPIRED'
  | 'REPLACED'
  | 'UNKNOWN'
  | 'USED'
  | 'VALID';

/** Columns that are not named stay as they are. */
export type MapImportInput = {
  columns: Array<ColumnInput>;
  id: string | number;
};

export type MembersInput = {
  groupId: string | number;
  /** At most 500. */
  userIds: Array<string | number>;
};

export type MembershipRole =
  | 'MANAGER'
  | 'MEMBER';

export type MessageFilter = {
  kind?: Array<MessageKind> | null | undefined;
  /** What the link that it brought is still good for; without a link it is found by none. */
  linkState?: Array<LinkState> | null | undefined;
  /** Substring of the person's name, the address or the subject, as they were, in any case. At most 200 characters. */
  search?: string | null | undefined;
  state?: Array<MessageState> | null | undefined;
  userId?: string | number | null | undefined;
};

export type MessageKind =
  /** The template of digests, and tests of it. What goes out is a REMINDER. */
  | 'DIGEST'
  | 'EMAIL_CODE'
  /** The file that a job made for somebody can be fetched. */
  | 'EXPORT_READY'
  | 'INVITATION'
  | 'NOTICE'
  /** Says that the link of an invitation ends soon. */
  | 'NUDGE'
  | 'PASSWORD_RESET'
  | 'REMINDER'
  | 'SECURITY_ALERT'
  | 'SIGNUP_CONFIRMATION';

export type MessageState =
  | 'BOUNCED'
  | 'COMPLAINED'
  | 'DELIVERED'
  | 'FAILED'
  /** No mail provider is set: it can be read here and was not sent. */
  | 'KEPT'
  | 'OPENED'
  | 'QUEUED'
  | 'SENT'
  /** No answer from the provider for a day; never silently sent again. */
  | 'UNKNOWN';

export type NewAccountInput = {
  /** Absent means the contact email; empty is refused with NO_EMAIL. */
  email?: string | null | undefined;
  factorProvider?: FactorProvider | null | undefined;
  /** Absent means the account email. */
  loginName?: string | null | undefined;
  notify?: Notify;
};

/** When the owner of a new account is told. */
export type Notify =
  /** Nothing goes out until a Notification job runs. */
  | 'BY_JOB'
  /** An invitation goes out now. */
  | 'IMMEDIATELY'
  /** Nothing goes out, and there is no access until somebody invites them. */
  | 'NEVER';

export type OnExisting =
  /** Rows that find a user change nothing. */
  | 'SKIP'
  | 'UPDATE';

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type PasskeyInput = {
  /** What the browser answered, by its toJSON. */
  credential: Record<string, unknown>;
  /** At most 60 characters; absent: the browser in words. */
  name?: string | null | undefined;
};

export type Permission =
  | 'ACCOUNTS_MANAGE'
  | 'ACTIVITIES_READ'
  | 'ACTIVITIES_WRITE'
  | 'API_CLIENTS_WRITE'
  | 'CHANGES_READ'
  | 'COMPANIES_READ'
  | 'COMPANIES_WRITE'
  | 'CONSENT_WRITE'
  | 'EXPORT'
  | 'GROUPS_WRITE'
  | 'IMPORT'
  | 'JOBS_WRITE'
  | 'MESSAGES_READ'
  | 'NOTES_READ'
  | 'REMINDERS_WRITE'
  | 'ROLES_WRITE'
  | 'SETTINGS_WRITE'
  | 'USERS_DELETE'
  | 'USERS_READ'
  | 'USERS_WRITE'
  | 'WEBHOOKS_WRITE';

export type ProtectedPageInput = {
  /** At most 100. */
  groupIds: Array<string | number>;
  /** Needed to update, and for nothing else. */
  id?: string | number | null | undefined;
  /** At most 500 characters; no two pages have the same. */
  pattern: string;
  /** As it was read. Needed to update. */
  version?: number | null | undefined;
};

/** The password, with a code where the answer asks for one; or a passkey alone. */
export type ProveIdentityInput = {
  /** Of the app, of the email that the answer tells of, or a recovery code. */
  code?: string | null | undefined;
  /** What the browser answered to the options of beginPasskeySignIn, by its toJSON. */
  credential?: Record<string, unknown> | null | undefined;
  password?: string | null | undefined;
};

export type Reach =
  | 'ASSIGNED_COMPANIES'
  | 'EVERYTHING'
  | 'MANAGED_GROUPS';

export type RecordActivityInput = {
  /** At most 16 kB as JSON, 8 levels deep. */
  data?: Record<string, unknown> | null | undefined;
  /** The email of the user's record or account, in any case. */
  email?: string | null | undefined;
  /** At most 64 characters. */
  kind: string;
  /** Now if it is absent; at most a day ahead. */
  occurredAt?: string | null | undefined;
  /** At most 1,000 characters. */
  summary: string;
  /** Either this or email. */
  userId?: string | number | null | undefined;
};

export type ReminderFilter = {
  /** For this user. */
  assigneeId?: string | number | null | undefined;
  done?: boolean | null | undefined;
  /** Due by now and not done, or not. */
  due?: boolean | null | undefined;
  dueAt?: TimeRange | null | undefined;
  /** About this user. */
  userId?: string | number | null | undefined;
};

export type RenewLinkInput = {
  token: string;
};

export type RequestPasswordResetInput = {
  login: string;
};

export type ResolveMessageInput = {
  id: string | number;
  /** Of the warnings that were shown; nothing was sent then. */
  overrideWarnings?: Array<WarningCode> | null | undefined;
  /** False: it arrived, and counts as sent. True: it is sent again, with a fresh link. */
  sendAgain: boolean;
};

/** What is absent stays as it was checked. */
export type RunImportInput = {
  id: string | number;
  notify?: Notify | null | undefined;
  overrideWarnings?: Array<WarningCode> | null | undefined;
};

export type RunKind =
  | 'BULK_UPDATE'
  /** An execution of a job. */
  | 'JOB'
  /** Takes another run back. */
  | 'UNDO';

export type RunState =
  /** Stopped by somebody, or since whoever started it may not go on; log says which. */
  | 'CANCELLED'
  /** It could not be done, or a step that decides, such as an export, failed; log says why. */
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  /** It came to its end; failed says how many could not be changed. */
  | 'SUCCEEDED';

export type SaveViewInput = {
  /** Absent: a new view. */
  id?: string | number | null | undefined;
  /** At most 100 characters. */
  name: string;
  /** At most 2,000 characters. */
  query: string;
  shared?: boolean | null | undefined;
};

export type SendTestMessageInput = {
  templateId: string | number;
  to: string;
};

export type SetEmailSubscriptionInput = {
  subscribed: boolean;
  userId: string | number;
};

export type SetFactorProviderInput = {
  provider: FactorProvider;
  userId: string | number;
};

export type SetFeatureInput = {
  enabled: boolean;
  name: FeatureName;
  /** At most 200 characters, read by everybody. It counts only for switching off. */
  reason?: string | null | undefined;
};

export type SetManagerInput = {
  groupId: string | number;
  /** Otherwise the user becomes a plain member. */
  manager: boolean;
  userId: string | number;
};

export type SetPasswordInput = {
  /** 8 to 128 characters; no spaces at its ends; not a common one. */
  password: string;
  token: string;
};

export type SetTemporaryPasswordInput = {
  /** Handed over in person; works for 24 hours and must be changed at the first sign-in. */
  password: string;
  userId: string | number;
};

export type SetUpInput = {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
  token: string;
};

export type SignInInput = {
  /** A login name or an account email. */
  login: string;
  password: string;
};

export type SignInStep =
  | 'CHANGE_PASSWORD'
  | 'DONE'
  | 'ENROL_FACTOR'
  | 'VERIFY_FACTOR';

export type StartExportInput = {
  /** Keys or headings of sheetColumns, in the order of the file; absent: all of them. */
  columns?: Array<string> | null | undefined;
  /** Absent: every user whom the viewer may export. */
  filter?: UserFilter | null | undefined;
  format?: ExportFormat | null | undefined;
};

export type SupersedeUserInput = {
  email: string;
  userId: string | number;
};

export type TemplatePreviewInput = {
  html: string;
  id: string | number;
  subject: string;
  text: string;
};

export type TimeRange = {
  /** Inclusive. */
  from?: string | null | undefined;
  /** Exclusive. */
  to?: string | null | undefined;
};

export type UndoChangeInput = {
  changeId: string | number;
  /** Restores only these; absent means all. */
  fields?: Array<string> | null | undefined;
};

/** What is absent stays as it is. */
export type UpdateApiClientInput = {
  allowedOrigins?: Array<string> | null | undefined;
  companyIds?: Array<string | number> | null | undefined;
  /** null: never. */
  expiresAt?: string | null | undefined;
  groupIds?: Array<string | number> | null | undefined;
  id: string | number;
  name?: string | null | undefined;
  reach?: Reach | null | undefined;
  scopes?: Array<Permission> | null | undefined;
  /** As it was read. */
  version: number;
};

/** Absent fields stay as they are; null clears. */
export type UpdateCompanyInput = {
  address?: string | null | undefined;
  emailDomain?: string | null | undefined;
  id: string | number;
  name?: string | null | undefined;
  phone?: string | null | undefined;
  /** The version that was read. */
  version: number;
};

/** Absent fields stay as they are; null clears. */
export type UpdateContractInput = {
  endsOn?: string | null | undefined;
  id: string | number;
  name?: string | null | undefined;
  number?: string | null | undefined;
  startsOn?: string | null | undefined;
  /** The version that was read. */
  version: number;
};

/** Absent fields stay as they are; null clears. */
export type UpdateGroupInput = {
  description?: string | null | undefined;
  id: string | number;
  /** The Default group keeps its name. */
  name?: string | null | undefined;
  /** The version that was read. */
  version: number;
};

/** What is absent stays as it is. */
export type UpdateJobInput = {
  /** false pauses the job. */
  enabled?: boolean | null | undefined;
  id: string | number;
  name?: string | null | undefined;
  /** Empty: by hand only. */
  schedule?: string | null | undefined;
  steps?: Array<JobStepInput> | null | undefined;
  timeZone?: string | null | undefined;
  /** As it was read. */
  version: number;
};

export type UpdateProfileInput = {
  cellPhone?: string | null | undefined;
  emailSubscribed?: boolean | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  /** BCP 47, such as en or de-CH; empty follows the browser. */
  locale?: string | null | undefined;
  officePhone?: string | null | undefined;
  /** IANA, such as Europe/Oslo; empty follows the browser. */
  timeZone?: string | null | undefined;
  version: number;
};

/** Absent fields stay as they are; null clears. */
export type UpdateReminderInput = {
  /** Null is whoever set it. */
  assigneeId?: string | number | null | undefined;
  /** Alone it snoozes: of a recurring one it moves the date at which that stands, and the series stays. With recurrence or timeZone beside it, the series begins anew there. */
  dueAt?: string | null | undefined;
  id: string | number;
  note?: string | null | undefined;
  recurrence?: string | null | undefined;
  timeZone?: string | null | undefined;
  title?: string | null | undefined;
  /** The version that was read. */
  version: number;
};

/** Absent fields stay as they are. */
export type UpdateRoleInput = {
  grantIds?: Array<string | number> | null | undefined;
  id: string | number;
  name?: string | null | undefined;
  permissions?: Array<Permission> | null | undefined;
  reach?: Reach | null | undefined;
  requiresFactor?: boolean | null | undefined;
  /** The version that was read. */
  version: number;
};

/** What is absent stays as it is. */
export type UpdateSettingsInput = {
  /** 1 to 36500; null: for ever, but for those of an email that nobody has, which are kept for a year. */
  activityRetentionDays?: number | null | undefined;
  /** en, de, fr, es or nb. */
  defaultLocale?: string | null | undefined;
  keepUnknownActivities?: boolean | null | undefined;
  nudgeBeforeExpiry?: boolean | null | undefined;
  /** https and a host, exactly, or a site on this machine; at most 20. */
  redirectOrigins?: Array<string> | null | undefined;
  /** As it was read. */
  version: number;
};

/** What is absent stays as it is; null goes back to what is built in in its language. */
export type UpdateTemplateInput = {
  html?: string | null | undefined;
  id: string | number;
  /** Of the warnings that were shown; nothing was saved then. */
  overrideWarnings?: Array<WarningCode> | null | undefined;
  subject?: string | null | undefined;
  text?: string | null | undefined;
  /** As it was read. */
  version: number;
};

/** Absent fields stay as they are; null clears. */
export type UpdateUserInput = {
  address?: string | null | undefined;
  assignments?: Array<AssignmentInput> | null | undefined;
  cellPhone?: string | null | undefined;
  companyId?: string | number | null | undefined;
  companyName?: string | null | undefined;
  /** Refused with EMAIL_IS_STATIC unless unchanged. */
  email?: string | null | undefined;
  extension?: string | null | undefined;
  firstName?: string | null | undefined;
  /** Replaces only the groups that the actor can see. */
  groupIds?: Array<string | number> | null | undefined;
  isGlobalAdmin?: boolean | null | undefined;
  lastName?: string | null | undefined;
  managerOfGroupIds?: Array<string | number> | null | undefined;
  newGroupNames?: Array<string> | null | undefined;
  note?: string | null | undefined;
  officePhone?: string | null | undefined;
  overrideWarnings?: Array<WarningCode> | null | undefined;
  roleId?: string | number | null | undefined;
  title?: string | null | undefined;
  userId: string | number;
  /** The version that was read. */
  version: number;
};

export type UserDraft = {
  cellPhone?: string | null | undefined;
  companyId?: string | number | null | undefined;
  email?: string | null | undefined;
  /** Of a new account. */
  factorProvider?: FactorProvider | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  officePhone?: string | null | undefined;
  /** The role of somebody who signs in, or will. */
  roleId?: string | number | null | undefined;
  /** The user who is changed; absent for a new one. */
  userId?: string | number | null | undefined;
};

export type UserFilter = {
  accountState?: Array<AccountState> | null | undefined;
  companyIds?: Array<string | number> | null | undefined;
  createdAt?: TimeRange | null | undefined;
  emailSubscribed?: boolean | null | undefined;
  groupIds?: Array<string | number> | null | undefined;
  /** Of users without a password, where their newest invitation or notice stands. BOUNCED needs MESSAGES_READ. */
  invitation?: Array<InvitationState> | null | undefined;
  lastSignInAt?: TimeRange | null | undefined;
  neverSignedIn?: boolean | null | undefined;
  roleIds?: Array<string | number> | null | undefined;
  /** Substring of name, email, login name, company name or phone, in any case. At most 200 characters. */
  search?: string | null | undefined;
  status?: Array<UserStatus> | null | undefined;
  updatedAt?: TimeRange | null | undefined;
};

export type UserIdInput = {
  userId: string | number;
  version?: number | null | undefined;
};

export type UserOrder = {
  direction?: OrderDirection;
  field: UserOrderField;
};

export type UserOrderField =
  | 'CELL_PHONE'
  | 'COMPANY'
  | 'CREATED_AT'
  | 'EMAIL'
  | 'EMAIL_SUBSCRIBED'
  | 'EXTENSION'
  | 'FIRST_NAME'
  /** By the name of the group that was joined first. Offered to those who see every group. */
  | 'GROUP'
  | 'LAST_NAME'
  | 'LAST_SIGN_IN_AT'
  | 'LOGIN_NAME'
  | 'OFFICE_PHONE'
  | 'ROLE'
  | 'STATUS'
  | 'TITLE'
  | 'UPDATED_AT';

export type UserStatus =
  | 'ACTIVE'
  | 'INACTIVE';

export type VerifyFactorInput = {
  /** Of the app, of the email, or a recovery code. */
  code: string;
};

export type WarningCode =
  | 'EMAIL_BOUNCED_BEFORE'
  | 'EMAIL_DOMAIN_UNLIKE_COMPANY'
  /** A template that does not say how long its link works. */
  | 'EXPIRY_UNSAID'
  /** A template that leads out of the hub. */
  | 'LINK_ELSEWHERE'
  | 'PHONE_UNPARSEABLE'
  | 'PRIVILEGED_WITHOUT_FACTOR'
  | 'SAME_NAME_IN_COMPANY'
  /** Most programs would cut it. */
  | 'SUBJECT_LONG';

export type PaletteQueryVariables = Exact<{
  search: string;
}>;


export type PaletteQuery = { users: { edges: Array<{ node: { id: string, firstName: string, lastName: string, email: string } }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { permissions: Array<Permission>, reach: Reach, user: { id: string, firstName: string, lastName: string, email: string } | null, grantableRoles: Array<{ id: string, name: string }>, managedGroups: Array<{ id: string }>, features: Array<{ name: FeatureName, enabled: boolean, reason: string | null }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ message: string }> } };

export type NoAccessPageQueryVariables = Exact<{ [key: string]: never; }>;


export type NoAccessPageQuery = { viewer: { user: { firstName: string, lastName: string, email: string } | null, features: Array<{ name: FeatureName, enabled: boolean, reason: string | null }> } };

export type NoAccessPageSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type NoAccessPageSignOutMutation = { signOut: { userErrors: Array<{ message: string }> } };

export type CreateContractMutationVariables = Exact<{
  input: CreateContractInput;
}>;


export type CreateContractMutation = { createContract: { contract: { id: string, number: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type UpdateContractMutationVariables = Exact<{
  input: UpdateContractInput;
}>;


export type UpdateContractMutation = { updateContract: { contract: { id: string, number: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type DeleteContractMutationVariables = Exact<{
  input: IdInput;
}>;


export type DeleteContractMutation = { deleteContract: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type UpdateCustomerMutationVariables = Exact<{
  input: UpdateCompanyInput;
}>;


export type UpdateCustomerMutation = { updateCompany: { company: { id: string, version: number, name: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type CustomersPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type CustomersPageQuery = { companies: { totalCount: number, edges: Array<{ node: { id: string, name: string, emailDomain: string | null, userCount: number, contracts: Array<{ id: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type DeleteCustomerMutationVariables = Exact<{
  input: IdInput;
}>;


export type DeleteCustomerMutation = { deleteCompany: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type NewCustomerMutationVariables = Exact<{
  input: CreateCompanyInput;
}>;


export type NewCustomerMutation = { createCompany: { company: { id: string, name: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type CustomerPageQueryVariables = Exact<{
  id: string | number;
}>;


export type CustomerPageQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company', id: string, version: number, name: string, emailDomain: string | null, phone: string | null, address: string | null, userCount: number, contracts: Array<{ id: string, version: number, number: string, name: string, startsOn: string | null, endsOn: string | null }>, administrators: { totalCount: number, edges: Array<{ node: { id: string, firstName: string, lastName: string, email: string } }> } }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type ConfirmPageQueryVariables = Exact<{
  token: string;
}>;


export type ConfirmPageQuery = { link: { state: LinkState, kind: MessageKind | null } };

export type ConfirmSignupMutationVariables = Exact<{
  token: string;
}>;


export type ConfirmSignupMutation = { confirmSignup: { accepted: boolean, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type RotateClientMutationVariables = Exact<{
  input: IdInput;
}>;


export type RotateClientMutation = { rotateAPIClient: { token: string | null, apiClient: { id: string, version: number, tokenPrefix: string, previousTokenUntil: string | null } | null, userErrors: Array<{ message: string }> } };

export type RevokeClientMutationVariables = Exact<{
  input: IdInput;
}>;


export type RevokeClientMutation = { revokeAPIClient: { apiClient: { id: string, version: number, revokedAt: string | null } | null, userErrors: Array<{ message: string }> } };

export type EditClientMutationVariables = Exact<{
  input: UpdateApiClientInput;
}>;


export type EditClientMutation = { updateAPIClient: { apiClient: { id: string, version: number, name: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type NewClientPageMutationVariables = Exact<{
  input: CreateApiClientInput;
}>;


export type NewClientPageMutation = { createAPIClient: { token: string | null, apiClient: { id: string, name: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type ReachCompaniesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ReachCompaniesQuery = { companies: { edges: Array<{ node: { id: string, name: string } }> } };

export type ReachGroupsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type ReachGroupsQuery = { groups: { edges: Array<{ node: { id: string, name: string } }> } };

export type SignupFormPageQueryVariables = Exact<{ [key: string]: never; }>;


export type SignupFormPageQuery = { settings: { redirectOrigins: Array<string> } };

export type ViewAsPageQueryVariables = Exact<{
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type ViewAsPageQuery = { viewer: { apiClient: { id: string, name: string } | null }, users: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, firstName: string, lastName: string, email: string, title: string | null, company: { name: string } | null } }> } };

export type ClientsQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientsQuery = { apiClients: Array<{ id: string, version: number, name: string, scopes: Array<Permission>, reach: Reach, allowedOrigins: Array<string>, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, tokenPrefix: string, previousTokenUntil: string | null, companies: Array<{ id: string, name: string }>, groups: Array<{ id: string, name: string }> }> };

export type DeliveriesPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MessageFilter | null | undefined;
}>;


export type DeliveriesPageQuery = { messages: { totalCount: number, edges: Array<{ node: { id: string, to: string, kind: MessageKind, subject: string, state: MessageState, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InvitationsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  messages: boolean;
}>;


export type InvitationsPageQuery = { users: { totalCount: number, edges: Array<{ node: { id: string, firstName: string, lastName: string, email: string, company: { id: string, name: string } | null, account: { email: string, linkExpiresAt: string | null, revokedAt: string | null } | null, messages?: { edges: Array<{ node: { id: string, state: MessageState, error: string | null } }> } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MessagePageQueryVariables = Exact<{
  id: string | number;
}>;


export type MessagePageQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message', id: string, kind: MessageKind, isTest: boolean, to: string, subject: string, state: MessageState, error: string | null, createdAt: string, sentAt: string | null, deliveredAt: string | null, openedAt: string | null, resolvedAt: string | null, linkExpiresAt: string | null, linkUsedAt: string | null, linkState: LinkState | null, text: string | null, user: { id: string, firstName: string, lastName: string } | null }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type UseInvitationRunMutationVariables = Exact<{
  input: BulkUpdateUsersInput;
}>;


export type UseInvitationRunMutation = { bulkUpdateUsers: { jobRun: { id: string } | null, userErrors: Array<{ message: string }> } };

export type TemplatePreviewQueryVariables = Exact<{
  input: TemplatePreviewInput;
}>;


export type TemplatePreviewQuery = { templatePreview: { subject: string | null, text: string | null, html: string | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type SendTestMutationVariables = Exact<{
  input: SendTestMessageInput;
}>;


export type SendTestMutation = { sendTestMessage: { message: { id: string, state: MessageState } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }> } };

export type TemplateListQueryVariables = Exact<{ [key: string]: never; }>;


export type TemplateListQuery = { templates: Array<{ id: string, kind: MessageKind, locale: string, subject: string, isEdited: boolean }> };

export type VersionsOfQueryVariables = Exact<{
  filter: ChangeFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type VersionsOfQuery = { changes: { totalCount: number, edges: Array<{ node: { id: string, at: string, actor: string, undoable: boolean, fields: Array<{ name: string, old: string | null, new: string | null }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RestoreTemplateMutationVariables = Exact<{
  input: UndoChangeInput;
}>;


export type RestoreTemplateMutation = { undoChange: { undone: boolean, userErrors: Array<{ message: string }> } };

export type TemplatePageQueryVariables = Exact<{
  id: string | number;
}>;


export type TemplatePageQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template', id: string, version: number, kind: MessageKind, locale: string, subject: string, text: string, html: string, isEdited: boolean, placeholders: Array<{ name: string, meaning: string, isNeeded: boolean, isSecret: boolean }> }
    | { __typename: 'User' }
   | null };

export type UpdateTemplateMutationVariables = Exact<{
  input: UpdateTemplateInput;
}>;


export type UpdateTemplateMutation = { updateTemplate: { template: { id: string, version: number, subject: string, text: string, html: string, isEdited: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }>, undo: { token: string, expiresAt: string } | null } };

export type ResendMessageMutationVariables = Exact<{
  input: IdInput;
  override?: Array<WarningCode> | WarningCode | null | undefined;
}>;


export type ResendMessageMutation = { resendMessage: { message: { id: string, to: string } | null, userErrors: Array<{ message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type ResolveMessageMutationVariables = Exact<{
  input: ResolveMessageInput;
}>;


export type ResolveMessageMutation = { resolveMessage: { message: { id: string, to: string, state: MessageState, error: string | null, resolvedAt: string | null } | null, userErrors: Array<{ message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type UpdateGroupMutationVariables = Exact<{
  input: UpdateGroupInput;
}>;


export type UpdateGroupMutation = { updateGroup: { group: { id: string, version: number, name: string, description: string | null } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type UsersToAddQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type UsersToAddQuery = { users: { edges: Array<{ node: { id: string, firstName: string, lastName: string, email: string, isGlobalAdmin: boolean, memberships: Array<{ group: { id: string } }> } }> } };

export type DeleteGroupMutationVariables = Exact<{
  input: DeleteGroupInput;
}>;


export type DeleteGroupMutation = { deleteGroup: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type GroupsToMoveToQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type GroupsToMoveToQuery = { groups: { edges: Array<{ node: { id: string, name: string, description: string | null, isDefault: boolean } }> } };

export type GroupPageQueryVariables = Exact<{
  id: string | number;
}>;


export type GroupPageQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | (
      { __typename: 'Group', id: string }
      & { ' $fragmentRefs'?: { 'GroupScreenFragment': GroupScreenFragment } }
    )
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type GroupScreenFragment = { id: string, version: number, name: string, description: string | null, isDefault: boolean, memberCount: number, managers: Array<{ id: string, firstName: string, lastName: string }> } & { ' $fragmentName'?: 'GroupScreenFragment' };

export type GroupsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type GroupsPageQuery = { groups: { totalCount: number, edges: Array<{ node: { id: string, name: string, description: string | null, isDefault: boolean, memberCount: number, managers: Array<{ id: string, firstName: string, lastName: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type NewGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type NewGroupMutation = { createGroup: { group: { id: string, name: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type AddMembersMutationVariables = Exact<{
  input: MembersInput;
}>;


export type AddMembersMutation = { addMembers: { group: { id: string, memberCount: number } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type RemoveMembersMutationVariables = Exact<{
  input: MembersInput;
}>;


export type RemoveMembersMutation = { removeMembers: { group: { id: string, memberCount: number } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type SetManagerMutationVariables = Exact<{
  input: SetManagerInput;
}>;


export type SetManagerMutation = { setManager: { group: { id: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type ExportOptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExportOptionsQuery = { sheetColumns: Array<{ key: string, heading: string }> };

export type PauseJobMutationVariables = Exact<{
  input: UpdateJobInput;
}>;


export type PauseJobMutation = { updateJob: { job: { id: string, version: number, enabled: boolean } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type DeleteJobMutationVariables = Exact<{
  input: IdInput;
}>;


export type DeleteJobMutation = { deleteJob: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type JobPageMutationVariables = Exact<{
  input: UpdateJobInput;
}>;


export type JobPageMutation = { updateJob: { job: { id: string, version: number, name: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type NewJobPageMutationVariables = Exact<{
  input: CreateJobInput;
}>;


export type NewJobPageMutation = { createJob: { job: { id: string, name: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type PurgeConfirmQueryVariables = Exact<{
  days: number;
}>;


export type PurgeConfirmQuery = { purgeable: number };

export type RunFactsFragment = { id: string, kind: RunKind, state: RunState, total: number | null, handled: number, failed: number, log: Array<string>, createdAt: string, startedAt: string | null, finishedAt: string | null, failuresUrl: string | null, job: { id: string, name: string } | null } & { ' $fragmentName'?: 'RunFactsFragment' };

export type RunPageQueryVariables = Exact<{
  id: string | number;
}>;


export type RunPageQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | (
      { __typename: 'JobRun' }
      & { ' $fragmentRefs'?: { 'RunFactsFragment': RunFactsFragment } }
    )
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type RunGoesOnSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type RunGoesOnSubscription = { jobRun: { ' $fragmentRefs'?: { 'RunFactsFragment': RunFactsFragment } } };

export type RetryFailedMutationVariables = Exact<{
  input: IdInput;
}>;


export type RetryFailedMutation = { retryFailed: { jobRun: { id: string } | null, userErrors: Array<{ message: string }> } };

export type RunsOfQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RunsOfQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job', id: string, runs: { totalCount: number, edges: Array<{ node: { id: string, state: RunState, createdAt: string, handled: number, failed: number } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type ScheduleFieldsQueryVariables = Exact<{
  schedule: string;
  timeZone: string;
}>;


export type ScheduleFieldsQuery = { scheduledTimes: Array<string> };

export type JobsQueryVariables = Exact<{ [key: string]: never; }>;


export type JobsQuery = { jobs: Array<{ id: string, version: number, name: string, schedule: string | null, timeZone: string, enabled: boolean, nextRunAt: string | null, nextRuns: Array<string>, steps: Array<{ task: JobTask, options: Record<string, unknown> | null }>, runs: { edges: Array<{ node: { id: string, state: RunState, createdAt: string, handled: number, failed: number } }> } }> };

export type MePageSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type MePageSignOutMutation = { signOut: { userErrors: Array<{ message: string }> } };

export type RenewRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes: { recoveryCodes: Array<string> | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type RemovePasskeyMutationVariables = Exact<{
  input: IdInput;
}>;


export type RemovePasskeyMutation = { removePasskey: { userErrors: Array<{ code: ErrorCode, message: string }> } };

export type ChangeMyPasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangeMyPasswordMutation = { changePassword: { nextStep: SignInStep | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type EndMySessionsMutationVariables = Exact<{
  input: EndSessionsInput;
}>;


export type EndMySessionsMutation = { endSessions: { userErrors: Array<{ message: string }> } };

export type MePageQueryVariables = Exact<{ [key: string]: never; }>;


export type MePageQuery = { viewer: { emailLocales: Array<string>, permissions: Array<Permission>, user: { id: string, version: number, email: string, firstName: string, lastName: string, cellPhone: string | null, officePhone: string | null, locale: string | null, timeZone: string | null, emailSubscribed: boolean, emailSubscriptionChangedAt: string | null, account: { email: string, loginName: string, factorProvider: FactorProvider, requiredFactor: FactorProvider, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt: string | null }>, sessions: Array<{ id: string, lastSeenAt: string, ip: string | null, userAgent: string | null, current: boolean }> } | null } | null, managedGroups: Array<{ id: string }> } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { user: { id: string, version: number } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type RemindersFeedQueryVariables = Exact<{ [key: string]: never; }>;


export type RemindersFeedQuery = { viewer: { remindersFeedUrl: string | null } };

export type ResetRemindersFeedMutationVariables = Exact<{ [key: string]: never; }>;


export type ResetRemindersFeedMutation = { resetRemindersFeed: { userErrors: Array<{ message: string }> } };

export type DeleteRoleMutationVariables = Exact<{
  input: IdInput;
}>;


export type DeleteRoleMutation = { deleteRole: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type NewRolePageMutationVariables = Exact<{
  input: CreateRoleInput;
}>;


export type NewRolePageMutation = { createRole: { role: { id: string, name: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type RoleFormMutationVariables = Exact<{
  input: UpdateRoleInput;
}>;


export type RoleFormMutation = { updateRole: { role: { id: string, version: number, name: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type RolesPageQueryVariables = Exact<{ [key: string]: never; }>;


export type RolesPageQuery = { roles: Array<{ id: string, name: string, isBuiltIn: boolean, requiresFactor: boolean, reach: Reach, userCount: number, grants: Array<{ id: string, name: string }> }> };

export type RoleQueryQueryVariables = Exact<{ [key: string]: never; }>;


export type RoleQueryQuery = { roles: Array<{ id: string, version: number, name: string, isBuiltIn: boolean, requiresFactor: boolean, reach: Reach, permissions: Array<Permission>, userCount: number, grants: Array<{ id: string, name: string }> }> };

export type FeaturesPageMutationVariables = Exact<{
  input: SetFeatureInput;
}>;


export type FeaturesPageMutation = { setFeature: { feature: { name: FeatureName, enabled: boolean, reason: string | null } | null, userErrors: Array<{ message: string }> } };

export type GeneralPageQueryVariables = Exact<{ [key: string]: never; }>;


export type GeneralPageQuery = { settings: { version: number, activityRetentionDays: number | null, keepUnknownActivities: boolean, redirectOrigins: Array<string>, nudgeBeforeExpiry: boolean, defaultLocale: string } };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { updateSettings: { settings: { version: number, activityRetentionDays: number | null, keepUnknownActivities: boolean, redirectOrigins: Array<string>, nudgeBeforeExpiry: boolean, defaultLocale: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }>, undo: { token: string, expiresAt: string } | null } };

export type CreateProtectedPageMutationVariables = Exact<{
  input: ProtectedPageInput;
}>;


export type CreateProtectedPageMutation = { createProtectedPage: { protectedPage: { id: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }> } };

export type UpdateProtectedPageMutationVariables = Exact<{
  input: ProtectedPageInput;
}>;


export type UpdateProtectedPageMutation = { updateProtectedPage: { protectedPage: { id: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }> } };

export type GroupsOfPageQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type GroupsOfPageQuery = { groups: { edges: Array<{ node: { id: string, name: string } }> } };

export type DeleteProtectedPageMutationVariables = Exact<{
  input: IdInput;
}>;


export type DeleteProtectedPageMutation = { deleteProtectedPage: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type ProtectedPagesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProtectedPagesQuery = { protectedPages: Array<{ id: string, version: number, pattern: string, groups: Array<{ id: string, name: string }> }> };

export type ChangePasswordPageMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordPageMutation = { changePassword: { nextStep: SignInStep | null, factorProvider: FactorProvider | null, viewer: { permissions: Array<Permission>, managedGroups: Array<{ id: string }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type EnrolPageMutationVariables = Exact<{ [key: string]: never; }>;


export type EnrolPageMutation = { enrolTOTP: { secret: string | null, otpauthUrl: string | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type EnrolPageConfirmMutationVariables = Exact<{
  input: VerifyFactorInput;
}>;


export type EnrolPageConfirmMutation = { confirmTOTP: { recoveryCodes: Array<string> | null, nextStep: SignInStep | null, viewer: { permissions: Array<Permission>, managedGroups: Array<{ id: string }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type FactorPageMutationVariables = Exact<{
  input: VerifyFactorInput;
}>;


export type FactorPageMutation = { verifyFactor: { nextStep: SignInStep | null, factorProvider: FactorProvider | null, viewer: { permissions: Array<Permission>, managedGroups: Array<{ id: string }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type ForgotPageMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type ForgotPageMutation = { requestPasswordReset: { accepted: boolean, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type LinkExpiredPageMutationVariables = Exact<{
  input: RenewLinkInput;
}>;


export type LinkExpiredPageMutation = { renewLink: { accepted: boolean, userErrors: Array<{ message: string }> } };

export type SetPasswordFormMutationVariables = Exact<{
  input: SetPasswordInput;
}>;


export type SetPasswordFormMutation = { setPassword: { nextStep: SignInStep | null, factorProvider: FactorProvider | null, viewer: { permissions: Array<Permission>, managedGroups: Array<{ id: string }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type SetPasswordPageQueryVariables = Exact<{
  token: string;
}>;


export type SetPasswordPageQuery = { link: { state: LinkState, kind: MessageKind | null } };

export type SetUpPageMutationVariables = Exact<{
  input: SetUpInput;
}>;


export type SetUpPageMutation = { setUp: { nextStep: SignInStep | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type SignInPageMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInPageMutation = { signIn: { nextStep: SignInStep | null, factorProvider: FactorProvider | null, viewer: { permissions: Array<Permission>, managedGroups: Array<{ id: string }> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type ExportsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExportsPageQuery = { exports: { totalCount: number, edges: Array<{ node: (
        { id: string }
        & { ' $fragmentRefs'?: { 'ExportFactsFragment': ExportFactsFragment } }
      ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type RunImportMutationVariables = Exact<{
  input: RunImportInput;
}>;


export type RunImportMutation = { runImport: { import: { ' $fragmentRefs'?: { 'ImportFactsFragment': ImportFactsFragment } } | null, userErrors: Array<{ message: string }> } };

export type StopImportMutationVariables = Exact<{
  input: IdInput;
}>;


export type StopImportMutation = { stopImport: { import: { ' $fragmentRefs'?: { 'ImportFactsFragment': ImportFactsFragment } } | null, userErrors: Array<{ message: string }> } };

export type ImportsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ImportsPageQuery = { imports: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, fileName: string, state: ImportState, rows: number, added: number, updated: number, failed: number, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type InvitationsFieldQueryVariables = Exact<{ [key: string]: never; }>;


export type InvitationsFieldQuery = { nextNotice: { at: string | null } };

export type ImportIssuesQueryVariables = Exact<{
  id: string | number;
  severity?: IssueSeverity | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ImportIssuesQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import', issues: { totalCount: number, edges: Array<{ cursor: string, node: { row: number, column: string | null, cell: string | null, code: string, message: string, severity: IssueSeverity } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type MatchStepQueryVariables = Exact<{ [key: string]: never; }>;


export type MatchStepQuery = { sheetColumns: Array<{ key: string, heading: string, required: boolean, readOnly: boolean, hint: string }> };

export type MapImportMutationVariables = Exact<{
  input: MapImportInput;
}>;


export type MapImportMutation = { mapImport: { import: { ' $fragmentRefs'?: { 'ImportFactsFragment': ImportFactsFragment } } | null, userErrors: Array<{ message: string }> } };

export type NewImportPageMutationVariables = Exact<{
  file: File;
  options?: ImportOptions | null | undefined;
}>;


export type NewImportPageMutation = { checkImport: { import: { ' $fragmentRefs'?: { 'ImportFactsFragment': ImportFactsFragment } } | null, userErrors: Array<{ message: string }> } };

export type SheetNoteQueryVariables = Exact<{
  id: string | number;
}>;


export type SheetNoteQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import', sheet: { name: string, others: number } | null }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type UndoImportMutationVariables = Exact<{
  input: IdInput;
}>;


export type UndoImportMutation = { undoImport: { import: { ' $fragmentRefs'?: { 'ImportFactsFragment': ImportFactsFragment } } | null, userErrors: Array<{ message: string }> } };

export type ImportFactsFragment = { id: string, state: ImportState, fileName: string, rows: number, processed: number, added: number, updated: number, unchanged: number, failed: number, warned: number, problemFileUrl: string | null, undoableUntil: string | null, isOwn: boolean, onExisting: OnExisting, notify: Notify, reason: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null, fileErasedAt: string | null, undoReport: { reversed: number, kept: Array<{ entityId: string, name: string, reason: string }>, failed: Array<{ entityId: string, name: string, reason: string }> } | null, columns: Array<{ heading: string, samples: Array<string>, field: string | null }> } & { ' $fragmentName'?: 'ImportFactsFragment' };

export type UseFixQueryVariables = Exact<{ [key: string]: never; }>;


export type UseFixQuery = { sheetColumns: Array<{ key: string, heading: string, hint: string }> };

export type UseImportQueryVariables = Exact<{
  id: string | number;
}>;


export type UseImportQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | (
      { __typename: 'Import' }
      & { ' $fragmentRefs'?: { 'ImportFactsFragment': ImportFactsFragment } }
    )
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type ImportGoesOnSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type ImportGoesOnSubscription = { importProgress: { ' $fragmentRefs'?: { 'ImportFactsFragment': ImportFactsFragment } } };

export type AccountDetailsFragment = { id: string, email: string, firstName: string, lastName: string, status: UserStatus, role: { id: string, name: string } | null, account: { email: string, loginName: string, state: AccountState, creationNotice: string | null, linkExpiresAt: string | null, temporaryUntil: string | null } | null } & { ' $fragmentName'?: 'AccountDetailsFragment' };

export type CompanyFieldQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type CompanyFieldQuery = { companies: { edges: Array<{ node: { id: string, name: string, emailDomain: string | null } }> } };

export type ConsentHistoryQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ConsentHistoryQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User', id: string, consentHistory: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { subscribed: boolean, at: string, source: ConsentSource, actor: string | null, proof: Record<string, unknown> | null } }> } }
   | null };

export type DetailsFormFragment = (
  { id: string, version: number, email: string, firstName: string, lastName: string, title: string | null, cellPhone: string | null, officePhone: string | null, extension: string | null, address: string | null, hiddenGroupCount: number, note?: string | null, company: { id: string, name: string } | null, role: { id: string } | null, account: { email: string } | null, memberships: Array<{ role: MembershipRole, group: { id: string, name: string, isDefault: boolean } }>, assignments: Array<{ company: { id: string, name: string, contracts: Array<{ id: string, number: string, name: string }> }, contract: { id: string } | null }> }
  & { ' $fragmentRefs'?: { 'SupersedeFragment': SupersedeFragment } }
) & { ' $fragmentName'?: 'DetailsFormFragment' };

export type DetailsFormMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type DetailsFormMutation = { updateUser: { user: { id: string, version: number, firstName: string, lastName: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type DetailsTabFragment = (
  { id: string }
  & { ' $fragmentRefs'?: { 'DetailsViewFragment': DetailsViewFragment;'DetailsFormFragment': DetailsFormFragment;'PasswordSectionFragment': PasswordSectionFragment;'EmailCommunicationFragment': EmailCommunicationFragment } }
) & { ' $fragmentName'?: 'DetailsTabFragment' };

export type DetailsViewFragment = (
  { email: string, firstName: string, lastName: string, title: string | null, cellPhone: string | null, officePhone: string | null, extension: string | null, address: string | null, createdAt: string, updatedAt: string, isGlobalAdmin: boolean, hiddenGroupCount: number, note?: string | null, company: { id: string, name: string } | null, role: { id: string, name: string } | null, memberships: Array<{ role: MembershipRole, group: { id: string, name: string } }>, assignments: Array<{ company: { id: string, name: string }, contract: { number: string, name: string } | null }> }
  & { ' $fragmentRefs'?: { 'SupersedeFragment': SupersedeFragment } }
) & { ' $fragmentName'?: 'DetailsViewFragment' };

export type DraftWarningsQueryVariables = Exact<{
  draft: UserDraft;
}>;


export type DraftWarningsQuery = { userWarnings: Array<{ field: Array<string> | null, message: string }> };

export type EmailCommunicationFragment = { id: string, firstName: string, lastName: string, emailSubscribed: boolean, emailSubscriptionChangedAt: string | null, emailSubscriptionSource: ConsentSource | null, unsubscribeUrl: string | null, consentHistory: { edges: Array<{ node: { actor: string | null } }> } } & { ' $fragmentName'?: 'EmailCommunicationFragment' };

export type EmailCommunicationMutationVariables = Exact<{
  input: SetEmailSubscriptionInput;
}>;


export type EmailCommunicationMutation = { setEmailSubscription: { user: { id: string } | null, userErrors: Array<{ message: string }>, undo: { token: string, expiresAt: string } | null } };

export type FormProblemsMutationVariables = Exact<{
  input: UserIdInput;
}>;


export type FormProblemsMutation = { reactivateUser: { user: { id: string, version: number, status: UserStatus, firstName: string, lastName: string } | null, userErrors: Array<{ message: string }> } };

export type GroupsFieldQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type GroupsFieldQuery = { groups: { edges: Array<{ node: { id: string, name: string, description: string | null, isDefault: boolean } }> } };

export type LinkTrailFragment = { id: string, kind: MessageKind, to: string, state: MessageState, error: string | null, createdAt: string, sentAt: string | null, deliveredAt: string | null, openedAt: string | null, linkExpiresAt: string | null, linkUsedAt: string | null, linkState: LinkState | null, resolvedAt: string | null } & { ' $fragmentName'?: 'LinkTrailFragment' };

export type NewAccountFormFragment = { id: string, email: string, role: { id: string } | null } & { ' $fragmentName'?: 'NewAccountFormFragment' };

export type NewAccountFormMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type NewAccountFormMutation = { createAccount: { user: { id: string, version: number, account: { email: string, loginName: string, state: AccountState, creationNotice: string | null } | null, messages: { edges: Array<{ node: { id: string } }> } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type NewUserPageMutationVariables = Exact<{
  input: CreateUserInput;
  messages: boolean;
}>;


export type NewUserPageMutation = { createUser: { user: { id: string, firstName: string, lastName: string, email: string, account: { email: string, notify: Notify } | null, messages?: { edges: Array<{ node: { state: MessageState } }> } } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type NextNoticeQueryVariables = Exact<{ [key: string]: never; }>;


export type NextNoticeQuery = { nextNotice: { at: string | null, job: { id: string } | null } };

export type OwnCompanyQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnCompanyQuery = { companies: { edges: Array<{ node: { id: string, name: string } }> } };

export type PasswordSectionFragment = { id: string, email: string, account: { email: string, state: AccountState, notify: Notify, notifiedAt: string | null, linkExpiresAt: string | null, revokedAt: string | null } | null } & { ' $fragmentName'?: 'PasswordSectionFragment' };

export type RevokeInvitationMutationVariables = Exact<{
  input: UserIdInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { user: { id: string, account: { state: AccountState, linkExpiresAt: string | null, revokedAt: string | null } | null, messages: { edges: Array<{ node: { id: string, state: MessageState, linkState: LinkState | null } }> } } | null, userErrors: Array<{ message: string }> } };

export type SettingsTabFragment = (
  { id: string, firstName: string, lastName: string, account: { email: string, revokedAt: string | null } | null, messages?: { edges: Array<{ node: (
        { id: string, state: MessageState }
        & { ' $fragmentRefs'?: { 'LinkTrailFragment': LinkTrailFragment } }
      ) }> } }
  & { ' $fragmentRefs'?: { 'AccountDetailsFragment': AccountDetailsFragment;'SignInCardFragment': SignInCardFragment;'NewAccountFormFragment': NewAccountFormFragment } }
) & { ' $fragmentName'?: 'SettingsTabFragment' };

export type SignInCardFragment = { id: string, firstName: string, lastName: string, role: { id: string, name: string } | null, account: { state: AccountState, factorProvider: FactorProvider, requiredFactor: FactorProvider, sessions: Array<{ id: string, lastSeenAt: string, ip: string | null, userAgent: string | null, current: boolean }> } | null } & { ' $fragmentName'?: 'SignInCardFragment' };

export type SignInCardProvideMutationVariables = Exact<{
  input: SetFactorProviderInput;
}>;


export type SignInCardProvideMutation = { setFactorProvider: { user: { id: string, account: { factorProvider: FactorProvider, requiredFactor: FactorProvider } | null } | null, userErrors: Array<{ message: string }> } };

export type SignInCardResetMutationVariables = Exact<{
  input: UserIdInput;
}>;


export type SignInCardResetMutation = { resetFactor: { user: { id: string } | null, userErrors: Array<{ message: string }> } };

export type SignInCardEndMutationVariables = Exact<{
  input: EndSessionsInput;
}>;


export type SignInCardEndMutation = { endSessions: { user: { id: string } | null, userErrors: Array<{ message: string }> } };

export type SignInCardUnlockMutationVariables = Exact<{
  input: UserIdInput;
}>;


export type SignInCardUnlockMutation = { unlockAccount: { user: { id: string, account: { state: AccountState } | null } | null, userErrors: Array<{ message: string }> } };

export type SupersedeFragment = (
  { id: string, status: UserStatus, role: { id: string } | null, supersedes: { id: string, firstName: string, lastName: string, email: string } | null, supersededBy: { id: string, firstName: string, lastName: string, email: string } | null }
  & { ' $fragmentRefs'?: { 'SupersedeDialogFragment': SupersedeDialogFragment } }
) & { ' $fragmentName'?: 'SupersedeFragment' };

export type SupersedeDialogFragment = { id: string, email: string, firstName: string, lastName: string, role: { id: string } | null, account: { email: string, state: AccountState, notify: Notify } | null } & { ' $fragmentName'?: 'SupersedeDialogFragment' };

export type SupersedeDialogMutationVariables = Exact<{
  input: SupersedeUserInput;
}>;


export type SupersedeDialogMutation = { supersedeUser: { user: { id: string, firstName: string, lastName: string, email: string, account: { email: string, notify: Notify } | null, supersedes: { id: string, version: number, status: UserStatus, account: { email: string, state: AccountState } | null } | null } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string, relatedId: string | null }> } };

export type UserCardPageQueryVariables = Exact<{
  id: string | number;
  notes: boolean;
  messages: boolean;
}>;


export type UserCardPageQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | (
      { __typename: 'User', id: string, firstName: string, lastName: string, email: string, status: UserStatus, lastSignInAt: string | null, role: { id: string, name: string } | null, company: { id: string, name: string } | null, account: { email: string, state: AccountState } | null }
      & { ' $fragmentRefs'?: { 'DetailsTabFragment': DetailsTabFragment;'SettingsTabFragment': SettingsTabFragment } }
    )
   | null };

export type ActivitiesTabQueryVariables = Exact<{
  id: string | number;
  kinds?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ActivitiesTabQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User', id: string, activities: { edges: Array<{ node: (
            { id: string }
            & { ' $fragmentRefs'?: { 'ActivityEntryFragment': ActivityEntryFragment } }
          ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
   | null };

export type ActivityKindsQueryVariables = Exact<{
  id: string | number;
}>;


export type ActivityKindsQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User', id: string, activityKinds: Array<string> }
   | null };

export type ActivityRecordedSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type ActivityRecordedSubscription = { activityRecorded: { id: string } };

export type ActivityEntryFragment = { id: string, kind: string, summary: string, source: ActivitySource, actor: string | null, occurredAt: string } & { ' $fragmentName'?: 'ActivityEntryFragment' };

export type DeleteActivityMutationVariables = Exact<{
  input: IdInput;
}>;


export type DeleteActivityMutation = { deleteActivity: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type AddActivityMutationVariables = Exact<{
  input: RecordActivityInput;
}>;


export type AddActivityMutation = { recordActivity: { activity: { id: string } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, relatedId: string | null }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type AddToGroupQueryVariables = Exact<{
  id: string | number;
}>;


export type AddToGroupQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User', id: string, version: number, memberships: Array<{ role: MembershipRole, group: { id: string, name: string, isDefault: boolean } }> }
   | null };

export type GroupsToAddQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type GroupsToAddQuery = { groups: { edges: Array<{ node: { id: string, name: string, isDefault: boolean } }> } };

export type AddToGroupsMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type AddToGroupsMutation = { updateUser: { user: { id: string, version: number, memberships: Array<{ role: MembershipRole, group: { id: string, name: string } }> } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type SetTemporaryPasswordMutationVariables = Exact<{
  input: SetTemporaryPasswordInput;
}>;


export type SetTemporaryPasswordMutation = { setTemporaryPassword: { user: { id: string, version: number, account: { state: AccountState } | null } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type HistoryEntryFragment = { id: string, at: string, actor: string, origin: string, entity: string, operation: string, undoable: boolean, overriddenWarnings: Array<WarningCode>, fields: Array<{ name: string, old: string | null, new: string | null }> } & { ' $fragmentName'?: 'HistoryEntryFragment' };

export type HistoryTabQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type HistoryTabQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User', id: string, changes: { totalCount: number, edges: Array<{ node: (
            { id: string }
            & { ' $fragmentRefs'?: { 'HistoryEntryFragment': HistoryEntryFragment } }
          ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
   | null };

export type UndoChangeMutationVariables = Exact<{
  input: UndoChangeInput;
}>;


export type UndoChangeMutation = { undoChange: { undone: boolean, userErrors: Array<{ message: string }> } };

export type UserPanelQueryVariables = Exact<{
  id: string | number;
  messages: boolean;
}>;


export type UserPanelQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User', id: string, title: string | null, cellPhone: string | null, hiddenGroupCount: number, lastSignInAt: string | null, company: { id: string, name: string } | null, account: { email: string, loginName: string, state: AccountState, revokedAt: string | null } | null, memberships: Array<{ group: { id: string, name: string } }>, messages?: { edges: Array<{ node: (
            { id: string, state: MessageState }
            & { ' $fragmentRefs'?: { 'LinkTrailFragment': LinkTrailFragment } }
          ) }> } }
   | null };

export type DeactivateUserMutationVariables = Exact<{
  input: UserIdInput;
}>;


export type DeactivateUserMutation = { deactivateUser: { user: { id: string, version: number, status: UserStatus } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type ReactivateUserMutationVariables = Exact<{
  input: UserIdInput;
}>;


export type ReactivateUserMutation = { reactivateUser: { user: { id: string, version: number, status: UserStatus } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type DeleteUserMutationVariables = Exact<{
  input: UserIdInput;
}>;


export type DeleteUserMutation = { deleteUser: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type ImportCustomersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type ImportCustomersQuery = { companies: { totalCount: number, edges: Array<{ node: { id: string, name: string, contracts: Array<{ id: string, number: string, name: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type DeleteViewMutationVariables = Exact<{
  input: IdInput;
}>;


export type DeleteViewMutation = { deleteView: { deletedId: string | null, userErrors: Array<{ message: string }> } };

export type FilterRolesQueryVariables = Exact<{ [key: string]: never; }>;


export type FilterRolesQuery = { roles: Array<{ id: string, name: string }> };

export type FilterGroupsQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FilterGroupsQuery = { groups: { edges: Array<{ node: { id: string, name: string } }> } };

export type FilterCompaniesQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type FilterCompaniesQuery = { companies: { edges: Array<{ node: { id: string, name: string } }> } };

export type NeighboursQueryVariables = Exact<{
  at: string;
  filter?: UserFilter | null | undefined;
  orderBy?: Array<UserOrder> | UserOrder | null | undefined;
}>;


export type NeighboursQuery = { before: { edges: Array<{ cursor: string, node: { id: string, firstName: string, lastName: string } }> }, after: { edges: Array<{ cursor: string, node: { id: string, firstName: string, lastName: string } }> } };

export type PeekQueryVariables = Exact<{
  id: string | number;
}>;


export type PeekQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User', id: string, firstName: string, lastName: string, email: string, status: UserStatus, role: { id: string, name: string } | null, account: { email: string, state: AccountState } | null }
   | null };

export type ReachQueryVariables = Exact<{
  id: string | number;
}>;


export type ReachQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User', id: string, memberships: Array<{ role: MembershipRole, group: { id: string, name: string } }>, assignments: Array<{ company: { id: string, name: string } }> }
   | null };

export type SaveViewMutationVariables = Exact<{
  input: SaveViewInput;
}>;


export type SaveViewMutation = { saveView: { savedView: { id: string, name: string, query: string, shared: boolean, isOwn: boolean } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type BulkDialogMutationVariables = Exact<{
  input: BulkUpdateUsersInput;
}>;


export type BulkDialogMutation = { bulkUpdateUsers: { jobRun: { id: string } | null, userErrors: Array<{ code: ErrorCode, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type GroupsPickerQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type GroupsPickerQuery = { groups: { edges: Array<{ node: { id: string, name: string, isDefault: boolean } }> } };

export type UseTellMutationVariables = Exact<{
  token: string | number;
}>;


export type UseTellMutation = { undo: { jobRun: { id: string } | null, userErrors: Array<{ message: string }> } };

export type FilterNamesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type FilterNamesQuery = { nodes: Array<
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company', id: string, name: string }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group', id: string, name: string }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role', id: string, name: string }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null> };

export type SavedViewsQueryVariables = Exact<{ [key: string]: never; }>;


export type SavedViewsQuery = { savedViews: Array<{ id: string, name: string, query: string, shared: boolean, isOwn: boolean }> };

export type UseCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type UseCountsQuery = { all: { totalCount: number, totalCountIsEstimate: boolean }, active: { totalCount: number, totalCountIsEstimate: boolean }, inactive: { totalCount: number, totalCountIsEstimate: boolean }, invited: { totalCount: number, totalCountIsEstimate: boolean }, locked: { totalCount: number, totalCountIsEstimate: boolean } };

export type UsersCountQueryVariables = Exact<{
  filter?: UserFilter | null | undefined;
}>;


export type UsersCountQuery = { users: { totalCount: number } };

export type ResendInvitationMutationVariables = Exact<{
  input: UserIdInput;
  override?: Array<WarningCode> | WarningCode | null | undefined;
}>;


export type ResendInvitationMutation = { resendInvitation: { message: { id: string, kind: MessageKind, to: string, state: MessageState, user: { id: string, account: { state: AccountState, linkExpiresAt: string | null } | null } | null } | null, userErrors: Array<{ message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type SendPasswordResetMutationVariables = Exact<{
  input: UserIdInput;
  override?: Array<WarningCode> | WarningCode | null | undefined;
}>;


export type SendPasswordResetMutation = { sendPasswordReset: { message: { id: string, kind: MessageKind, to: string, state: MessageState, user: { id: string, account: { state: AccountState, linkExpiresAt: string | null } | null } | null } | null, userErrors: Array<{ message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type InviteUserMutationVariables = Exact<{
  input: CreateAccountInput;
}>;


export type InviteUserMutation = { createAccount: { user: { id: string, version: number, account: { email: string, state: AccountState, creationNotice: string | null } | null, messages: { edges: Array<{ node: { id: string, state: MessageState } }> } } | null, userErrors: Array<{ message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type UseRolesQueryVariables = Exact<{ [key: string]: never; }>;


export type UseRolesQuery = { roles: Array<{ id: string, name: string, isBuiltIn: boolean }> };

export type UsersPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  orderBy?: Array<UserOrder> | UserOrder | null | undefined;
  title: boolean;
  cellPhone: boolean;
  officePhone: boolean;
  extension: boolean;
  company: boolean;
  loginName: boolean;
  groups: boolean;
  lastSignIn: boolean;
  created: boolean;
  consent: boolean;
}>;


export type UsersPageQuery = { users: { totalCount: number, totalCountIsEstimate: boolean, edges: Array<{ cursor: string, node: { id: string, firstName: string, lastName: string, email: string, status: UserStatus, hiddenGroupCount?: number, lastSignInAt?: string | null, title?: string | null, cellPhone?: string | null, officePhone?: string | null, extension?: string | null, createdAt?: string, emailSubscribed?: boolean, role: { id: string, name: string } | null, account: { email: string, state: AccountState, loginName?: string } | null, memberships?: Array<{ group: { id: string, name: string } }>, company?: { id: string, name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export type WhyDialogQueryVariables = Exact<{
  userId: string | number;
  viewerId: string | number;
}>;


export type WhyDialogQuery = { accessPaths: Array<{ permission: Permission, role: { id: string, name: string, reach: Reach } | null, group: { id: string, name: string } | null, company: { id: string, name: string } | null }> };

export type ExportDialogQueryVariables = Exact<{ [key: string]: never; }>;


export type ExportDialogQuery = { sheetColumns: Array<{ key: string, heading: string }> };

export type StartExportMutationVariables = Exact<{
  input: StartExportInput;
}>;


export type StartExportMutation = { startExport: { export: (
      { id: string }
      & { ' $fragmentRefs'?: { 'ExportFactsFragment': ExportFactsFragment } }
    ) | null, userErrors: Array<{ message: string }> } };

export type ExportFormQueryVariables = Exact<{
  filter?: UserFilter | null | undefined;
  isFiltered: boolean;
}>;


export type ExportFormQuery = { all: { totalCount: number }, found?: { totalCount: number } };

export type ExportFactsFragment = { id: string, format: ExportFormat, state: RunState, rows: number, total: number | null, headings: Array<string>, isFiltered: boolean, startedBy: string, url: string | null, expiresAt: string | null, problem: string | null, createdAt: string, finishedAt: string | null } & { ' $fragmentName'?: 'ExportFactsFragment' };

export type ExportGoesOnSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type ExportGoesOnSubscription = { exportProgress: { ' $fragmentRefs'?: { 'ExportFactsFragment': ExportFactsFragment } } };

export type UseExportQueryVariables = Exact<{
  id: string | number;
}>;


export type UseExportQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | (
      { __typename: 'Export' }
      & { ' $fragmentRefs'?: { 'ExportFactsFragment': ExportFactsFragment } }
    )
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type ConfirmIdentityWaysQueryVariables = Exact<{ [key: string]: never; }>;


export type ConfirmIdentityWaysQuery = { viewer: { user: { account: { loginName: string, factorProvider: FactorProvider, passkeys: Array<{ id: string }> } | null } | null } };

export type ConfirmIdentityMutationVariables = Exact<{
  input: ProveIdentityInput;
}>;


export type ConfirmIdentityMutation = { proveIdentity: { nextStep: SignInStep | null, factorProvider: FactorProvider | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type BeginPasskeySignInMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPasskeySignInMutation = { beginPasskeySignIn: { options: Record<string, unknown> | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type FinishPasskeySignInMutationVariables = Exact<{
  input: PasskeyInput;
}>;


export type FinishPasskeySignInMutation = { finishPasskeySignIn: { nextStep: SignInStep | null, factorProvider: FactorProvider | null, viewer: { permissions: Array<Permission>, managedGroups: Array<{ id: string }> } | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type BeginPasskeyRegistrationMutationVariables = Exact<{ [key: string]: never; }>;


export type BeginPasskeyRegistrationMutation = { beginPasskeyRegistration: { options: Record<string, unknown> | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type FinishPasskeyRegistrationMutationVariables = Exact<{
  input: PasskeyInput;
}>;


export type FinishPasskeyRegistrationMutation = { finishPasskeyRegistration: { nextStep: SignInStep | null, viewer: { permissions: Array<Permission>, managedGroups: Array<{ id: string }> } | null, userErrors: Array<{ code: ErrorCode, message: string }> } };

export type RunNowMutationVariables = Exact<{
  input: IdInput;
}>;


export type RunNowMutation = { runJob: { jobRun: { id: string } | null, userErrors: Array<{ message: string }> } };

export type DoneRemindersQueryVariables = Exact<{
  filter?: ReminderFilter | null | undefined;
}>;


export type DoneRemindersQuery = { reminders: { edges: Array<{ node: (
        { id: string }
        & { ' $fragmentRefs'?: { 'ReminderFactsFragment': ReminderFactsFragment } }
      ) }> } };

export type DueRemindersQueryVariables = Exact<{
  assigneeId: string | number;
}>;


export type DueRemindersQuery = { reminders: { totalCount: number, edges: Array<{ node: (
        { id: string }
        & { ' $fragmentRefs'?: { 'ReminderFactsFragment': ReminderFactsFragment } }
      ) }> } };

export type ReminderFactsFragment = { id: string, version: number, title: string, note: string | null, dueAt: string, isDue: boolean, timeZone: string, recurrence: string | null, doneAt: string | null, user: { id: string, firstName: string, lastName: string }, assignee: { id: string, firstName: string, lastName: string } | null } & { ' $fragmentName'?: 'ReminderFactsFragment' };

export type CreateReminderMutationVariables = Exact<{
  input: CreateReminderInput;
}>;


export type CreateReminderMutation = { createReminder: { reminder: { ' $fragmentRefs'?: { 'ReminderFactsFragment': ReminderFactsFragment } } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string }> } };

export type UpdateReminderMutationVariables = Exact<{
  input: UpdateReminderInput;
}>;


export type UpdateReminderMutation = { updateReminder: { reminder: { ' $fragmentRefs'?: { 'ReminderFactsFragment': ReminderFactsFragment } } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string, params: Record<string, unknown> | null }>, warnings: Array<{ code: WarningCode, field: Array<string> | null, message: string }> } };

export type CompleteReminderMutationVariables = Exact<{
  input: IdInput;
  version?: number | null | undefined;
}>;


export type CompleteReminderMutation = { completeReminder: { reminder: { ' $fragmentRefs'?: { 'ReminderFactsFragment': ReminderFactsFragment } } | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type DeleteReminderMutationVariables = Exact<{
  input: IdInput;
}>;


export type DeleteReminderMutation = { deleteReminder: { deletedId: string | null, undo: { token: string, expiresAt: string } | null, userErrors: Array<{ message: string }> } };

export type ReminderQueryVariables = Exact<{
  id: string | number;
}>;


export type ReminderQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun' }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | (
      { __typename: 'Reminder' }
      & { ' $fragmentRefs'?: { 'ReminderFactsFragment': ReminderFactsFragment } }
    )
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type RemindersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: ReminderFilter | null | undefined;
}>;


export type RemindersQuery = { reminders: { totalCount: number, edges: Array<{ node: (
        { id: string }
        & { ' $fragmentRefs'?: { 'ReminderFactsFragment': ReminderFactsFragment } }
      ) }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StopRunMutationVariables = Exact<{
  id: string | number;
}>;


export type StopRunMutation = { stopRun: { jobRun: { id: string, state: RunState } | null, userErrors: Array<{ message: string }> } };

export type UseRunQueryVariables = Exact<{
  id: string | number;
}>;


export type UseRunQuery = { node:
    | { __typename: 'APIClient' }
    | { __typename: 'Activity' }
    | { __typename: 'Change' }
    | { __typename: 'Company' }
    | { __typename: 'Contract' }
    | { __typename: 'Export' }
    | { __typename: 'Group' }
    | { __typename: 'Import' }
    | { __typename: 'Job' }
    | { __typename: 'JobRun', id: string, state: RunState, total: number | null, handled: number, failed: number, log: Array<string>, finishedAt: string | null, failuresUrl: string | null, undo: { token: string } | null, undoReport: { kept: Array<{ name: string }> } | null }
    | { __typename: 'Message' }
    | { __typename: 'Passkey' }
    | { __typename: 'ProtectedPage' }
    | { __typename: 'Reminder' }
    | { __typename: 'Role' }
    | { __typename: 'SavedView' }
    | { __typename: 'Session' }
    | { __typename: 'Template' }
    | { __typename: 'User' }
   | null };

export type TakeBackMutationVariables = Exact<{
  token: string | number;
}>;


export type TakeBackMutation = { undo: { undone: boolean, userErrors: Array<{ message: string }> } };

export type PeopleQueryVariables = Exact<{
  search?: string | null | undefined;
  accountState?: Array<AccountState> | AccountState | null | undefined;
}>;


export type PeopleQuery = { users: { edges: Array<{ node: { id: string, firstName: string, lastName: string, email: string } }> } };

export type UsersOfQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: UserFilter | null | undefined;
  orderBy?: Array<UserOrder> | UserOrder | null | undefined;
  standing: boolean;
}>;


export type UsersOfQuery = { users: { totalCount: number, totalCountIsEstimate: boolean, edges: Array<{ node: { id: string, firstName: string, lastName: string, email: string, status: UserStatus, lastSignInAt: string | null, role: { id: string, name: string } | null, account: { email: string, state: AccountState } | null, memberships?: Array<{ role: MembershipRole, group: { id: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null, hasPreviousPage: boolean, startCursor: string | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const GroupScreenFragmentDoc = new TypedDocumentString(`
    fragment GroupScreen on Group {
  id
  version
  name
  description
  isDefault
  memberCount
  managers {
    id
    firstName
    lastName
  }
}
    `, {"fragmentName":"GroupScreen"}) as unknown as TypedDocumentString<GroupScreenFragment, unknown>;
export const RunFactsFragmentDoc = new TypedDocumentString(`
    fragment RunFacts on JobRun {
  id
  kind
  job {
    id
    name
  }
  state
  total
  handled
  failed
  log
  createdAt
  startedAt
  finishedAt
  failuresUrl
}
    `, {"fragmentName":"RunFacts"}) as unknown as TypedDocumentString<RunFactsFragment, unknown>;
export const ImportFactsFragmentDoc = new TypedDocumentString(`
    fragment ImportFacts on Import {
  id
  state
  fileName
  rows
  processed
  added
  updated
  unchanged
  failed
  warned
  problemFileUrl
  undoableUntil
  undoReport {
    reversed
    kept {
      entityId
      name
      reason
    }
    failed {
      entityId
      name
      reason
    }
  }
  columns {
    heading
    samples
    field
  }
  isOwn
  onExisting
  notify
  reason
  createdAt
  startedAt
  finishedAt
  fileErasedAt
}
    `, {"fragmentName":"ImportFacts"}) as unknown as TypedDocumentString<ImportFactsFragment, unknown>;
export const SupersedeDialogFragmentDoc = new TypedDocumentString(`
    fragment SupersedeDialog on User {
  id
  email
  firstName
  lastName
  role {
    id
  }
  account {
    email
    state
    notify
  }
}
    `, {"fragmentName":"SupersedeDialog"}) as unknown as TypedDocumentString<SupersedeDialogFragment, unknown>;
export const SupersedeFragmentDoc = new TypedDocumentString(`
    fragment Supersede on User {
  id
  status
  role {
    id
  }
  supersedes {
    id
    firstName
    lastName
    email
  }
  supersededBy {
    id
    firstName
    lastName
    email
  }
  ...SupersedeDialog
}
    fragment SupersedeDialog on User {
  id
  email
  firstName
  lastName
  role {
    id
  }
  account {
    email
    state
    notify
  }
}`, {"fragmentName":"Supersede"}) as unknown as TypedDocumentString<SupersedeFragment, unknown>;
export const DetailsViewFragmentDoc = new TypedDocumentString(`
    fragment DetailsView on User {
  email
  firstName
  lastName
  title
  cellPhone
  officePhone
  extension
  address
  createdAt
  updatedAt
  isGlobalAdmin
  company {
    id
    name
  }
  role {
    id
    name
  }
  memberships {
    role
    group {
      id
      name
    }
  }
  hiddenGroupCount
  assignments {
    company {
      id
      name
    }
    contract {
      number
      name
    }
  }
  note @include(if: $notes)
  ...Supersede
}
    fragment Supersede on User {
  id
  status
  role {
    id
  }
  supersedes {
    id
    firstName
    lastName
    email
  }
  supersededBy {
    id
    firstName
    lastName
    email
  }
  ...SupersedeDialog
}
fragment SupersedeDialog on User {
  id
  email
  firstName
  lastName
  role {
    id
  }
  account {
    email
    state
    notify
  }
}`, {"fragmentName":"DetailsView"}) as unknown as TypedDocumentString<DetailsViewFragment, unknown>;
export const DetailsFormFragmentDoc = new TypedDocumentString(`
    fragment DetailsForm on User {
  id
  version
  email
  firstName
  lastName
  title
  cellPhone
  officePhone
  extension
  address
  company {
    id
    name
  }
  role {
    id
  }
  account {
    email
  }
  memberships {
    role
    group {
      id
      name
      isDefault
    }
  }
  hiddenGroupCount
  assignments {
    company {
      id
      name
      contracts {
        id
        number
        name
      }
    }
    contract {
      id
    }
  }
  note @include(if: $notes)
  ...Supersede
}
    fragment Supersede on User {
  id
  status
  role {
    id
  }
  supersedes {
    id
    firstName
    lastName
    email
  }
  supersededBy {
    id
    firstName
    lastName
    email
  }
  ...SupersedeDialog
}
fragment SupersedeDialog on User {
  id
  email
  firstName
  lastName
  role {
    id
  }
  account {
    email
    state
    notify
  }
}`, {"fragmentName":"DetailsForm"}) as unknown as TypedDocumentString<DetailsFormFragment, unknown>;
export const PasswordSectionFragmentDoc = new TypedDocumentString(`
    fragment PasswordSection on User {
  id
  email
  account {
    email
    state
    notify
    notifiedAt
    linkExpiresAt
    revokedAt
  }
}
    `, {"fragmentName":"PasswordSection"}) as unknown as TypedDocumentString<PasswordSectionFragment, unknown>;
export const EmailCommunicationFragmentDoc = new TypedDocumentString(`
    fragment EmailCommunication on User {
  id
  firstName
  lastName
  emailSubscribed
  emailSubscriptionChangedAt
  emailSubscriptionSource
  unsubscribeUrl
  consentHistory(first: 1) {
    edges {
      node {
        actor
      }
    }
  }
}
    `, {"fragmentName":"EmailCommunication"}) as unknown as TypedDocumentString<EmailCommunicationFragment, unknown>;
export const DetailsTabFragmentDoc = new TypedDocumentString(`
    fragment DetailsTab on User {
  id
  ...DetailsView
  ...DetailsForm
  ...PasswordSection
  ...EmailCommunication
}
    fragment DetailsForm on User {
  id
  version
  email
  firstName
  lastName
  title
  cellPhone
  officePhone
  extension
  address
  company {
    id
    name
  }
  role {
    id
  }
  account {
    email
  }
  memberships {
    role
    group {
      id
      name
      isDefault
    }
  }
  hiddenGroupCount
  assignments {
    company {
      id
      name
      contracts {
        id
        number
        name
      }
    }
    contract {
      id
    }
  }
  note @include(if: $notes)
  ...Supersede
}
fragment DetailsView on User {
  email
  firstName
  lastName
  title
  cellPhone
  officePhone
  extension
  address
  createdAt
  updatedAt
  isGlobalAdmin
  company {
    id
    name
  }
  role {
    id
    name
  }
  memberships {
    role
    group {
      id
      name
    }
  }
  hiddenGroupCount
  assignments {
    company {
      id
      name
    }
    contract {
      number
      name
    }
  }
  note @include(if: $notes)
  ...Supersede
}
fragment EmailCommunication on User {
  id
  firstName
  lastName
  emailSubscribed
  emailSubscriptionChangedAt
  emailSubscriptionSource
  unsubscribeUrl
  consentHistory(first: 1) {
    edges {
      node {
        actor
      }
    }
  }
}
fragment PasswordSection on User {
  id
  email
  account {
    email
    state
    notify
    notifiedAt
    linkExpiresAt
    revokedAt
  }
}
fragment Supersede on User {
  id
  status
  role {
    id
  }
  supersedes {
    id
    firstName
    lastName
    email
  }
  supersededBy {
    id
    firstName
    lastName
    email
  }
  ...SupersedeDialog
}
fragment SupersedeDialog on User {
  id
  email
  firstName
  lastName
  role {
    id
  }
  account {
    email
    state
    notify
  }
}`, {"fragmentName":"DetailsTab"}) as unknown as TypedDocumentString<DetailsTabFragment, unknown>;
export const LinkTrailFragmentDoc = new TypedDocumentString(`
    fragment LinkTrail on Message {
  id
  kind
  to
  state
  error
  createdAt
  sentAt
  deliveredAt
  openedAt
  linkExpiresAt
  linkUsedAt
  linkState
  resolvedAt
}
    `, {"fragmentName":"LinkTrail"}) as unknown as TypedDocumentString<LinkTrailFragment, unknown>;
export const AccountDetailsFragmentDoc = new TypedDocumentString(`
    fragment AccountDetails on User {
  id
  email
  firstName
  lastName
  status
  role {
    id
    name
  }
  account {
    email
    loginName
    state
    creationNotice
    linkExpiresAt
    temporaryUntil
  }
}
    `, {"fragmentName":"AccountDetails"}) as unknown as TypedDocumentString<AccountDetailsFragment, unknown>;
export const SignInCardFragmentDoc = new TypedDocumentString(`
    fragment SignInCard on User {
  id
  firstName
  lastName
  role {
    id
    name
  }
  account {
    state
    factorProvider
    requiredFactor
    sessions {
      id
      lastSeenAt
      ip
      userAgent
      current
    }
  }
}
    `, {"fragmentName":"SignInCard"}) as unknown as TypedDocumentString<SignInCardFragment, unknown>;
export const NewAccountFormFragmentDoc = new TypedDocumentString(`
    fragment NewAccountForm on User {
  id
  email
  role {
    id
  }
}
    `, {"fragmentName":"NewAccountForm"}) as unknown as TypedDocumentString<NewAccountFormFragment, unknown>;
export const SettingsTabFragmentDoc = new TypedDocumentString(`
    fragment SettingsTab on User {
  id
  firstName
  lastName
  account {
    email
    revokedAt
  }
  messages(first: 20) @include(if: $messages) {
    edges {
      node {
        id
        state
        ...LinkTrail
      }
    }
  }
  ...AccountDetails
  ...SignInCard
  ...NewAccountForm
}
    fragment AccountDetails on User {
  id
  email
  firstName
  lastName
  status
  role {
    id
    name
  }
  account {
    email
    loginName
    state
    creationNotice
    linkExpiresAt
    temporaryUntil
  }
}
fragment LinkTrail on Message {
  id
  kind
  to
  state
  error
  createdAt
  sentAt
  deliveredAt
  openedAt
  linkExpiresAt
  linkUsedAt
  linkState
  resolvedAt
}
fragment NewAccountForm on User {
  id
  email
  role {
    id
  }
}
fragment SignInCard on User {
  id
  firstName
  lastName
  role {
    id
    name
  }
  account {
    state
    factorProvider
    requiredFactor
    sessions {
      id
      lastSeenAt
      ip
      userAgent
      current
    }
  }
}`, {"fragmentName":"SettingsTab"}) as unknown as TypedDocumentString<SettingsTabFragment, unknown>;
export const ActivityEntryFragmentDoc = new TypedDocumentString(`
    fragment ActivityEntry on Activity {
  id
  kind
  summary
  source
  actor
  occurredAt
}
    `, {"fragmentName":"ActivityEntry"}) as unknown as TypedDocumentString<ActivityEntryFragment, unknown>;
export const HistoryEntryFragmentDoc = new TypedDocumentString(`
    fragment HistoryEntry on Change {
  id
  at
  actor
  origin
  entity
  operation
  undoable
  overriddenWarnings
  fields {
    name
    old
    new
  }
}
    `, {"fragmentName":"HistoryEntry"}) as unknown as TypedDocumentString<HistoryEntryFragment, unknown>;
export const ExportFactsFragmentDoc = new TypedDocumentString(`
    fragment ExportFacts on Export {
  id
  format
  state
  rows
  total
  headings
  isFiltered
  startedBy
  url
  expiresAt
  problem
  createdAt
  finishedAt
}
    `, {"fragmentName":"ExportFacts"}) as unknown as TypedDocumentString<ExportFactsFragment, unknown>;
export const ReminderFactsFragmentDoc = new TypedDocumentString(`
    fragment ReminderFacts on Reminder {
  id
  version
  title
  note
  dueAt
  isDue
  timeZone
  recurrence
  doneAt
  user {
    id
    firstName
    lastName
  }
  assignee {
    id
    firstName
    lastName
  }
}
    `, {"fragmentName":"ReminderFacts"}) as unknown as TypedDocumentString<ReminderFactsFragment, unknown>;
export const PaletteDocument = new TypedDocumentString(`
    query Palette($search: String!) {
  users(first: 6, filter: {search: $search}) {
    edges {
      node {
        id
        firstName
        lastName
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PaletteQuery, PaletteQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    user {
      id
      firstName
      lastName
      email
    }
    permissions
    reach
    grantableRoles {
      id
      name
    }
    managedGroups {
      id
    }
    features {
      name
      enabled
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const NoAccessPageDocument = new TypedDocumentString(`
    query NoAccessPage {
  viewer {
    user {
      firstName
      lastName
      email
    }
    features {
      name
      enabled
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<NoAccessPageQuery, NoAccessPageQueryVariables>;
export const NoAccessPageSignOutDocument = new TypedDocumentString(`
    mutation NoAccessPageSignOut {
  signOut {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NoAccessPageSignOutMutation, NoAccessPageSignOutMutationVariables>;
export const CreateContractDocument = new TypedDocumentString(`
    mutation CreateContract($input: CreateContractInput!) {
  createContract(input: $input) {
    contract {
      id
      number
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateContractMutation, CreateContractMutationVariables>;
export const UpdateContractDocument = new TypedDocumentString(`
    mutation UpdateContract($input: UpdateContractInput!) {
  updateContract(input: $input) {
    contract {
      id
      number
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateContractMutation, UpdateContractMutationVariables>;
export const DeleteContractDocument = new TypedDocumentString(`
    mutation DeleteContract($input: IDInput!) {
  deleteContract(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteContractMutation, DeleteContractMutationVariables>;
export const UpdateCustomerDocument = new TypedDocumentString(`
    mutation UpdateCustomer($input: UpdateCompanyInput!) {
  updateCompany(input: $input) {
    company {
      id
      version
      name
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCustomerMutation, UpdateCustomerMutationVariables>;
export const CustomersPageDocument = new TypedDocumentString(`
    query CustomersPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {
  companies(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
  ) {
    edges {
      node {
        id
        name
        emailDomain
        userCount
        contracts {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CustomersPageQuery, CustomersPageQueryVariables>;
export const DeleteCustomerDocument = new TypedDocumentString(`
    mutation DeleteCustomer($input: IDInput!) {
  deleteCompany(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteCustomerMutation, DeleteCustomerMutationVariables>;
export const NewCustomerDocument = new TypedDocumentString(`
    mutation NewCustomer($input: CreateCompanyInput!) {
  createCompany(input: $input) {
    company {
      id
      name
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NewCustomerMutation, NewCustomerMutationVariables>;
export const CustomerPageDocument = new TypedDocumentString(`
    query CustomerPage($id: ID!) {
  node(id: $id) {
    __typename
    ... on Company {
      id
      version
      name
      emailDomain
      phone
      address
      userCount
      contracts {
        id
        version
        number
        name
        startsOn
        endsOn
      }
      administrators(first: 20) {
        edges {
          node {
            id
            firstName
            lastName
            email
          }
        }
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CustomerPageQuery, CustomerPageQueryVariables>;
export const ConfirmPageDocument = new TypedDocumentString(`
    query ConfirmPage($token: String!) {
  link(token: $token) {
    state
    kind
  }
}
    `) as unknown as TypedDocumentString<ConfirmPageQuery, ConfirmPageQueryVariables>;
export const ConfirmSignupDocument = new TypedDocumentString(`
    mutation ConfirmSignup($token: String!) {
  confirmSignup(token: $token) {
    accepted
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmSignupMutation, ConfirmSignupMutationVariables>;
export const RotateClientDocument = new TypedDocumentString(`
    mutation RotateClient($input: IDInput!) {
  rotateAPIClient(input: $input) {
    apiClient {
      id
      version
      tokenPrefix
      previousTokenUntil
    }
    token
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RotateClientMutation, RotateClientMutationVariables>;
export const RevokeClientDocument = new TypedDocumentString(`
    mutation RevokeClient($input: IDInput!) {
  revokeAPIClient(input: $input) {
    apiClient {
      id
      version
      revokedAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeClientMutation, RevokeClientMutationVariables>;
export const EditClientDocument = new TypedDocumentString(`
    mutation EditClient($input: UpdateAPIClientInput!) {
  updateAPIClient(input: $input) {
    apiClient {
      id
      version
      name
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<EditClientMutation, EditClientMutationVariables>;
export const NewClientPageDocument = new TypedDocumentString(`
    mutation NewClientPage($input: CreateAPIClientInput!) {
  createAPIClient(input: $input) {
    apiClient {
      id
      name
    }
    token
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<NewClientPageMutation, NewClientPageMutationVariables>;
export const ReachCompaniesDocument = new TypedDocumentString(`
    query ReachCompanies($search: String) {
  companies(first: 20, search: $search) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReachCompaniesQuery, ReachCompaniesQueryVariables>;
export const ReachGroupsDocument = new TypedDocumentString(`
    query ReachGroups($search: String) {
  groups(first: 20, search: $search) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReachGroupsQuery, ReachGroupsQueryVariables>;
export const SignupFormPageDocument = new TypedDocumentString(`
    query SignupFormPage {
  settings {
    redirectOrigins
  }
}
    `) as unknown as TypedDocumentString<SignupFormPageQuery, SignupFormPageQueryVariables>;
export const ViewAsPageDocument = new TypedDocumentString(`
    query ViewAsPage($after: Cursor, $search: String) {
  viewer {
    apiClient {
      id
      name
    }
  }
  users(
    first: 20
    after: $after
    filter: {search: $search}
    orderBy: [{field: LAST_NAME}]
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        firstName
        lastName
        email
        title
        company {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ViewAsPageQuery, ViewAsPageQueryVariables>;
export const ClientsDocument = new TypedDocumentString(`
    query Clients {
  apiClients {
    id
    version
    name
    scopes
    reach
    companies {
      id
      name
    }
    groups {
      id
      name
    }
    allowedOrigins
    expiresAt
    lastUsedAt
    revokedAt
    tokenPrefix
    previousTokenUntil
  }
}
    `) as unknown as TypedDocumentString<ClientsQuery, ClientsQueryVariables>;
export const DeliveriesPageDocument = new TypedDocumentString(`
    query DeliveriesPage($first: Int, $after: Cursor, $filter: MessageFilter) {
  messages(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        id
        to
        kind
        subject
        state
        createdAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<DeliveriesPageQuery, DeliveriesPageQueryVariables>;
export const InvitationsPageDocument = new TypedDocumentString(`
    query InvitationsPage($first: Int, $after: Cursor, $filter: UserFilter, $messages: Boolean!) {
  users(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        id
        firstName
        lastName
        email
        company {
          id
          name
        }
        account {
          email
          linkExpiresAt
          revokedAt
        }
        messages(first: 1) @include(if: $messages) {
          edges {
            node {
              id
              state
              error
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<InvitationsPageQuery, InvitationsPageQueryVariables>;
export const MessagePageDocument = new TypedDocumentString(`
    query MessagePage($id: ID!) {
  node(id: $id) {
    __typename
    ... on Message {
      id
      kind
      isTest
      to
      subject
      state
      error
      createdAt
      sentAt
      deliveredAt
      openedAt
      resolvedAt
      linkExpiresAt
      linkUsedAt
      linkState
      text
      user {
        id
        firstName
        lastName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MessagePageQuery, MessagePageQueryVariables>;
export const UseInvitationRunDocument = new TypedDocumentString(`
    mutation UseInvitationRun($input: BulkUpdateUsersInput!) {
  bulkUpdateUsers(input: $input) {
    jobRun {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UseInvitationRunMutation, UseInvitationRunMutationVariables>;
export const TemplatePreviewDocument = new TypedDocumentString(`
    query TemplatePreview($input: TemplatePreviewInput!) {
  templatePreview(input: $input) {
    subject
    text
    html
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TemplatePreviewQuery, TemplatePreviewQueryVariables>;
export const SendTestDocument = new TypedDocumentString(`
    mutation SendTest($input: SendTestMessageInput!) {
  sendTestMessage(input: $input) {
    message {
      id
      state
    }
    userErrors {
      code
      field
      message
      params
      relatedId
    }
    warnings {
      code
      field
      message
      params
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<SendTestMutation, SendTestMutationVariables>;
export const TemplateListDocument = new TypedDocumentString(`
    query TemplateList {
  templates {
    id
    kind
    locale
    subject
    isEdited
  }
}
    `) as unknown as TypedDocumentString<TemplateListQuery, TemplateListQueryVariables>;
export const VersionsOfDocument = new TypedDocumentString(`
    query VersionsOf($filter: ChangeFilter!, $first: Int, $after: Cursor) {
  changes(filter: $filter, first: $first, after: $after) {
    edges {
      node {
        id
        at
        actor
        undoable
        fields {
          name
          old
          new
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<VersionsOfQuery, VersionsOfQueryVariables>;
export const RestoreTemplateDocument = new TypedDocumentString(`
    mutation RestoreTemplate($input: UndoChangeInput!) {
  undoChange(input: $input) {
    undone
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreTemplateMutation, RestoreTemplateMutationVariables>;
export const TemplatePageDocument = new TypedDocumentString(`
    query TemplatePage($id: ID!) {
  node(id: $id) {
    __typename
    ... on Template {
      id
      version
      kind
      locale
      subject
      text
      html
      isEdited
      placeholders {
        name
        meaning
        isNeeded
        isSecret
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TemplatePageQuery, TemplatePageQueryVariables>;
export const UpdateTemplateDocument = new TypedDocumentString(`
    mutation UpdateTemplate($input: UpdateTemplateInput!) {
  updateTemplate(input: $input) {
    template {
      id
      version
      subject
      text
      html
      isEdited
    }
    userErrors {
      code
      field
      message
      params
      relatedId
    }
    warnings {
      code
      field
      message
      params
      relatedId
    }
    undo {
      token
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateTemplateMutation, UpdateTemplateMutationVariables>;
export const ResendMessageDocument = new TypedDocumentString(`
    mutation ResendMessage($input: IDInput!, $override: [WarningCode!]) {
  resendMessage(input: $input, overrideWarnings: $override) {
    message {
      id
      to
    }
    userErrors {
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResendMessageMutation, ResendMessageMutationVariables>;
export const ResolveMessageDocument = new TypedDocumentString(`
    mutation ResolveMessage($input: ResolveMessageInput!) {
  resolveMessage(input: $input) {
    message {
      id
      to
      state
      error
      resolvedAt
    }
    userErrors {
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResolveMessageMutation, ResolveMessageMutationVariables>;
export const UpdateGroupDocument = new TypedDocumentString(`
    mutation UpdateGroup($input: UpdateGroupInput!) {
  updateGroup(input: $input) {
    group {
      id
      version
      name
      description
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateGroupMutation, UpdateGroupMutationVariables>;
export const UsersToAddDocument = new TypedDocumentString(`
    query UsersToAdd($search: String) {
  users(first: 20, filter: {search: $search}) {
    edges {
      node {
        id
        firstName
        lastName
        email
        isGlobalAdmin
        memberships {
          group {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UsersToAddQuery, UsersToAddQueryVariables>;
export const DeleteGroupDocument = new TypedDocumentString(`
    mutation DeleteGroup($input: DeleteGroupInput!) {
  deleteGroup(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteGroupMutation, DeleteGroupMutationVariables>;
export const GroupsToMoveToDocument = new TypedDocumentString(`
    query GroupsToMoveTo($search: String) {
  groups(first: 20, search: $search) {
    edges {
      node {
        id
        name
        description
        isDefault
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupsToMoveToQuery, GroupsToMoveToQueryVariables>;
export const GroupPageDocument = new TypedDocumentString(`
    query GroupPage($id: ID!) {
  node(id: $id) {
    __typename
    ... on Group {
      id
      ...GroupScreen
    }
  }
}
    fragment GroupScreen on Group {
  id
  version
  name
  description
  isDefault
  memberCount
  managers {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<GroupPageQuery, GroupPageQueryVariables>;
export const GroupsPageDocument = new TypedDocumentString(`
    query GroupsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {
  groups(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
  ) {
    edges {
      node {
        id
        name
        description
        isDefault
        memberCount
        managers {
          id
          firstName
          lastName
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<GroupsPageQuery, GroupsPageQueryVariables>;
export const NewGroupDocument = new TypedDocumentString(`
    mutation NewGroup($input: CreateGroupInput!) {
  createGroup(input: $input) {
    group {
      id
      name
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<NewGroupMutation, NewGroupMutationVariables>;
export const AddMembersDocument = new TypedDocumentString(`
    mutation AddMembers($input: MembersInput!) {
  addMembers(input: $input) {
    group {
      id
      memberCount
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddMembersMutation, AddMembersMutationVariables>;
export const RemoveMembersDocument = new TypedDocumentString(`
    mutation RemoveMembers($input: MembersInput!) {
  removeMembers(input: $input) {
    group {
      id
      memberCount
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveMembersMutation, RemoveMembersMutationVariables>;
export const SetManagerDocument = new TypedDocumentString(`
    mutation SetManager($input: SetManagerInput!) {
  setManager(input: $input) {
    group {
      id
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetManagerMutation, SetManagerMutationVariables>;
export const ExportOptionsDocument = new TypedDocumentString(`
    query ExportOptions {
  sheetColumns {
    key
    heading
  }
}
    `) as unknown as TypedDocumentString<ExportOptionsQuery, ExportOptionsQueryVariables>;
export const PauseJobDocument = new TypedDocumentString(`
    mutation PauseJob($input: UpdateJobInput!) {
  updateJob(input: $input) {
    job {
      id
      version
      enabled
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PauseJobMutation, PauseJobMutationVariables>;
export const DeleteJobDocument = new TypedDocumentString(`
    mutation DeleteJob($input: IDInput!) {
  deleteJob(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteJobMutation, DeleteJobMutationVariables>;
export const JobPageDocument = new TypedDocumentString(`
    mutation JobPage($input: UpdateJobInput!) {
  updateJob(input: $input) {
    job {
      id
      version
      name
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<JobPageMutation, JobPageMutationVariables>;
export const NewJobPageDocument = new TypedDocumentString(`
    mutation NewJobPage($input: CreateJobInput!) {
  createJob(input: $input) {
    job {
      id
      name
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<NewJobPageMutation, NewJobPageMutationVariables>;
export const PurgeConfirmDocument = new TypedDocumentString(`
    query PurgeConfirm($days: Int!) {
  purgeable(days: $days)
}
    `) as unknown as TypedDocumentString<PurgeConfirmQuery, PurgeConfirmQueryVariables>;
export const RunPageDocument = new TypedDocumentString(`
    query RunPage($id: ID!) {
  node(id: $id) {
    __typename
    ... on JobRun {
      ...RunFacts
    }
  }
}
    fragment RunFacts on JobRun {
  id
  kind
  job {
    id
    name
  }
  state
  total
  handled
  failed
  log
  createdAt
  startedAt
  finishedAt
  failuresUrl
}`) as unknown as TypedDocumentString<RunPageQuery, RunPageQueryVariables>;
export const RunGoesOnDocument = new TypedDocumentString(`
    subscription RunGoesOn($id: ID!) {
  jobRun(id: $id) {
    ...RunFacts
  }
}
    fragment RunFacts on JobRun {
  id
  kind
  job {
    id
    name
  }
  state
  total
  handled
  failed
  log
  createdAt
  startedAt
  finishedAt
  failuresUrl
}`) as unknown as TypedDocumentString<RunGoesOnSubscription, RunGoesOnSubscriptionVariables>;
export const RetryFailedDocument = new TypedDocumentString(`
    mutation RetryFailed($input: IDInput!) {
  retryFailed(input: $input) {
    jobRun {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RetryFailedMutation, RetryFailedMutationVariables>;
export const RunsOfDocument = new TypedDocumentString(`
    query RunsOf($id: ID!, $first: Int, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Job {
      id
      runs(first: $first, after: $after) {
        totalCount
        edges {
          node {
            id
            state
            createdAt
            handled
            failed
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RunsOfQuery, RunsOfQueryVariables>;
export const ScheduleFieldsDocument = new TypedDocumentString(`
    query ScheduleFields($schedule: String!, $timeZone: String!) {
  scheduledTimes(schedule: $schedule, timeZone: $timeZone)
}
    `) as unknown as TypedDocumentString<ScheduleFieldsQuery, ScheduleFieldsQueryVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs {
  jobs {
    id
    version
    name
    schedule
    timeZone
    enabled
    steps {
      task
      options
    }
    nextRunAt
    nextRuns
    runs(first: 1) {
      edges {
        node {
          id
          state
          createdAt
          handled
          failed
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const MePageSignOutDocument = new TypedDocumentString(`
    mutation MePageSignOut {
  signOut {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MePageSignOutMutation, MePageSignOutMutationVariables>;
export const RenewRecoveryCodesDocument = new TypedDocumentString(`
    mutation RenewRecoveryCodes {
  renewRecoveryCodes {
    recoveryCodes
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const RemovePasskeyDocument = new TypedDocumentString(`
    mutation RemovePasskey($input: IDInput!) {
  removePasskey(input: $input) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemovePasskeyMutation, RemovePasskeyMutationVariables>;
export const ChangeMyPasswordDocument = new TypedDocumentString(`
    mutation ChangeMyPassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    nextStep
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeMyPasswordMutation, ChangeMyPasswordMutationVariables>;
export const EndMySessionsDocument = new TypedDocumentString(`
    mutation EndMySessions($input: EndSessionsInput!) {
  endSessions(input: $input) {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EndMySessionsMutation, EndMySessionsMutationVariables>;
export const MePageDocument = new TypedDocumentString(`
    query MePage {
  viewer {
    user {
      id
      version
      email
      firstName
      lastName
      cellPhone
      officePhone
      locale
      timeZone
      emailSubscribed
      emailSubscriptionChangedAt
      account {
        email
        loginName
        factorProvider
        requiredFactor
        passkeys {
          id
          name
          createdAt
          lastUsedAt
        }
        sessions {
          id
          lastSeenAt
          ip
          userAgent
          current
        }
      }
    }
    emailLocales
    permissions
    managedGroups {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<MePageQuery, MePageQueryVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    user {
      id
      version
    }
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const RemindersFeedDocument = new TypedDocumentString(`
    query RemindersFeed {
  viewer {
    remindersFeedUrl
  }
}
    `) as unknown as TypedDocumentString<RemindersFeedQuery, RemindersFeedQueryVariables>;
export const ResetRemindersFeedDocument = new TypedDocumentString(`
    mutation ResetRemindersFeed {
  resetRemindersFeed {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResetRemindersFeedMutation, ResetRemindersFeedMutationVariables>;
export const DeleteRoleDocument = new TypedDocumentString(`
    mutation DeleteRole($input: IDInput!) {
  deleteRole(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteRoleMutation, DeleteRoleMutationVariables>;
export const NewRolePageDocument = new TypedDocumentString(`
    mutation NewRolePage($input: CreateRoleInput!) {
  createRole(input: $input) {
    role {
      id
      name
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<NewRolePageMutation, NewRolePageMutationVariables>;
export const RoleFormDocument = new TypedDocumentString(`
    mutation RoleForm($input: UpdateRoleInput!) {
  updateRole(input: $input) {
    role {
      id
      version
      name
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<RoleFormMutation, RoleFormMutationVariables>;
export const RolesPageDocument = new TypedDocumentString(`
    query RolesPage {
  roles {
    id
    name
    isBuiltIn
    requiresFactor
    reach
    userCount
    grants {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RolesPageQuery, RolesPageQueryVariables>;
export const RoleQueryDocument = new TypedDocumentString(`
    query RoleQuery {
  roles {
    id
    version
    name
    isBuiltIn
    requiresFactor
    reach
    permissions
    userCount
    grants {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<RoleQueryQuery, RoleQueryQueryVariables>;
export const FeaturesPageDocument = new TypedDocumentString(`
    mutation FeaturesPage($input: SetFeatureInput!) {
  setFeature(input: $input) {
    feature {
      name
      enabled
      reason
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FeaturesPageMutation, FeaturesPageMutationVariables>;
export const GeneralPageDocument = new TypedDocumentString(`
    query GeneralPage {
  settings {
    version
    activityRetentionDays
    keepUnknownActivities
    redirectOrigins
    nudgeBeforeExpiry
    defaultLocale
  }
}
    `) as unknown as TypedDocumentString<GeneralPageQuery, GeneralPageQueryVariables>;
export const UpdateSettingsDocument = new TypedDocumentString(`
    mutation UpdateSettings($input: UpdateSettingsInput!) {
  updateSettings(input: $input) {
    settings {
      version
      activityRetentionDays
      keepUnknownActivities
      redirectOrigins
      nudgeBeforeExpiry
      defaultLocale
    }
    userErrors {
      code
      field
      message
      params
      relatedId
    }
    warnings {
      code
      field
      message
      params
      relatedId
    }
    undo {
      token
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateSettingsMutation, UpdateSettingsMutationVariables>;
export const CreateProtectedPageDocument = new TypedDocumentString(`
    mutation CreateProtectedPage($input: ProtectedPageInput!) {
  createProtectedPage(input: $input) {
    protectedPage {
      id
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      params
      relatedId
    }
    warnings {
      code
      field
      message
      params
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<CreateProtectedPageMutation, CreateProtectedPageMutationVariables>;
export const UpdateProtectedPageDocument = new TypedDocumentString(`
    mutation UpdateProtectedPage($input: ProtectedPageInput!) {
  updateProtectedPage(input: $input) {
    protectedPage {
      id
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      params
      relatedId
    }
    warnings {
      code
      field
      message
      params
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateProtectedPageMutation, UpdateProtectedPageMutationVariables>;
export const GroupsOfPageDocument = new TypedDocumentString(`
    query GroupsOfPage($search: String) {
  groups(first: 20, search: $search) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupsOfPageQuery, GroupsOfPageQueryVariables>;
export const DeleteProtectedPageDocument = new TypedDocumentString(`
    mutation DeleteProtectedPage($input: IDInput!) {
  deleteProtectedPage(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteProtectedPageMutation, DeleteProtectedPageMutationVariables>;
export const ProtectedPagesDocument = new TypedDocumentString(`
    query ProtectedPages {
  protectedPages {
    id
    version
    pattern
    groups {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ProtectedPagesQuery, ProtectedPagesQueryVariables>;
export const ChangePasswordPageDocument = new TypedDocumentString(`
    mutation ChangePasswordPage($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    viewer {
      permissions
      managedGroups {
        id
      }
    }
    nextStep
    factorProvider
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordPageMutation, ChangePasswordPageMutationVariables>;
export const EnrolPageDocument = new TypedDocumentString(`
    mutation EnrolPage {
  enrolTOTP {
    secret
    otpauthUrl
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EnrolPageMutation, EnrolPageMutationVariables>;
export const EnrolPageConfirmDocument = new TypedDocumentString(`
    mutation EnrolPageConfirm($input: VerifyFactorInput!) {
  confirmTOTP(input: $input) {
    recoveryCodes
    viewer {
      permissions
      managedGroups {
        id
      }
    }
    nextStep
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<EnrolPageConfirmMutation, EnrolPageConfirmMutationVariables>;
export const FactorPageDocument = new TypedDocumentString(`
    mutation FactorPage($input: VerifyFactorInput!) {
  verifyFactor(input: $input) {
    viewer {
      permissions
      managedGroups {
        id
      }
    }
    nextStep
    factorProvider
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FactorPageMutation, FactorPageMutationVariables>;
export const ForgotPageDocument = new TypedDocumentString(`
    mutation ForgotPage($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    accepted
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ForgotPageMutation, ForgotPageMutationVariables>;
export const LinkExpiredPageDocument = new TypedDocumentString(`
    mutation LinkExpiredPage($input: RenewLinkInput!) {
  renewLink(input: $input) {
    accepted
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LinkExpiredPageMutation, LinkExpiredPageMutationVariables>;
export const SetPasswordFormDocument = new TypedDocumentString(`
    mutation SetPasswordForm($input: SetPasswordInput!) {
  setPassword(input: $input) {
    viewer {
      permissions
      managedGroups {
        id
      }
    }
    nextStep
    factorProvider
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetPasswordFormMutation, SetPasswordFormMutationVariables>;
export const SetPasswordPageDocument = new TypedDocumentString(`
    query SetPasswordPage($token: String!) {
  link(token: $token) {
    state
    kind
  }
}
    `) as unknown as TypedDocumentString<SetPasswordPageQuery, SetPasswordPageQueryVariables>;
export const SetUpPageDocument = new TypedDocumentString(`
    mutation SetUpPage($input: SetUpInput!) {
  setUp(input: $input) {
    nextStep
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetUpPageMutation, SetUpPageMutationVariables>;
export const SignInPageDocument = new TypedDocumentString(`
    mutation SignInPage($input: SignInInput!) {
  signIn(input: $input) {
    viewer {
      permissions
      managedGroups {
        id
      }
    }
    nextStep
    factorProvider
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignInPageMutation, SignInPageMutationVariables>;
export const ExportsPageDocument = new TypedDocumentString(`
    query ExportsPage($first: Int, $after: Cursor) {
  exports(first: $first, after: $after) {
    edges {
      node {
        ...ExportFacts
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment ExportFacts on Export {
  id
  format
  state
  rows
  total
  headings
  isFiltered
  startedBy
  url
  expiresAt
  problem
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<ExportsPageQuery, ExportsPageQueryVariables>;
export const RunImportDocument = new TypedDocumentString(`
    mutation RunImport($input: RunImportInput!) {
  runImport(input: $input) {
    import {
      ...ImportFacts
    }
    userErrors {
      message
    }
  }
}
    fragment ImportFacts on Import {
  id
  state
  fileName
  rows
  processed
  added
  updated
  unchanged
  failed
  warned
  problemFileUrl
  undoableUntil
  undoReport {
    reversed
    kept {
      entityId
      name
      reason
    }
    failed {
      entityId
      name
      reason
    }
  }
  columns {
    heading
    samples
    field
  }
  isOwn
  onExisting
  notify
  reason
  createdAt
  startedAt
  finishedAt
  fileErasedAt
}`) as unknown as TypedDocumentString<RunImportMutation, RunImportMutationVariables>;
export const StopImportDocument = new TypedDocumentString(`
    mutation StopImport($input: IDInput!) {
  stopImport(input: $input) {
    import {
      ...ImportFacts
    }
    userErrors {
      message
    }
  }
}
    fragment ImportFacts on Import {
  id
  state
  fileName
  rows
  processed
  added
  updated
  unchanged
  failed
  warned
  problemFileUrl
  undoableUntil
  undoReport {
    reversed
    kept {
      entityId
      name
      reason
    }
    failed {
      entityId
      name
      reason
    }
  }
  columns {
    heading
    samples
    field
  }
  isOwn
  onExisting
  notify
  reason
  createdAt
  startedAt
  finishedAt
  fileErasedAt
}`) as unknown as TypedDocumentString<StopImportMutation, StopImportMutationVariables>;
export const ImportsPageDocument = new TypedDocumentString(`
    query ImportsPage($first: Int, $after: Cursor) {
  imports(first: $first, after: $after) {
    edges {
      node {
        id
        fileName
        state
        rows
        added
        updated
        failed
        createdAt
      }
      cursor
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ImportsPageQuery, ImportsPageQueryVariables>;
export const InvitationsFieldDocument = new TypedDocumentString(`
    query InvitationsField {
  nextNotice {
    at
  }
}
    `) as unknown as TypedDocumentString<InvitationsFieldQuery, InvitationsFieldQueryVariables>;
export const ImportIssuesDocument = new TypedDocumentString(`
    query ImportIssues($id: ID!, $severity: IssueSeverity, $first: Int, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on Import {
      issues(first: $first, after: $after, severity: $severity) {
        edges {
          node {
            row
            column
            cell
            code
            message
            severity
          }
          cursor
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ImportIssuesQuery, ImportIssuesQueryVariables>;
export const MatchStepDocument = new TypedDocumentString(`
    query MatchStep {
  sheetColumns {
    key
    heading
    required
    readOnly
    hint
  }
}
    `) as unknown as TypedDocumentString<MatchStepQuery, MatchStepQueryVariables>;
export const MapImportDocument = new TypedDocumentString(`
    mutation MapImport($input: MapImportInput!) {
  mapImport(input: $input) {
    import {
      ...ImportFacts
    }
    userErrors {
      message
    }
  }
}
    fragment ImportFacts on Import {
  id
  state
  fileName
  rows
  processed
  added
  updated
  unchanged
  failed
  warned
  problemFileUrl
  undoableUntil
  undoReport {
    reversed
    kept {
      entityId
      name
      reason
    }
    failed {
      entityId
      name
      reason
    }
  }
  columns {
    heading
    samples
    field
  }
  isOwn
  onExisting
  notify
  reason
  createdAt
  startedAt
  finishedAt
  fileErasedAt
}`) as unknown as TypedDocumentString<MapImportMutation, MapImportMutationVariables>;
export const NewImportPageDocument = new TypedDocumentString(`
    mutation NewImportPage($file: Upload!, $options: ImportOptions) {
  checkImport(file: $file, options: $options) {
    import {
      ...ImportFacts
    }
    userErrors {
      message
    }
  }
}
    fragment ImportFacts on Import {
  id
  state
  fileName
  rows
  processed
  added
  updated
  unchanged
  failed
  warned
  problemFileUrl
  undoableUntil
  undoReport {
    reversed
    kept {
      entityId
      name
      reason
    }
    failed {
      entityId
      name
      reason
    }
  }
  columns {
    heading
    samples
    field
  }
  isOwn
  onExisting
  notify
  reason
  createdAt
  startedAt
  finishedAt
  fileErasedAt
}`) as unknown as TypedDocumentString<NewImportPageMutation, NewImportPageMutationVariables>;
export const SheetNoteDocument = new TypedDocumentString(`
    query SheetNote($id: ID!) {
  node(id: $id) {
    __typename
    ... on Import {
      sheet {
        name
        others
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SheetNoteQuery, SheetNoteQueryVariables>;
export const UndoImportDocument = new TypedDocumentString(`
    mutation UndoImport($input: IDInput!) {
  undoImport(input: $input) {
    import {
      ...ImportFacts
    }
    userErrors {
      message
    }
  }
}
    fragment ImportFacts on Import {
  id
  state
  fileName
  rows
  processed
  added
  updated
  unchanged
  failed
  warned
  problemFileUrl
  undoableUntil
  undoReport {
    reversed
    kept {
      entityId
      name
      reason
    }
    failed {
      entityId
      name
      reason
    }
  }
  columns {
    heading
    samples
    field
  }
  isOwn
  onExisting
  notify
  reason
  createdAt
  startedAt
  finishedAt
  fileErasedAt
}`) as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const UseFixDocument = new TypedDocumentString(`
    query UseFix {
  sheetColumns {
    key
    heading
    hint
  }
}
    `) as unknown as TypedDocumentString<UseFixQuery, UseFixQueryVariables>;
export const UseImportDocument = new TypedDocumentString(`
    query UseImport($id: ID!) {
  node(id: $id) {
    __typename
    ... on Import {
      ...ImportFacts
    }
  }
}
    fragment ImportFacts on Import {
  id
  state
  fileName
  rows
  processed
  added
  updated
  unchanged
  failed
  warned
  problemFileUrl
  undoableUntil
  undoReport {
    reversed
    kept {
      entityId
      name
      reason
    }
    failed {
      entityId
      name
      reason
    }
  }
  columns {
    heading
    samples
    field
  }
  isOwn
  onExisting
  notify
  reason
  createdAt
  startedAt
  finishedAt
  fileErasedAt
}`) as unknown as TypedDocumentString<UseImportQuery, UseImportQueryVariables>;
export const ImportGoesOnDocument = new TypedDocumentString(`
    subscription ImportGoesOn($id: ID!) {
  importProgress(id: $id) {
    ...ImportFacts
  }
}
    fragment ImportFacts on Import {
  id
  state
  fileName
  rows
  processed
  added
  updated
  unchanged
  failed
  warned
  problemFileUrl
  undoableUntil
  undoReport {
    reversed
    kept {
      entityId
      name
      reason
    }
    failed {
      entityId
      name
      reason
    }
  }
  columns {
    heading
    samples
    field
  }
  isOwn
  onExisting
  notify
  reason
  createdAt
  startedAt
  finishedAt
  fileErasedAt
}`) as unknown as TypedDocumentString<ImportGoesOnSubscription, ImportGoesOnSubscriptionVariables>;
export const CompanyFieldDocument = new TypedDocumentString(`
    query CompanyField($search: String) {
  companies(first: 20, search: $search) {
    edges {
      node {
        id
        name
        emailDomain
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CompanyFieldQuery, CompanyFieldQueryVariables>;
export const ConsentHistoryDocument = new TypedDocumentString(`
    query ConsentHistory($id: ID!, $first: Int, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on User {
      id
      consentHistory(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            subscribed
            at
            source
            actor
            proof
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConsentHistoryQuery, ConsentHistoryQueryVariables>;
export const DetailsFormDocument = new TypedDocumentString(`
    mutation DetailsForm($input: UpdateUserInput!) {
  updateUser(input: $input) {
    user {
      id
      version
      firstName
      lastName
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<DetailsFormMutation, DetailsFormMutationVariables>;
export const DraftWarningsDocument = new TypedDocumentString(`
    query DraftWarnings($draft: UserDraft!) {
  userWarnings(draft: $draft) {
    field
    message
  }
}
    `) as unknown as TypedDocumentString<DraftWarningsQuery, DraftWarningsQueryVariables>;
export const EmailCommunicationDocument = new TypedDocumentString(`
    mutation EmailCommunication($input: SetEmailSubscriptionInput!) {
  setEmailSubscription(input: $input) {
    user {
      id
    }
    userErrors {
      message
    }
    undo {
      token
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<EmailCommunicationMutation, EmailCommunicationMutationVariables>;
export const FormProblemsDocument = new TypedDocumentString(`
    mutation FormProblems($input: UserIDInput!) {
  reactivateUser(input: $input) {
    user {
      id
      version
      status
      firstName
      lastName
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FormProblemsMutation, FormProblemsMutationVariables>;
export const GroupsFieldDocument = new TypedDocumentString(`
    query GroupsField($search: String) {
  groups(first: 50, search: $search) {
    edges {
      node {
        id
        name
        description
        isDefault
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupsFieldQuery, GroupsFieldQueryVariables>;
export const NewAccountFormDocument = new TypedDocumentString(`
    mutation NewAccountForm($input: CreateAccountInput!) {
  createAccount(input: $input) {
    user {
      id
      version
      account {
        email
        loginName
        state
        creationNotice
      }
      messages(first: 1) {
        edges {
          node {
            id
          }
        }
      }
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<NewAccountFormMutation, NewAccountFormMutationVariables>;
export const NewUserPageDocument = new TypedDocumentString(`
    mutation NewUserPage($input: CreateUserInput!, $messages: Boolean!) {
  createUser(input: $input) {
    user {
      id
      firstName
      lastName
      email
      account {
        email
        notify
      }
      messages(first: 1) @include(if: $messages) {
        edges {
          node {
            state
          }
        }
      }
    }
    userErrors {
      code
      field
      message
      params
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<NewUserPageMutation, NewUserPageMutationVariables>;
export const NextNoticeDocument = new TypedDocumentString(`
    query NextNotice {
  nextNotice {
    at
    job {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<NextNoticeQuery, NextNoticeQueryVariables>;
export const OwnCompanyDocument = new TypedDocumentString(`
    query OwnCompany {
  companies(first: 2) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnCompanyQuery, OwnCompanyQueryVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($input: UserIDInput!) {
  revokeInvitation(input: $input) {
    user {
      id
      account {
        state
        linkExpiresAt
        revokedAt
      }
      messages(first: 1) {
        edges {
          node {
            id
            state
            linkState
          }
        }
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const SignInCardProvideDocument = new TypedDocumentString(`
    mutation SignInCardProvide($input: SetFactorProviderInput!) {
  setFactorProvider(input: $input) {
    user {
      id
      account {
        factorProvider
        requiredFactor
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignInCardProvideMutation, SignInCardProvideMutationVariables>;
export const SignInCardResetDocument = new TypedDocumentString(`
    mutation SignInCardReset($input: UserIDInput!) {
  resetFactor(input: $input) {
    user {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignInCardResetMutation, SignInCardResetMutationVariables>;
export const SignInCardEndDocument = new TypedDocumentString(`
    mutation SignInCardEnd($input: EndSessionsInput!) {
  endSessions(input: $input) {
    user {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignInCardEndMutation, SignInCardEndMutationVariables>;
export const SignInCardUnlockDocument = new TypedDocumentString(`
    mutation SignInCardUnlock($input: UserIDInput!) {
  unlockAccount(input: $input) {
    user {
      id
      account {
        state
      }
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignInCardUnlockMutation, SignInCardUnlockMutationVariables>;
export const SupersedeDialogDocument = new TypedDocumentString(`
    mutation SupersedeDialog($input: SupersedeUserInput!) {
  supersedeUser(input: $input) {
    user {
      id
      firstName
      lastName
      email
      account {
        email
        notify
      }
      supersedes {
        id
        version
        status
        account {
          email
          state
        }
      }
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      field
      message
      relatedId
    }
  }
}
    `) as unknown as TypedDocumentString<SupersedeDialogMutation, SupersedeDialogMutationVariables>;
export const UserCardPageDocument = new TypedDocumentString(`
    query UserCardPage($id: ID!, $notes: Boolean!, $messages: Boolean!) {
  node(id: $id) {
    __typename
    ... on User {
      id
      firstName
      lastName
      email
      status
      lastSignInAt
      role {
        id
        name
      }
      company {
        id
        name
      }
      account {
        email
        state
      }
      ...DetailsTab
      ...SettingsTab
    }
  }
}
    fragment AccountDetails on User {
  id
  email
  firstName
  lastName
  status
  role {
    id
    name
  }
  account {
    email
    loginName
    state
    creationNotice
    linkExpiresAt
    temporaryUntil
  }
}
fragment DetailsForm on User {
  id
  version
  email
  firstName
  lastName
  title
  cellPhone
  officePhone
  extension
  address
  company {
    id
    name
  }
  role {
    id
  }
  account {
    email
  }
  memberships {
    role
    group {
      id
      name
      isDefault
    }
  }
  hiddenGroupCount
  assignments {
    company {
      id
      name
      contracts {
        id
        number
        name
      }
    }
    contract {
      id
    }
  }
  note @include(if: $notes)
  ...Supersede
}
fragment DetailsTab on User {
  id
  ...DetailsView
  ...DetailsForm
  ...PasswordSection
  ...EmailCommunication
}
fragment DetailsView on User {
  email
  firstName
  lastName
  title
  cellPhone
  officePhone
  extension
  address
  createdAt
  updatedAt
  isGlobalAdmin
  company {
    id
    name
  }
  role {
    id
    name
  }
  memberships {
    role
    group {
      id
      name
    }
  }
  hiddenGroupCount
  assignments {
    company {
      id
      name
    }
    contract {
      number
      name
    }
  }
  note @include(if: $notes)
  ...Supersede
}
fragment EmailCommunication on User {
  id
  firstName
  lastName
  emailSubscribed
  emailSubscriptionChangedAt
  emailSubscriptionSource
  unsubscribeUrl
  consentHistory(first: 1) {
    edges {
      node {
        actor
      }
    }
  }
}
fragment LinkTrail on Message {
  id
  kind
  to
  state
  error
  createdAt
  sentAt
  deliveredAt
  openedAt
  linkExpiresAt
  linkUsedAt
  linkState
  resolvedAt
}
fragment NewAccountForm on User {
  id
  email
  role {
    id
  }
}
fragment PasswordSection on User {
  id
  email
  account {
    email
    state
    notify
    notifiedAt
    linkExpiresAt
    revokedAt
  }
}
fragment SettingsTab on User {
  id
  firstName
  lastName
  account {
    email
    revokedAt
  }
  messages(first: 20) @include(if: $messages) {
    edges {
      node {
        id
        state
        ...LinkTrail
      }
    }
  }
  ...AccountDetails
  ...SignInCard
  ...NewAccountForm
}
fragment SignInCard on User {
  id
  firstName
  lastName
  role {
    id
    name
  }
  account {
    state
    factorProvider
    requiredFactor
    sessions {
      id
      lastSeenAt
      ip
      userAgent
      current
    }
  }
}
fragment Supersede on User {
  id
  status
  role {
    id
  }
  supersedes {
    id
    firstName
    lastName
    email
  }
  supersededBy {
    id
    firstName
    lastName
    email
  }
  ...SupersedeDialog
}
fragment SupersedeDialog on User {
  id
  email
  firstName
  lastName
  role {
    id
  }
  account {
    email
    state
    notify
  }
}`) as unknown as TypedDocumentString<UserCardPageQuery, UserCardPageQueryVariables>;
export const ActivitiesTabDocument = new TypedDocumentString(`
    query ActivitiesTab($id: ID!, $kinds: [String!], $first: Int, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on User {
      id
      activities(first: $first, after: $after, kinds: $kinds) {
        edges {
          node {
            id
            ...ActivityEntry
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment ActivityEntry on Activity {
  id
  kind
  summary
  source
  actor
  occurredAt
}`) as unknown as TypedDocumentString<ActivitiesTabQuery, ActivitiesTabQueryVariables>;
export const ActivityKindsDocument = new TypedDocumentString(`
    query ActivityKinds($id: ID!) {
  node(id: $id) {
    __typename
    ... on User {
      id
      activityKinds
    }
  }
}
    `) as unknown as TypedDocumentString<ActivityKindsQuery, ActivityKindsQueryVariables>;
export const ActivityRecordedDocument = new TypedDocumentString(`
    subscription ActivityRecorded($id: ID!) {
  activityRecorded(userId: $id) {
    id
  }
}
    `) as unknown as TypedDocumentString<ActivityRecordedSubscription, ActivityRecordedSubscriptionVariables>;
export const DeleteActivityDocument = new TypedDocumentString(`
    mutation DeleteActivity($input: IDInput!) {
  deleteActivity(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteActivityMutation, DeleteActivityMutationVariables>;
export const AddActivityDocument = new TypedDocumentString(`
    mutation AddActivity($input: RecordActivityInput!) {
  recordActivity(input: $input) {
    activity {
      id
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      relatedId
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddActivityMutation, AddActivityMutationVariables>;
export const AddToGroupDocument = new TypedDocumentString(`
    query AddToGroup($id: ID!) {
  node(id: $id) {
    __typename
    ... on User {
      id
      version
      memberships {
        role
        group {
          id
          name
          isDefault
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AddToGroupQuery, AddToGroupQueryVariables>;
export const GroupsToAddDocument = new TypedDocumentString(`
    query GroupsToAdd($search: String) {
  groups(first: 20, search: $search) {
    edges {
      node {
        id
        name
        isDefault
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupsToAddQuery, GroupsToAddQueryVariables>;
export const AddToGroupsDocument = new TypedDocumentString(`
    mutation AddToGroups($input: UpdateUserInput!) {
  updateUser(input: $input) {
    user {
      id
      version
      memberships {
        role
        group {
          id
          name
        }
      }
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AddToGroupsMutation, AddToGroupsMutationVariables>;
export const SetTemporaryPasswordDocument = new TypedDocumentString(`
    mutation SetTemporaryPassword($input: SetTemporaryPasswordInput!) {
  setTemporaryPassword(input: $input) {
    user {
      id
      version
      account {
        state
      }
    }
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SetTemporaryPasswordMutation, SetTemporaryPasswordMutationVariables>;
export const HistoryTabDocument = new TypedDocumentString(`
    query HistoryTab($id: ID!, $first: Int, $after: Cursor) {
  node(id: $id) {
    __typename
    ... on User {
      id
      changes(first: $first, after: $after) {
        edges {
          node {
            id
            ...HistoryEntry
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
}
    fragment HistoryEntry on Change {
  id
  at
  actor
  origin
  entity
  operation
  undoable
  overriddenWarnings
  fields {
    name
    old
    new
  }
}`) as unknown as TypedDocumentString<HistoryTabQuery, HistoryTabQueryVariables>;
export const UndoChangeDocument = new TypedDocumentString(`
    mutation UndoChange($input: UndoChangeInput!) {
  undoChange(input: $input) {
    undone
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UndoChangeMutation, UndoChangeMutationVariables>;
export const UserPanelDocument = new TypedDocumentString(`
    query UserPanel($id: ID!, $messages: Boolean!) {
  node(id: $id) {
    __typename
    ... on User {
      id
      title
      cellPhone
      company {
        id
        name
      }
      account {
        email
        loginName
        state
        revokedAt
      }
      memberships {
        group {
          id
          name
        }
      }
      hiddenGroupCount
      lastSignInAt
      messages(first: 5) @include(if: $messages) {
        edges {
          node {
            id
            state
            ...LinkTrail
          }
        }
      }
    }
  }
}
    fragment LinkTrail on Message {
  id
  kind
  to
  state
  error
  createdAt
  sentAt
  deliveredAt
  openedAt
  linkExpiresAt
  linkUsedAt
  linkState
  resolvedAt
}`) as unknown as TypedDocumentString<UserPanelQuery, UserPanelQueryVariables>;
export const DeactivateUserDocument = new TypedDocumentString(`
    mutation DeactivateUser($input: UserIDInput!) {
  deactivateUser(input: $input) {
    user {
      id
      version
      status
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeactivateUserMutation, DeactivateUserMutationVariables>;
export const ReactivateUserDocument = new TypedDocumentString(`
    mutation ReactivateUser($input: UserIDInput!) {
  reactivateUser(input: $input) {
    user {
      id
      version
      status
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReactivateUserMutation, ReactivateUserMutationVariables>;
export const DeleteUserDocument = new TypedDocumentString(`
    mutation DeleteUser($input: UserIDInput!) {
  deleteUser(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteUserMutation, DeleteUserMutationVariables>;
export const ImportCustomersDocument = new TypedDocumentString(`
    query ImportCustomers($first: Int, $after: Cursor, $search: String) {
  companies(first: $first, after: $after, search: $search) {
    edges {
      node {
        id
        name
        contracts {
          id
          number
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ImportCustomersQuery, ImportCustomersQueryVariables>;
export const DeleteViewDocument = new TypedDocumentString(`
    mutation DeleteView($input: IDInput!) {
  deleteView(input: $input) {
    deletedId
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteViewMutation, DeleteViewMutationVariables>;
export const FilterRolesDocument = new TypedDocumentString(`
    query FilterRoles {
  roles {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<FilterRolesQuery, FilterRolesQueryVariables>;
export const FilterGroupsDocument = new TypedDocumentString(`
    query FilterGroups($search: String) {
  groups(first: 20, search: $search) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FilterGroupsQuery, FilterGroupsQueryVariables>;
export const FilterCompaniesDocument = new TypedDocumentString(`
    query FilterCompanies($search: String) {
  companies(first: 20, search: $search) {
    edges {
      node {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FilterCompaniesQuery, FilterCompaniesQueryVariables>;
export const NeighboursDocument = new TypedDocumentString(`
    query Neighbours($at: Cursor!, $filter: UserFilter, $orderBy: [UserOrder!]) {
  before: users(last: 1, before: $at, filter: $filter, orderBy: $orderBy) {
    edges {
      cursor
      node {
        id
        firstName
        lastName
      }
    }
  }
  after: users(first: 1, after: $at, filter: $filter, orderBy: $orderBy) {
    edges {
      cursor
      node {
        id
        firstName
        lastName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NeighboursQuery, NeighboursQueryVariables>;
export const PeekDocument = new TypedDocumentString(`
    query Peek($id: ID!) {
  node(id: $id) {
    __typename
    ... on User {
      id
      firstName
      lastName
      email
      status
      role {
        id
        name
      }
      account {
        email
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PeekQuery, PeekQueryVariables>;
export const ReachDocument = new TypedDocumentString(`
    query Reach($id: ID!) {
  node(id: $id) {
    __typename
    ... on User {
      id
      memberships {
        role
        group {
          id
          name
        }
      }
      assignments {
        company {
          id
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReachQuery, ReachQueryVariables>;
export const SaveViewDocument = new TypedDocumentString(`
    mutation SaveView($input: SaveViewInput!) {
  saveView(input: $input) {
    savedView {
      id
      name
      query
      shared
      isOwn
    }
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveViewMutation, SaveViewMutationVariables>;
export const BulkDialogDocument = new TypedDocumentString(`
    mutation BulkDialog($input: BulkUpdateUsersInput!) {
  bulkUpdateUsers(input: $input) {
    jobRun {
      id
    }
    userErrors {
      code
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BulkDialogMutation, BulkDialogMutationVariables>;
export const GroupsPickerDocument = new TypedDocumentString(`
    query GroupsPicker($search: String) {
  groups(first: 20, search: $search) {
    edges {
      node {
        id
        name
        isDefault
      }
    }
  }
}
    `) as unknown as TypedDocumentString<GroupsPickerQuery, GroupsPickerQueryVariables>;
export const UseTellDocument = new TypedDocumentString(`
    mutation UseTell($token: ID!) {
  undo(token: $token) {
    jobRun {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UseTellMutation, UseTellMutationVariables>;
export const FilterNamesDocument = new TypedDocumentString(`
    query FilterNames($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Role {
      id
      name
    }
    ... on Group {
      id
      name
    }
    ... on Company {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<FilterNamesQuery, FilterNamesQueryVariables>;
export const SavedViewsDocument = new TypedDocumentString(`
    query SavedViews {
  savedViews {
    id
    name
    query
    shared
    isOwn
  }
}
    `) as unknown as TypedDocumentString<SavedViewsQuery, SavedViewsQueryVariables>;
export const UseCountsDocument = new TypedDocumentString(`
    query UseCounts {
  all: users(first: 1) {
    totalCount
    totalCountIsEstimate
  }
  active: users(first: 1, filter: {status: [ACTIVE]}) {
    totalCount
    totalCountIsEstimate
  }
  inactive: users(first: 1, filter: {status: [INACTIVE]}) {
    totalCount
    totalCountIsEstimate
  }
  invited: users(first: 1, filter: {accountState: [INVITED, INVITATION_EXPIRED]}) {
    totalCount
    totalCountIsEstimate
  }
  locked: users(first: 1, filter: {accountState: [LOCKED]}) {
    totalCount
    totalCountIsEstimate
  }
}
    `) as unknown as TypedDocumentString<UseCountsQuery, UseCountsQueryVariables>;
export const UsersCountDocument = new TypedDocumentString(`
    query UsersCount($filter: UserFilter) {
  users(first: 1, filter: $filter) {
    totalCount(exact: true)
  }
}
    `) as unknown as TypedDocumentString<UsersCountQuery, UsersCountQueryVariables>;
export const ResendInvitationDocument = new TypedDocumentString(`
    mutation ResendInvitation($input: UserIDInput!, $override: [WarningCode!]) {
  resendInvitation(input: $input, overrideWarnings: $override) {
    message {
      id
      kind
      to
      state
      user {
        id
        account {
          state
          linkExpiresAt
        }
      }
    }
    userErrors {
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResendInvitationMutation, ResendInvitationMutationVariables>;
export const SendPasswordResetDocument = new TypedDocumentString(`
    mutation SendPasswordReset($input: UserIDInput!, $override: [WarningCode!]) {
  sendPasswordReset(input: $input, overrideWarnings: $override) {
    message {
      id
      kind
      to
      state
      user {
        id
        account {
          state
          linkExpiresAt
        }
      }
    }
    userErrors {
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SendPasswordResetMutation, SendPasswordResetMutationVariables>;
export const InviteUserDocument = new TypedDocumentString(`
    mutation InviteUser($input: CreateAccountInput!) {
  createAccount(input: $input) {
    user {
      id
      version
      account {
        email
        state
        creationNotice
      }
      messages(first: 1) {
        edges {
          node {
            id
            state
          }
        }
      }
    }
    userErrors {
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InviteUserMutation, InviteUserMutationVariables>;
export const UseRolesDocument = new TypedDocumentString(`
    query UseRoles {
  roles {
    id
    name
    isBuiltIn
  }
}
    `) as unknown as TypedDocumentString<UseRolesQuery, UseRolesQueryVariables>;
export const UsersPageDocument = new TypedDocumentString(`
    query UsersPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $filter: UserFilter, $orderBy: [UserOrder!], $title: Boolean!, $cellPhone: Boolean!, $officePhone: Boolean!, $extension: Boolean!, $company: Boolean!, $loginName: Boolean!, $groups: Boolean!, $lastSignIn: Boolean!, $created: Boolean!, $consent: Boolean!) {
  users(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    edges {
      cursor
      node {
        id
        firstName
        lastName
        email
        status
        role {
          id
          name
        }
        account {
          email
          state
          loginName @include(if: $loginName)
        }
        memberships @include(if: $groups) {
          group {
            id
            name
          }
        }
        hiddenGroupCount @include(if: $groups)
        lastSignInAt @include(if: $lastSignIn)
        title @include(if: $title)
        cellPhone @include(if: $cellPhone)
        officePhone @include(if: $officePhone)
        extension @include(if: $extension)
        company @include(if: $company) {
          id
          name
        }
        createdAt @include(if: $created)
        emailSubscribed @include(if: $consent)
      }
    }
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    totalCount
    totalCountIsEstimate
  }
}
    `) as unknown as TypedDocumentString<UsersPageQuery, UsersPageQueryVariables>;
export const WhyDialogDocument = new TypedDocumentString(`
    query WhyDialog($userId: ID!, $viewerId: ID!) {
  accessPaths(userId: $userId, viewerId: $viewerId) {
    permission
    role {
      id
      name
      reach
    }
    group {
      id
      name
    }
    company {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<WhyDialogQuery, WhyDialogQueryVariables>;
export const ExportDialogDocument = new TypedDocumentString(`
    query ExportDialog {
  sheetColumns {
    key
    heading
  }
}
    `) as unknown as TypedDocumentString<ExportDialogQuery, ExportDialogQueryVariables>;
export const StartExportDocument = new TypedDocumentString(`
    mutation StartExport($input: StartExportInput!) {
  startExport(input: $input) {
    export {
      ...ExportFacts
      id
    }
    userErrors {
      message
    }
  }
}
    fragment ExportFacts on Export {
  id
  format
  state
  rows
  total
  headings
  isFiltered
  startedBy
  url
  expiresAt
  problem
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const ExportFormDocument = new TypedDocumentString(`
    query ExportForm($filter: UserFilter, $isFiltered: Boolean!) {
  all: users(first: 1) {
    totalCount(exact: true)
  }
  found: users(first: 1, filter: $filter) @include(if: $isFiltered) {
    totalCount(exact: true)
  }
}
    `) as unknown as TypedDocumentString<ExportFormQuery, ExportFormQueryVariables>;
export const ExportGoesOnDocument = new TypedDocumentString(`
    subscription ExportGoesOn($id: ID!) {
  exportProgress(id: $id) {
    ...ExportFacts
  }
}
    fragment ExportFacts on Export {
  id
  format
  state
  rows
  total
  headings
  isFiltered
  startedBy
  url
  expiresAt
  problem
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<ExportGoesOnSubscription, ExportGoesOnSubscriptionVariables>;
export const UseExportDocument = new TypedDocumentString(`
    query UseExport($id: ID!) {
  node(id: $id) {
    __typename
    ... on Export {
      ...ExportFacts
    }
  }
}
    fragment ExportFacts on Export {
  id
  format
  state
  rows
  total
  headings
  isFiltered
  startedBy
  url
  expiresAt
  problem
  createdAt
  finishedAt
}`) as unknown as TypedDocumentString<UseExportQuery, UseExportQueryVariables>;
export const ConfirmIdentityWaysDocument = new TypedDocumentString(`
    query ConfirmIdentityWays {
  viewer {
    user {
      account {
        loginName
        factorProvider
        passkeys {
          id
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmIdentityWaysQuery, ConfirmIdentityWaysQueryVariables>;
export const ConfirmIdentityDocument = new TypedDocumentString(`
    mutation ConfirmIdentity($input: ProveIdentityInput!) {
  proveIdentity(input: $input) {
    nextStep
    factorProvider
    userErrors {
      code
      field
      message
    }
    warnings {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmIdentityMutation, ConfirmIdentityMutationVariables>;
export const BeginPasskeySignInDocument = new TypedDocumentString(`
    mutation BeginPasskeySignIn {
  beginPasskeySignIn {
    options
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BeginPasskeySignInMutation, BeginPasskeySignInMutationVariables>;
export const FinishPasskeySignInDocument = new TypedDocumentString(`
    mutation FinishPasskeySignIn($input: PasskeyInput!) {
  finishPasskeySignIn(input: $input) {
    viewer {
      permissions
      managedGroups {
        id
      }
    }
    nextStep
    factorProvider
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FinishPasskeySignInMutation, FinishPasskeySignInMutationVariables>;
export const BeginPasskeyRegistrationDocument = new TypedDocumentString(`
    mutation BeginPasskeyRegistration {
  beginPasskeyRegistration {
    options
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<BeginPasskeyRegistrationMutation, BeginPasskeyRegistrationMutationVariables>;
export const FinishPasskeyRegistrationDocument = new TypedDocumentString(`
    mutation FinishPasskeyRegistration($input: PasskeyInput!) {
  finishPasskeyRegistration(input: $input) {
    viewer {
      permissions
      managedGroups {
        id
      }
    }
    nextStep
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FinishPasskeyRegistrationMutation, FinishPasskeyRegistrationMutationVariables>;
export const RunNowDocument = new TypedDocumentString(`
    mutation RunNow($input: IDInput!) {
  runJob(input: $input) {
    jobRun {
      id
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RunNowMutation, RunNowMutationVariables>;
export const DoneRemindersDocument = new TypedDocumentString(`
    query DoneReminders($filter: ReminderFilter) {
  reminders(last: 100, filter: $filter) {
    edges {
      node {
        id
        ...ReminderFacts
      }
    }
  }
}
    fragment ReminderFacts on Reminder {
  id
  version
  title
  note
  dueAt
  isDue
  timeZone
  recurrence
  doneAt
  user {
    id
    firstName
    lastName
  }
  assignee {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<DoneRemindersQuery, DoneRemindersQueryVariables>;
export const DueRemindersDocument = new TypedDocumentString(`
    query DueReminders($assigneeId: ID!) {
  reminders(first: 5, filter: {assigneeId: $assigneeId, due: true}) {
    totalCount
    edges {
      node {
        id
        ...ReminderFacts
      }
    }
  }
}
    fragment ReminderFacts on Reminder {
  id
  version
  title
  note
  dueAt
  isDue
  timeZone
  recurrence
  doneAt
  user {
    id
    firstName
    lastName
  }
  assignee {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<DueRemindersQuery, DueRemindersQueryVariables>;
export const CreateReminderDocument = new TypedDocumentString(`
    mutation CreateReminder($input: CreateReminderInput!) {
  createReminder(input: $input) {
    reminder {
      ...ReminderFacts
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      params
    }
    warnings {
      code
      field
      message
    }
  }
}
    fragment ReminderFacts on Reminder {
  id
  version
  title
  note
  dueAt
  isDue
  timeZone
  recurrence
  doneAt
  user {
    id
    firstName
    lastName
  }
  assignee {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<CreateReminderMutation, CreateReminderMutationVariables>;
export const UpdateReminderDocument = new TypedDocumentString(`
    mutation UpdateReminder($input: UpdateReminderInput!) {
  updateReminder(input: $input) {
    reminder {
      ...ReminderFacts
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      code
      field
      message
      params
    }
    warnings {
      code
      field
      message
    }
  }
}
    fragment ReminderFacts on Reminder {
  id
  version
  title
  note
  dueAt
  isDue
  timeZone
  recurrence
  doneAt
  user {
    id
    firstName
    lastName
  }
  assignee {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<UpdateReminderMutation, UpdateReminderMutationVariables>;
export const CompleteReminderDocument = new TypedDocumentString(`
    mutation CompleteReminder($input: IDInput!, $version: Int) {
  completeReminder(input: $input, version: $version) {
    reminder {
      ...ReminderFacts
    }
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    fragment ReminderFacts on Reminder {
  id
  version
  title
  note
  dueAt
  isDue
  timeZone
  recurrence
  doneAt
  user {
    id
    firstName
    lastName
  }
  assignee {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<CompleteReminderMutation, CompleteReminderMutationVariables>;
export const DeleteReminderDocument = new TypedDocumentString(`
    mutation DeleteReminder($input: IDInput!) {
  deleteReminder(input: $input) {
    deletedId
    undo {
      token
      expiresAt
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteReminderMutation, DeleteReminderMutationVariables>;
export const ReminderDocument = new TypedDocumentString(`
    query Reminder($id: ID!) {
  node(id: $id) {
    __typename
    ... on Reminder {
      ...ReminderFacts
    }
  }
}
    fragment ReminderFacts on Reminder {
  id
  version
  title
  note
  dueAt
  isDue
  timeZone
  recurrence
  doneAt
  user {
    id
    firstName
    lastName
  }
  assignee {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<ReminderQuery, ReminderQueryVariables>;
export const RemindersDocument = new TypedDocumentString(`
    query Reminders($first: Int, $after: Cursor, $filter: ReminderFilter) {
  reminders(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        id
        ...ReminderFacts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    fragment ReminderFacts on Reminder {
  id
  version
  title
  note
  dueAt
  isDue
  timeZone
  recurrence
  doneAt
  user {
    id
    firstName
    lastName
  }
  assignee {
    id
    firstName
    lastName
  }
}`) as unknown as TypedDocumentString<RemindersQuery, RemindersQueryVariables>;
export const StopRunDocument = new TypedDocumentString(`
    mutation StopRun($id: ID!) {
  stopRun(input: {id: $id}) {
    jobRun {
      id
      state
    }
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StopRunMutation, StopRunMutationVariables>;
export const UseRunDocument = new TypedDocumentString(`
    query UseRun($id: ID!) {
  node(id: $id) {
    __typename
    ... on JobRun {
      id
      state
      total
      handled
      failed
      log
      finishedAt
      failuresUrl
      undo {
        token
      }
      undoReport {
        kept {
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<UseRunQuery, UseRunQueryVariables>;
export const TakeBackDocument = new TypedDocumentString(`
    mutation TakeBack($token: ID!) {
  undo(token: $token) {
    undone
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<TakeBackMutation, TakeBackMutationVariables>;
export const PeopleDocument = new TypedDocumentString(`
    query People($search: String, $accountState: [AccountState!]) {
  users(first: 20, filter: {search: $search, accountState: $accountState}) {
    edges {
      node {
        id
        firstName
        lastName
        email
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const UsersOfDocument = new TypedDocumentString(`
    query UsersOf($first: Int, $after: Cursor, $last: Int, $before: Cursor, $filter: UserFilter, $orderBy: [UserOrder!], $standing: Boolean!) {
  users(
    first: $first
    after: $after
    last: $last
    before: $before
    filter: $filter
    orderBy: $orderBy
  ) {
    edges {
      node {
        id
        firstName
        lastName
        email
        status
        lastSignInAt
        role {
          id
          name
        }
        account {
          email
          state
        }
        memberships @include(if: $standing) {
          role
          group {
            id
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
      hasPreviousPage
      startCursor
    }
    totalCount
    totalCountIsEstimate
  }
}
    `) as unknown as TypedDocumentString<UsersOfQuery, UsersOfQueryVariables>;