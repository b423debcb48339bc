import { createContext, use } from 'react';
import type { Permission, Reach } from '@/gen/graphql';

/** Who is signed in, and what they may do. The application hides what would be refused; the server refuses it all the same. */
export interface Viewer {
  user: { id: string; firstName: string; lastName: string; email: string };
  permissions: readonly Permission[];
  reach: Reach;
  grantableRoles: readonly { id: string; name: string }[];
}

export const ViewerContext = createContext<Viewer | null>(null);

/** The viewer; only within the hub. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer is for screens of the hub');
  return viewer;
}

/** Says whether the viewer holds a permission. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useViewer();
  return (permission) => permissions.includes(permission);
}
