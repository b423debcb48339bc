import { describe, expect, it } from 'vitest';
import { groupsWith } from './groupsWith';

const user = {
  id: 'u',
  version: 3,
  memberships: [
    { role: 'MANAGER' as const, group: { id: 'board', isDefault: false } },
    { role: 'MEMBER' as const, group: { id: 'staff', isDefault: false } },
  ],
};

describe('adding to groups', () => {
  it('keeps the groups that somebody is in, and those that they manage', () => {
    expect(groupsWith(user, [{ id: 'choir', name: 'Choir' }])).toEqual({
      userId: 'u',
      version: 3,
      groupIds: ['board', 'staff', 'choir'],
      newGroupNames: [],
      managerOfGroupIds: ['board'],
    });
  });

  it('names new groups, and each group once', () => {
    const picked = [
      { id: ' Board 2027 ', name: ' Board 2027 ', isNew: true },
      { id: 'staff', name: 'Staff' },
    ];
    expect(groupsWith(user, picked)).toMatchObject({ groupIds: ['board', 'staff'], newGroupNames: ['Board 2027'] });
  });

  it('leaves the Default group by naming another', () => {
    const memberships = [{ role: 'MEMBER' as const, group: { id: 'default', isDefault: true } }];
    expect(groupsWith({ ...user, memberships }, [{ id: 'staff', name: 'Staff' }]).groupIds).toEqual(['staff']);
  });
});
