import { describe, expect, it } from 'vitest';
import { differences, type EditedUser, merge, toUpdateInput, toValues } from './editForm';
import type { UserValues } from './userForm';

const ana: EditedUser = {
  firstName: 'Ana',
  lastName: 'Adams',
  title: 'Chair',
  company: { id: 'c1', name: 'Acme' },
  role: { id: 'r1' },
  assignments: [
    {
      company: { id: 'c2', name: 'Borg', contracts: [{ id: 'k1', number: '7', name: 'Seven' }] },
      contract: { id: 'k1' },
    },
  ],
  memberships: [
    { role: 'MANAGER', group: { id: 'g1', name: 'Board', isDefault: false } },
    { role: 'MEMBER', group: { id: 'g0', name: 'Default', isDefault: true } },
  ],
};
const was = toValues(ana);
const update = (values: Partial<UserValues>) => toUpdateInput({ id: 'u1', version: 3 }, was, { ...was, ...values }, []);

describe('the form of a user', () => {
  it('shows custom groups only', () => {
    expect(was.groups).toEqual([{ id: 'g1', name: 'Board' }]);
    expect(was.managerOf).toEqual(['g1']);
  });

  it('sends only what was changed, with the version that was read', () => {
    expect(update({})).toEqual({ userId: 'u1', version: 3 });
    expect(update({ firstName: 'Anna' })).toEqual({ userId: 'u1', version: 3, firstName: 'Anna' });
  });

  it('clears with null', () => {
    expect(update({ title: '', company: null })).toMatchObject({ title: null, companyId: null });
  });

  it('names a new company', () => {
    expect(update({ company: { id: '', name: 'Acme Ltd' } })).toMatchObject({ companyName: 'Acme Ltd' });
  });

  it('says all groups and managers when any of them changed', () => {
    expect(update({ managerOf: [] })).toMatchObject({ groupIds: ['g1'], newGroupNames: [], managerOfGroupIds: [] });
    expect(update({ groups: [{ id: 'New', name: 'New', isNew: true }] })).toMatchObject({
      groupIds: [],
      newGroupNames: ['New'],
      managerOfGroupIds: [],
    });
  });

  it('says all companies with their contracts when any of them changed', () => {
    const [borg] = was.customers;
    expect(update({ customers: [{ ...borg!, contractId: null }] }).assignments).toEqual([
      { companyId: 'c2', contractId: null },
    ]);
    expect(update({ customers: [] }).assignments).toEqual([]);
    expect(update({ customers: [{ ...borg!, name: 'Borg Ltd' }] })).not.toHaveProperty('assignments');
  });

  it('keeps what others changed elsewhere when both saved', () => {
    const mine = { ...was, title: 'Treasurer' };
    const theirs = { ...was, title: 'Secretary', cellPhone: '+47 911 11 111' };
    expect(merge(was, mine, theirs)).toEqual({ ...was, title: 'Treasurer', cellPhone: '+47 911 11 111' });
    expect(merge(was, { ...was, managerOf: [] }, { ...was, groups: [] })).toMatchObject({
      groups: was.groups,
      managerOf: [],
    });
  });

  it('knows in what two versions differ', () => {
    const theirs = { ...was, firstName: 'Anna', managerOf: [], company: { id: 'c2', name: 'Other' } };
    expect(differences(was, theirs)).toEqual(['firstName', 'company', 'managerOf']);
    expect(differences(was, { ...was, groups: [...was.groups] })).toEqual([]);
  });
});
