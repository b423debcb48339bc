import { lazy, Suspense } from 'react';
import { useOpened } from './overlays/useOpened';
import type { DrawerProps } from './overlays/Window';

const Edge = lazy(() => import('./overlays/Window').then((module) => ({ default: module.Edge })));

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
