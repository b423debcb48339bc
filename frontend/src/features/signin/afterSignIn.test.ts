import { describe, expect, it } from 'vitest';
import { destination } from './afterSignIn';

describe('after signing in', () => {
  const administrator = { permissions: ['USERS_READ'], managedGroups: [] };

  it('an administrator comes to the page that was asked for', () => {
    expect(destination(administrator, '/users?q=ana')).toBe('/users?q=ana');
    expect(destination(administrator, null)).toBe('/');
  });

  it('nobody is led off the origin', () => {
    expect(destination(administrator, 'javascript:alert(1)')).toBe('/');
    expect(destination(administrator, '//elsewhere.example')).toBe('/');
  });

  it('anybody comes back to the protected page that they came from', () => {
    const member = { permissions: [], managedGroups: [] };
    expect(destination(member, '/members/x?a=b')).toBe('/members/x?a=b');
    expect(destination(administrator, '/members')).toBe('/members');
  });

  it('another site is for the server to look at', () => {
    const asked = '/auth/return?to=https%3A%2F%2Felsewhere.example%2Fusers';
    expect(destination(administrator, 'https://elsewhere.example/users')).toBe(asked);
    expect(destination(null, 'https://elsewhere.example/users')).toBe(asked);
  });

  it('a Group Manager comes there, too, whatever their role', () => {
    expect(destination({ permissions: [], managedGroups: [{}] }, null)).toBe('/');
  });

  it('whoever administers nothing comes to their own page', () => {
    expect(destination({ permissions: [], managedGroups: [] }, '/users')).toBe('/me');
    expect(destination(null, '/users')).toBe('/me');
  });
});
