import { Suspense, useRef } from 'react';
import { RouterProvider } from 'react-aria-components';
import { go, useFocusHeading, usePath } from '@/lib/navigation';
import { routes } from '@/lib/routes';
import { ToastRegion } from '@/ui';
import { pages } from './pages';
import { PublicLayout } from './PublicLayout';

/** The pages that need no session. Their router is a table, since they have neither children nor data of their own. */
export function PublicApp() {
  const path = usePath();
  const isFirst = useRef(true);
  useFocusHeading(path, isFirst);
  const Page = pages[path] ?? pages[routes.signIn];
  return (
    <RouterProvider navigate={(to, options?: { replace?: boolean }) => go(to, options)}>
      <PublicLayout>
        <Suspense>{Page && <Page key={path} />}</Suspense>
      </PublicLayout>
      <ToastRegion />
    </RouterProvider>
  );
}
