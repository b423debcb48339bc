import { lazy, type ReactNode, Suspense } from 'react';
import { useOpened } from './overlays/useOpened';

const Edge = lazy(() => import('./overlays/Window').then((module) => ({ default: module.Edge })));

export interface DrawerProps {
  /** Its accessible name. */
  label: string;
  isOpen: boolean;
  onClose: () => void;
  side?: 'start' | 'end';
  children: ReactNode;
}

/** A modal panel at the edge, for small screens: the rail at the start, a side panel at the end. */
export function Drawer(props: DrawerProps) {
  return (
    useOpened(props.isOpen) && (
      <Suspense>
        <Edge {...props} />
      </Suspense>
    )
  );
}
