import { createContext, use } from 'react';
import type { FeatureName, Permission, Reach } from '@/gen/graphql';

/** Who is signed in, and what they may do. The application hides what would be refused; the server refuses it all the same. */
export interface Viewer {
  user: { id: string; firstName: string; lastName: string; email: string };
  permissions: readonly Permission[];
  reach: Reach;
  grantableRoles: readonly { id: string; name: string }[];
  /** Groups whose users they look after: their details, and links to choose a password. */
  managedGroups: readonly { id: string }[];
  /** What can be switched off, and why it is if it is. */
  features: readonly { name: FeatureName; enabled: boolean; reason?: string | null }[];
}

export const ViewerContext = createContext<Viewer | null>(null);

/** The viewer; only within the hub. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer is for screens of the hub');
  return viewer;
}

/** Says whether the viewer edits users: with the permission, or as the manager of a group. */
export function useMayEdit(): boolean {
  const { permissions, managedGroups } = useViewer();
  return permissions.includes('USERS_WRITE') || managedGroups.length > 0;
}

/** Says whether the viewer holds a permission. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useViewer();
  return (permission) => permissions.includes(permission);
}

/** Why a feature is switched off, in words; undefined while it is on. */
export function useSwitchedOff(name: FeatureName): string | undefined {
  const feature = useViewer().features.find((each) => each.name === name);
  return feature && !feature.enabled ? (feature.reason ?? '') : undefined;
}

/** Says whether the viewer manages a group. */
export const manages = ({ managedGroups }: Viewer, groupId: string): boolean =>
  managedGroups.some(({ id }) => id === groupId);

/** Says whether the viewer holds a permission for everybody, as it takes to make and to delete what many share. */
export const canEverywhere = ({ permissions, reach }: Viewer, permission: Permission): boolean =>
  reach === 'EVERYTHING' && permissions.includes(permission);
