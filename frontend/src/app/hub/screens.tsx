import { type ComponentType, createElement, lazy } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { routes } from '@/lib/routes';
import { NotFound } from './NotFound';

const screen = (path: string, load: () => Promise<{ default: ComponentType }>): RouteObject => ({
  path,
  element: createElement(lazy(load)),
});

/** The hub's screens, each loaded when it is first gone to. A feature's page is its module's default export. */
export const screens: RouteObject[] = [
  { path: routes.home, element: <Navigate to={routes.users} replace /> },
  screen(routes.users, () => import('@/features/users/UsersPage')),
  screen(routes.newUser, () => import('@/features/users/NewUserPage')),
  screen('/users/:id/:tab?', () => import('@/features/users/UserCardPage')),
  screen(routes.email, () => import('@/features/email/DeliveriesPage')),
  screen('/email/:id', () => import('@/features/email/MessagePage')),
  { path: '*', element: <NotFound /> },
];
