import { Navigate, type RouteObject } from 'react-router';
import { routes } from '@/lib/routes';
import { NotFound } from './NotFound';

/** The hub's screens, each loaded when it is first gone to. A feature's page is its module's default export. */
export const screens: RouteObject[] = [
  { path: routes.home, element: <Navigate to={routes.users} replace /> },
  { path: '*', element: <NotFound /> },
];
