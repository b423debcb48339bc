import { lazy, type ReactNode, Suspense } from 'react';

const FlyoutPopup = lazy(() => import('./overlays/FlyoutPopup'));

export interface FlyoutProps {
  /** Its accessible name. */
  label: string;
  /** What it opens at, and gives the focus back to. */
  at: HTMLElement;
  onClose: () => void;
  children: ReactNode;
}

/** A few controls that open at a button, such as the editor of a filter. Focus goes in, stays in, and returns. */
export function Flyout(props: FlyoutProps) {
  return (
    <Suspense>
      <FlyoutPopup {...props} />
    </Suspense>
  );
}
