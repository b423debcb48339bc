import type { Permission, Reach } from '@/gen/graphql';

/** A role as its form holds it. */
export interface RoleValues {
  name: string;
  reach: Reach;
  permissions: Permission[];
  grantIds: string[];
  requiresFactor: boolean;
}

/** What changes for the holders of a role; empty lists and undefined say that it stays. */
export interface Effects {
  gained: Permission[];
  lost: Permission[];
  mayGrant: string[];
  mayNotGrant: string[];
  reach?: Reach;
  requiresFactor?: boolean;
}

const minus = <T>(all: readonly T[], others: readonly T[]) => all.filter((one) => !others.includes(one));

/** What holders of a role gain and lose when it is saved. */
export function effectsOf(before: RoleValues, after: RoleValues): Effects {
  return {
    gained: minus(after.permissions, before.permissions),
    lost: minus(before.permissions, after.permissions),
    mayGrant: minus(after.grantIds, before.grantIds),
    mayNotGrant: minus(before.grantIds, after.grantIds),
    reach: after.reach === before.reach ? undefined : after.reach,
    requiresFactor: after.requiresFactor === before.requiresFactor ? undefined : after.requiresFactor,
  };
}

/** Whether holders notice anything. A new name alone changes nothing that they may do. */
export function isFelt({ gained, lost, mayGrant, mayNotGrant, reach, requiresFactor }: Effects): boolean {
  const lists = [gained, lost, mayGrant, mayNotGrant];
  return lists.some((list) => list.length > 0) || reach !== undefined || requiresFactor !== undefined;
}
