import { graphql } from '@/gen';
import type { RoleQueryQuery } from '@/gen/graphql';
import type { RoleValues } from './effects';

/** All roles with all of their parts: one is shown, the others are what it may grant. */
export const RolesDocument = graphql(`
  query RoleQuery {
    roles {
      id
      version
      name
      isBuiltIn
      requiresFactor
      reach
      permissions
      userCount
      grants {
        id
        name
      }
    }
  }
`);

/** One role of them. */
export type Role = RoleQueryQuery['roles'][number];

/** What of the application shows a role, or what one may do by it. */
export const touchedByRoles = { touches: ['Role', 'Viewer', 'User', 'UserConnection'] };

/** A role as its form holds it. */
export function valuesOf({ name, reach, permissions, grants, requiresFactor }: Role): RoleValues {
  return { name, reach, permissions: [...permissions], grantIds: grants.map(({ id }) => id), requiresFactor };
}
