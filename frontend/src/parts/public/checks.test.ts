import { describe, expect, it } from 'vitest';
import { checkNewPassword, required } from './checks';

describe('a password to be chosen', () => {
  it('has 8 to 128 characters', () => {
    expect(checkNewPassword('')).toMatch(/Choose/);
    expect(checkNewPassword('1234567')).toMatch(/at least/);
    expect(checkNewPassword('12345678')).toBeUndefined();
    expect(checkNewPassword('x'.repeat(128))).toBeUndefined();
    expect(checkNewPassword('x'.repeat(129))).toMatch(/at most/);
  });

  it('counts characters, not the units they are stored in', () => {
    expect(checkNewPassword('🌍'.repeat(7))).toMatch(/at least/);
    expect(checkNewPassword('🌍'.repeat(128))).toBeUndefined();
  });

  it('has no space at its ends, but may have one inside', () => {
    expect(checkNewPassword(' correct horse')).toMatch(/space/);
    expect(checkNewPassword('correct horse ')).toMatch(/space/);
    expect(checkNewPassword('correct horse')).toBeUndefined();
  });
});

describe('a required field', () => {
  it('is not content with spaces', () => {
    const check = required(() => 'Enter it.');
    expect(check('  ')).toBe('Enter it.');
    expect(check(' a ')).toBeUndefined();
  });
});
