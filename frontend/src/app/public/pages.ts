import { type ComponentType, lazy } from 'react';
import { routes } from '@/lib/routes';

/** The page of each path. */
export const pages: Record<string, ComponentType> = {
  [routes.signIn]: lazy(() => import('@/features/signin/SignInPage')),
  [routes.forgot]: lazy(() => import('@/features/signin/ForgotPage')),
  [routes.setPassword]: lazy(() => import('@/features/signin/SetPasswordPage')),
  [routes.linkExpired]: lazy(() => import('@/features/signin/LinkExpiredPage')),
  [routes.changePassword]: lazy(() => import('@/features/signin/ChangePasswordPage')),
  [routes.setUp]: lazy(() => import('@/features/signin/SetUpPage')),
  [routes.me]: lazy(() => import('@/features/signin/MePage')),
};
