import { lazy, Suspense } from 'react';
import type { FlyoutProps } from './overlays/FlyoutPopup';

const FlyoutPopup = lazy(() => import('./overlays/FlyoutPopup'));

/** A few controls that open at a button, such as the editor of a filter. Focus goes in, stays in, and returns. */
export function Flyout(props: FlyoutProps) {
  return (
    <Suspense>
      <FlyoutPopup {...props} />
    </Suspense>
  );
}
