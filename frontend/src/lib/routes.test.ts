import { describe, expect, it } from 'vitest';
import { safeNext, signInReturningTo } from './routes';

describe('safeNext', () => {
  it('follows a path of ours, with its search', () => {
    expect(safeNext('/users?q=ana#top')).toBe('/users?q=ana#top');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/login?next=/login',
    '/unsubscribe/token',
    '/confirm',
  ])('refuses %s', (next) => expect(safeNext(next)).toBe('/'));
});

describe('signInReturningTo', () => {
  it('names where we came from, but for the start page', () => {
    expect(signInReturningTo('/users?q=a')).toBe('/login?next=%2Fusers%3Fq%3Da');
    expect(signInReturningTo('/')).toBe('/login');
  });
});
