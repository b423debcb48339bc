/** Somebody who is signed in, as far as it matters here. */
export interface SignedIn {
  permissions: readonly string[];
  managedGroups: readonly object[];
}

/** Says whether somebody looks after anybody: by what their role permits, or by managing a group. */
export const administers = ({ permissions, managedGroups }: SignedIn): boolean =>
  permissions.length > 0 || managedGroups.length > 0;
