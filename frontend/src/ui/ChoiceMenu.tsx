import { lazy, Suspense } from 'react';
import type { ChoiceMenuProps } from './overlays/ChoicePopup';

const ChoicePopup = lazy(() => import('./overlays/ChoicePopup'));

/** A menu of things to tick; it stays open while somebody does. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  return (
    <Suspense>
      <ChoicePopup {...props} />
    </Suspense>
  );
}
