import { describe, expect, it } from 'vitest';
import { effectsOf, isFelt, type RoleValues } from './effects';

const before: RoleValues = {
  name: 'Auditor',
  reach: 'EVERYTHING',
  permissions: ['USERS_READ', 'IMPORT'],
  grantIds: ['member'],
  requiresFactor: false,
};

describe('what changes for the holders of a role', () => {
  it('is nothing for a new name, or for the same in another order', () => {
    const after: RoleValues = { ...before, name: 'Reviser', permissions: ['IMPORT', 'USERS_READ'] };
    expect(isFelt(effectsOf(before, after))).toBe(false);
  });

  it('is what they gain and lose', () => {
    const after: RoleValues = { ...before, permissions: ['USERS_READ', 'EXPORT'], grantIds: ['super'] };
    const effects = effectsOf(before, after);
    expect(effects).toMatchObject({
      gained: ['EXPORT'],
      lost: ['IMPORT'],
      mayGrant: ['super'],
      mayNotGrant: ['member'],
    });
    expect(isFelt(effects)).toBe(true);
  });

  it('is another reach, or another factor', () => {
    expect(effectsOf(before, { ...before, reach: 'MANAGED_GROUPS' }).reach).toBe('MANAGED_GROUPS');
    expect(isFelt(effectsOf(before, { ...before, requiresFactor: true }))).toBe(true);
  });
});
