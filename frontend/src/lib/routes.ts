/** Every path of the application, in one place. */
export const routes = {
  home: '/',
  signIn: '/login',
  factor: '/login/factor',
  forgot: '/forgot',
  setPassword: '/set-password',
  linkExpired: '/link-expired',
  changePassword: '/change-password',
  enrol: '/enrol',
  me: '/me',
  setUp: '/setup',
  confirm: '/confirm',
  unsubscribe: '/unsubscribe',
  /** Where a sign-up form is sent to, and our own page that answers it. */
  thanks: '/forms/signup',

  users: '/users',
  newUser: '/users/new',
  user: (id: string, tab: UserTab = 'details') => `/users/${encodeURIComponent(id)}/${tab}`,
  activitiesFile: (id: string) => `/users/${encodeURIComponent(id)}/activities.csv`,
  usersWithRole: (id: string) => `/users?role=${encodeURIComponent(id)}`,
  roles: '/roles',
  newRole: '/roles/new',
  copyOfRole: (id: string) => `/roles/new?from=${encodeURIComponent(id)}`,
  role: (id: string) => `/roles/${encodeURIComponent(id)}`,
  usersOfCompany: (id: string) => `/users?company=${encodeURIComponent(id)}`,
  groups: '/groups',
  newGroup: '/groups?new=yes',
  group: (id: string) => `/groups/${encodeURIComponent(id)}`,
  customers: '/customers',
  newCustomer: '/customers?new=yes',
  customer: (id: string) => `/customers/${encodeURIComponent(id)}`,
  reminders: '/reminders',
  newReminder: '/reminders?new=yes',
  reminderFile: (id: string) => `/reminders/${encodeURIComponent(id)}.ics`,
  email: '/email',
  invitations: '/email/invitations',
  templates: '/email/templates',
  message: (id: string) => `/email/${encodeURIComponent(id)}`,

  jobs: '/jobs',
  newJob: '/jobs/new',
  job: (id: string) => `/jobs/${encodeURIComponent(id)}`,
  run: (job: string, id: string) => `/jobs/${encodeURIComponent(job)}/runs/${encodeURIComponent(id)}`,

  exports: '/exports',
  imports: '/imports',
  newImport: '/imports/new',
  exampleFile: '/imports/example.xlsx',
  import: (id: string) => `/imports/${encodeURIComponent(id)}`,
  importStep: (id: string, step: 'match' | 'check') => `/imports/${encodeURIComponent(id)}/${step}`,

  clients: '/developers/clients',
  newClient: '/developers/clients/new',
  client: (id: string) => `/developers/clients/${encodeURIComponent(id)}`,
  viewAsClient: (id: string) => `/developers/clients/${encodeURIComponent(id)}/view`,
  signupForm: '/developers/signup-form',
  general: '/settings/general',
  features: '/settings/features',
  pages: '/settings/pages',

  gallery: '/gallery',
} as const;

export type UserTab = 'details' | 'settings' | 'groups' | 'activities' | 'reminders' | 'history';

const publicPaths: readonly string[] = [
  routes.signIn,
  routes.factor,
  routes.forgot,
  routes.setPassword,
  routes.linkExpired,
  routes.changePassword,
  routes.enrol,
  routes.me,
  routes.setUp,
  routes.confirm,
  routes.thanks,
];

/** The pages that need no session; they are a bundle of their own. Behind an unsubscribe link there is a token. */
export function isPublic(path: string): boolean {
  return publicPaths.includes(path) || path.startsWith(`${routes.unsubscribe}/`);
}

/** The sign-in page that leads back to where we are. */
export function signInReturningTo(path: string): string {
  return path === routes.home ? routes.signIn : `${routes.signIn}?next=${encodeURIComponent(path)}`;
}
