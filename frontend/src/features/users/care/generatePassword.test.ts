import { describe, expect, it } from 'vitest';
import { generatePassword } from './generatePassword';

describe('generatePassword', () => {
  it('makes four groups of signs that cannot be mistaken for each other', () => {
    for (let time = 0; time < 200; time++) {
      expect(generatePassword()).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$/);
    }
  });

  it('makes another one each time', () => {
    expect(new Set(Array.from({ length: 200 }, generatePassword)).size).toBe(200);
  });
});
