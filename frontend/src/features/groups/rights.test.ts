import { describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/viewer';
import { rightsTo } from './rights';

const board = { id: 'board', isDefault: false };
const everybody = { id: 'default', isDefault: true };

function viewer(permissions: Viewer['permissions'], reach: Viewer['reach'], managed: string[] = []): Viewer {
  const user = { id: 'mona', firstName: 'Mona', lastName: 'Kvam', email: 'mona@example.org' };
  return { user, permissions, reach, grantableRoles: [], features: [], managedGroups: managed.map((id) => ({ id })) };
}

describe('what somebody may do to a group', () => {
  it('is everything with the rights to groups and users, but the Default group stays and fills itself', () => {
    const administrator = viewer(['GROUPS_WRITE', 'USERS_WRITE'], 'EVERYTHING');
    expect(Object.values(rightsTo(administrator, board))).toEqual([true, true, true, true]);
    expect(rightsTo(administrator, everybody)).toEqual({
      mayEdit: true,
      mayDelete: false,
      mayChangeMembers: false,
      mayMakeManagers: false,
    });
  });

  it('is adding and removing for a manager, of exactly that group', () => {
    const manager = viewer([], 'MANAGED_GROUPS', ['board']);
    expect(Object.values(rightsTo(manager, board))).toEqual([false, false, true, false]);
    expect(Object.values(rightsTo(manager, { id: 'staff', isDefault: false })).some(Boolean)).toBe(false);
  });

  it('is no more than members for whoever reaches a part, unless they manage it', () => {
    const rights = ['USERS_WRITE', 'GROUPS_WRITE'] as const;
    expect(Object.values(rightsTo(viewer(rights, 'ASSIGNED_COMPANIES'), board))).toEqual([false, false, true, false]);
    const both = viewer(rights, 'ASSIGNED_COMPANIES', ['board']);
    expect(rightsTo(both, board).mayMakeManagers).toBe(true);
  });
});
