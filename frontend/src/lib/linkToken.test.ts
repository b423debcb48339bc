import { describe, expect, it } from 'vitest';
import { tokenIn } from './linkToken';

describe('the token of an emailed link', () => {
  it('stands in the fragment', () => {
    expect(tokenIn('#token=abc-DEF_123')).toBe('abc-DEF_123');
  });

  it('survives a space that a mail program put at its end', () => {
    expect(tokenIn('#token=abc%20')).toBe('abc');
  });

  it('is empty when the link was cut off', () => {
    expect(tokenIn('')).toBe('');
    expect(tokenIn('#token')).toBe('');
    expect(tokenIn('#tok')).toBe('');
  });
});
