import { describe, expect, it } from 'vitest';
import { backTo, safeNext } from './protected';

describe('safeNext', () => {
  it('follows a path of ours, with its search', () => {
    expect(safeNext('/users?q=ana#top')).toBe('/users?q=ana#top');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/x/..//evil.example',
    '/%2e%2e//evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/login?next=/login',
    '/unsubscribe/token',
    '/confirm',
  ])('refuses %s', (next) => expect(safeNext(next)).toBe('/'));
});

describe('backTo', () => {
  it.each([
    ['/members/x?a=b#c', '/members/x?a=b#c'],
    ['/Members', '/Members'],
    ['https://www.example.org/x', '/auth/return?to=https%3A%2F%2Fwww.example.org%2Fx'],
    ['//evil.example', undefined],
    ['/members/..//evil.example', undefined],
    ['/users', undefined],
    ['/USERS/1', undefined],
    ['/auth/verify', undefined],
    ['/', '/'],
    ['/?a=b', '/?a=b'],
    ['/\\evil.example', undefined],
    ['/login?next=/x', undefined],
    [null, undefined],
  ])('of %s is %s', (next, back) => expect(backTo(next)).toBe(back));
});
