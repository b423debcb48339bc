import { describe, expect, it } from 'vitest';
import { hasPassword, stateOf } from './status';

describe('the word for a user', () => {
  it('is Inactive, whatever the account says', () => {
    expect(stateOf({ status: 'INACTIVE', account: { state: 'ACTIVE' } }).word.message).toBe('Inactive');
  });

  it('is Active without an account', () => {
    expect(stateOf({ status: 'ACTIVE', account: null }).word.message).toBe('Active');
    expect(stateOf({ status: 'ACTIVE' }).word.message).toBe('Active');
  });

  it('says what is left to be done about the account', () => {
    expect(stateOf({ status: 'ACTIVE', account: { state: 'INVITED' } }).word.message).toBe('Invited');
    expect(stateOf({ status: 'ACTIVE', account: { state: 'LOCKED' } }).tone).toBe('bad');
  });
});

describe('whether a password exists', () => {
  it('decides between an invitation and a reset', () => {
    expect(hasPassword({ state: 'INVITED' })).toBe(false);
    expect(hasPassword({ state: 'INVITATION_EXPIRED' })).toBe(false);
    expect(hasPassword(null)).toBe(false);
    expect(hasPassword({ state: 'ACTIVE' })).toBe(true);
    expect(hasPassword({ state: 'LOCKED' })).toBe(true);
  });
});
