import { describe, expect, it } from 'vitest';
import { deadStateOf } from './linkState';

describe('a refused password', () => {
  it('tells a dead link by its code', () => {
    expect(deadStateOf([{ code: 'LINK_EXPIRED' }])).toBe('EXPIRED');
    expect(deadStateOf([{ code: 'LINK_USED' }])).toBe('USED');
    expect(deadStateOf([{ code: 'LINK_REPLACED' }])).toBe('REPLACED');
    expect(deadStateOf([{ code: 'LINK_UNKNOWN' }])).toBe('UNKNOWN');
  });

  it('leaves the link alive when only the password was refused', () => {
    expect(deadStateOf([{ code: 'PASSWORD_TOO_COMMON' }])).toBeUndefined();
    expect(deadStateOf([])).toBeUndefined();
  });
});
