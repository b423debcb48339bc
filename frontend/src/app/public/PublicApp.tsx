import { Suspense, useRef } from 'react';
import { go, useFocusHeading, usePath } from '@/lib/navigation';
import { FollowContext } from '@/ui';
import { pageOf } from './pages';
import { PublicLayout } from './PublicLayout';

/** The pages that need no session. Their router is a table, since they have neither children nor data of their own. */
export function PublicApp() {
  const path = usePath();
  const isFirst = useRef(true);
  useFocusHeading(path, isFirst);
  const Page = pageOf(path);
  return (
    <FollowContext value={go}>
      <PublicLayout>
        <Suspense>
          <Page key={path} />
        </Suspense>
      </PublicLayout>
    </FollowContext>
  );
}
