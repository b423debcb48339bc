import { type ComponentType, lazy } from 'react';
import { isPublic, routes } from '@/lib/routes';
import { withWords } from '@/lib/words';

/** What the pages about consent say is loaded with them: who signs in does not wait for it. */
const consent = (page: Promise<{ default: ComponentType }>) => withWords(page, import('@/locales/en/consent.po'));

/** What the page about oneself says is as much as all of sign-in. */
const MePage = lazy(() => withWords(import('@/features/me/MePage'), import('@/locales/en/me.po')));

const SignInPage = lazy(() => import('@/features/signin/SignInPage'));
const UnsubscribePage = lazy(() => consent(import('@/features/consent/UnsubscribePage')));

/** The page of each path. */
const pages: Record<string, ComponentType> = {
  [routes.signIn]: SignInPage,
  [routes.factor]: lazy(() => import('@/features/signin/FactorPage')),
  [routes.enrol]: lazy(() => import('@/features/signin/EnrolPage')),
  [routes.forgot]: lazy(() => import('@/features/signin/ForgotPage')),
  [routes.setPassword]: lazy(() => import('@/features/signin/SetPasswordPage')),
  [routes.linkExpired]: lazy(() => import('@/features/signin/LinkExpiredPage')),
  [routes.changePassword]: lazy(() => import('@/features/signin/ChangePasswordPage')),
  [routes.setUp]: lazy(() => import('@/features/signin/SetUpPage')),
  [routes.me]: MePage,
  [routes.confirm]: lazy(() => consent(import('@/features/consent/ConfirmPage'))),
  [routes.thanks]: lazy(() => consent(import('@/features/consent/ThanksPage'))),
};

const NoAccessPage = lazy(() => withWords(import('@/features/access/NoAccessPage'), import('@/locales/en/access.po')));

/** Whether the server answered with a mark that somebody may not see the page of the site at this address. */
const isTurnedAway = !!document.getElementById('no-access');

/** The page of a path; behind an unsubscribe link there is a token. */
export function pageOf(path: string): ComponentType {
  if (isTurnedAway && !isPublic(path)) return NoAccessPage;
  return path.startsWith(`${routes.unsubscribe}/`) ? UnsubscribePage : (pages[path] ?? SignInPage);
}
