import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { createSchema, type CreateValues, emptyNewUser, toCreateInput } from './createForm';

const ana: CreateValues = { ...emptyNewUser, email: 'ana@example.org', firstName: 'Ana', lastName: 'Adams' };
const input = (values: Partial<CreateValues> = {}) => toCreateInput({ ...ana, ...values }, []);
const complaints = (values: Partial<CreateValues>) =>
  v.flatten<typeof createSchema>(v.safeParse(createSchema, { ...ana, ...values }).issues ?? ([] as never)).nested ?? {};

describe('the input of a new user', () => {
  it('leaves out what is empty', () => {
    expect(JSON.parse(JSON.stringify(input()))).toEqual({
      email: 'ana@example.org',
      firstName: 'Ana',
      lastName: 'Adams',
      emailSubscribed: false,
    });
  });

  it('has no account without the invitation, and so no sign-in and no mail', () => {
    expect(input().account).toBeUndefined();
  });

  it('says when the owner of the account is told', () => {
    expect(input({ isInvited: true, loginName: 'ana' }).account).toEqual({
      loginName: 'ana',
      notify: 'IMMEDIATELY',
      factorProvider: 'NONE',
    });
    expect(input({ isInvited: true, notify: 'BY_JOB' }).account?.notify).toBe('BY_JOB');
  });

  it('names a new company, and points at a known one', () => {
    expect(input({ company: { id: '', name: ' Acme ' } })).toMatchObject({ companyName: 'Acme', companyId: undefined });
    expect(input({ company: { id: 'c1', name: 'Acme' } })).toMatchObject({ companyId: 'c1', companyName: undefined });
  });

  it('tells new groups from known ones, and manages only the known', () => {
    const groups = [
      { id: 'g1', name: 'Board' },
      { id: 'Board 2027', name: 'Board 2027', isNew: true },
    ];
    expect(input({ groups, managerOf: ['g1', 'gone'] })).toMatchObject({
      groupIds: ['g1'],
      newGroupNames: ['Board 2027'],
      managerOfGroupIds: ['g1'],
    });
  });

  it('overrides exactly the warnings that were shown', () => {
    expect(toCreateInput(ana, ['PHONE_UNPARSEABLE']).overrideWarnings).toEqual(['PHONE_UNPARSEABLE']);
    expect(input().overrideWarnings).toBeUndefined();
  });
});

describe('before anything is sent', () => {
  it('names and an email are there', () => {
    expect(Object.keys(complaints({ email: ' ', firstName: '', lastName: ' ' })).sort()).toEqual([
      'email',
      'firstName',
      'lastName',
    ]);
    expect(complaints({ email: 'ana' })).toHaveProperty('email');
    expect(complaints({})).toEqual({});
  });

  it('a login name is not dropped in silence when there will be no account', () => {
    expect(complaints({ loginName: 'ana' })).toHaveProperty('loginName');
    expect(complaints({ loginName: 'ana', isInvited: true })).toEqual({});
  });
});
