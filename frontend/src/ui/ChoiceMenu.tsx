import { lazy, Suspense } from 'react';

const ChoicePopup = lazy(() => import('./overlays/ChoicePopup'));

export interface ChoiceGroup {
  id: string;
  /** Over the choices: "Columns". */
  label: string;
  /** One of them, or any number. */
  mode: 'single' | 'multiple';
  options: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export interface ChoiceMenuProps {
  /** Names the menu for screen readers. */
  label: string;
  groups: readonly ChoiceGroup[];
  /** What it opens at, and gives the focus back to. */
  at: HTMLElement;
  onClose: () => void;
}

/** A menu of things to tick; it stays open while somebody does. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  return (
    <Suspense>
      <ChoicePopup {...props} />
    </Suspense>
  );
}
