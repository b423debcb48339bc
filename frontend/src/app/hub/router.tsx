import { createBrowserRouter, redirect } from 'react-router';
import { routes } from '@/lib/routes';
import { NotFound } from './NotFound';
import { Shell } from './Shell';
import { ScreenError } from './ScreenError';

/** The hub's screens, each loaded when it is first gone to. A feature's page exports `Component`. */
export const router = createBrowserRouter([
  {
    Component: Shell,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: ScreenError,
        children: [
          { path: routes.home, loader: () => redirect(routes.users) },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
