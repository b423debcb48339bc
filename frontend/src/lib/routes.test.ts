import { describe, expect, it } from 'vitest';
import { signInReturningTo } from './routes';

describe('signInReturningTo', () => {
  it('names where we came from, but for the start page', () => {
    expect(signInReturningTo('/users?q=a')).toBe('/login?next=%2Fusers%3Fq%3Da');
    expect(signInReturningTo('/')).toBe('/login');
  });
});
