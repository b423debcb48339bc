import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate, useRoutes } from 'react-router';
import { administers } from '@/lib/administers';
import { useQuery } from '@/lib/hooks';
import { leaveHub, useFocusHeading } from '@/lib/navigation';
import { isPublic, routes, signInReturningTo } from '@/lib/routes';
import { type Viewer, ViewerContext } from '@/lib/viewer';
import { withWords } from '@/lib/words';
import { Button, Drawer, type Follow, FollowContext, Note, ToastRegion } from '@/ui';
import { Offline } from './Offline';
import { Rail } from './Rail';
import { Aside, ScreenBoundary, useFetched } from './ScreenBoundary';
import { screens } from './screens';
import styles from './Shell.module.css';
import { createButton, TopBar } from './TopBar';
import { useShellKeys } from './useShellKeys';
import { ViewerQuery } from './viewerQuery';

const loadKeysHelp = () => withWords(import('./KeysHelp'), import('@/locales/en/keys.po'));

const nothing = {};

/** The signed-in viewer; whoever is not signed in is led to the sign-in page and back. */
function useSignedIn() {
  const { data, failure, refetch } = useQuery(ViewerQuery, nothing);
  const viewer = useMemo<Viewer | undefined>(() => {
    const user = data?.viewer.user;
    return user ? { ...data.viewer, user } : undefined;
  }, [data]);
  const isStranger = !!data && !viewer;
  // Whoever administers nothing has a page of their own, among those for everyone.
  const isPlain = !!viewer && !administers(viewer);
  useEffect(() => {
    if (isStranger) leaveHub(signInReturningTo(location.pathname + location.search));
    else if (isPlain) leaveHub(routes.me);
  }, [isStranger, isPlain]);
  return { viewer: isPlain ? undefined : viewer, failure, refetch };
}

/** What is around every screen of the hub: the rail, the top bar, and who is looking. */
export function Shell() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { viewer, failure, refetch } = useSignedIn();
  const [isRailOpen, setRailOpen] = useState(false);
  const [help, setHelp] = useState<'open' | 'closed'>();
  const [KeysHelp, renewHelp] = useFetched(loadKeysHelp);
  const screen = useRoutes(screens);
  const isFirst = useRef(true);
  useFocusHeading(pathname, isFirst);

  // Pages for everyone are another bundle: the browser loads them.
  const follow: Follow = (href, options) =>
    isPublic(href.split(/[?#]/)[0]!) ? leaveHub(href) : void navigate(href, options);

  if (!viewer) {
    return failure && failure.kind !== 'unauthenticated' ? (
      <main className={styles.failure}>
        <h1>Portico</h1>
        <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={refetch}>{t`Retry`}</Button>} />
      </main>
    ) : null;
  }

  return (
    <FollowContext value={follow}>
      <ViewerContext value={viewer}>
        <a className={styles.skip} href="#main">
          <Trans>Skip to content</Trans>
        </a>
        <div className={styles.shell}>
          <TopBar onOpenRail={() => setRailOpen(true)} onHelp={() => setHelp('open')} />
          <div className={styles.rail}>
            <Rail />
          </div>
          <main id="main" tabIndex={-1} className={styles.main}>
            <ScreenBoundary key={pathname.split('/').slice(0, 3).join('/')}>
              <Suspense>{screen}</Suspense>
            </ScreenBoundary>
          </main>
          <Offline />
        </div>
        <Drawer label={t`Main menu`} side="start" isOpen={isRailOpen} onClose={() => setRailOpen(false)}>
          <Rail onGo={() => setRailOpen(false)} />
        </Drawer>
        <Keys onHelp={() => setHelp('open')} />
        {help && (
          <Aside
            onFail={() => {
              setHelp(undefined);
              renewHelp();
            }}
          >
            <KeysHelp isOpen={help === 'open'} onClose={() => setHelp('closed')} />
          </Aside>
        )}
        <ToastRegion />
      </ViewerContext>
    </FollowContext>
  );
}

/** The keys of every screen; within the contexts that they need. */
function Keys({ onHelp }: { onHelp: () => void }) {
  useShellKeys({ onHelp, onCreate: () => document.getElementById(createButton)?.click() });
  return null;
}
