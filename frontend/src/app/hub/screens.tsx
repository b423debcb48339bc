import type { Messages } from '@lingui/core';
import { type ComponentType, createElement, lazy } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import UsersPage from '@/features/users/UsersPage';
import { routes } from '@/lib/routes';
import { withWords } from '@/lib/words';
import { NotFound } from './NotFound';

type Page = () => Promise<{ default: ComponentType }>;
type Words = () => Promise<{ messages: Messages }>;

/** A screen that is loaded, with the words of its feature, when it is first gone to. */
function screen(path: string, page: Page, words: Words): RouteObject {
  return { path, element: createElement(lazy(() => withWords(page(), words()))) };
}

const users: Words = () => import('@/locales/en/users.po');
const roles: Words = () => import('@/locales/en/roles.po');
const developers: Words = () => import('@/locales/en/developers.po');
const settings: Words = () => import('@/locales/en/settings.po');
const groups: Words = () => import('@/locales/en/groups.po');
const companies: Words = () => import('@/locales/en/companies.po');
const reminders: Words = () => import('@/locales/en/reminders.po');
const jobs: Words = () => import('@/locales/en/jobs.po');
const transfers: Words = () => import('@/locales/en/transfers.po');
const email: Words = () => import('@/locales/en/email.po');

/** The hub's screens. A feature's page is its module's default export. */
export const screens: RouteObject[] = [
  { path: routes.home, element: <Navigate to={routes.users} replace /> },
  // It is there with the hub itself: React keeps what had to be waited for back until 0.3 s after it began to wait.
  { path: routes.users, element: <UsersPage /> },
  screen(routes.newUser, () => import('@/features/users/NewUserPage'), users),
  screen('/users/:id/:tab?', () => import('@/features/users/UserCardPage'), users),
  screen(routes.roles, () => import('@/features/roles/RolesPage'), roles),
  screen(routes.newRole, () => import('@/features/roles/NewRolePage'), roles),
  screen('/roles/:id', () => import('@/features/roles/RolePage'), roles),
  screen(routes.groups, () => import('@/features/groups/GroupsPage'), groups),
  screen('/groups/:id', () => import('@/features/groups/GroupPage'), groups),
  screen(routes.customers, () => import('@/features/companies/CustomersPage'), companies),
  screen('/customers/:id', () => import('@/features/companies/CustomerPage'), companies),
  screen(routes.reminders, () => import('@/features/reminders/RemindersPage'), reminders),
  screen(routes.jobs, () => import('@/features/jobs/JobsPage'), jobs),
  screen(routes.newJob, () => import('@/features/jobs/NewJobPage'), jobs),
  screen('/jobs/:id', () => import('@/features/jobs/JobPage'), jobs),
  screen('/jobs/:id/runs/:run', () => import('@/features/jobs/RunPage'), jobs),
  screen(routes.imports, () => import('@/features/transfers/imports/ImportsPage'), transfers),
  screen(routes.newImport, () => import('@/features/transfers/imports/NewImportPage'), transfers),
  screen('/imports/:id/:step?', () => import('@/features/transfers/imports/ImportPage'), transfers),
  screen(routes.exports, () => import('@/features/transfers/exports/ExportsPage'), transfers),
  screen(routes.email, () => import('@/features/email/DeliveriesPage'), email),
  screen(routes.invitations, () => import('@/features/email/InvitationsPage'), email),
  screen(`${routes.templates}/:id?`, () => import('@/features/email/TemplatesPage'), email),
  screen('/email/:id', () => import('@/features/email/MessagePage'), email),
  screen(routes.clients, () => import('@/features/developers/ClientsPage'), developers),
  screen(routes.newClient, () => import('@/features/developers/NewClientPage'), developers),
  screen('/developers/clients/:id', () => import('@/features/developers/ClientPage'), developers),
  screen('/developers/clients/:id/view', () => import('@/features/developers/ViewAsPage'), developers),
  screen(routes.signupForm, () => import('@/features/developers/SignupFormPage'), developers),
  screen(routes.general, () => import('@/features/settings/GeneralPage'), settings),
  screen(routes.features, () => import('@/features/settings/FeaturesPage'), settings),
  screen('/settings/pages/:site?', () => import('@/features/settings/ProtectedPagesPage'), settings),
  { path: '*', element: <NotFound /> },
];
