import { describe, expect, it } from 'vitest';
import { destination } from './afterSignIn';

describe('after signing in', () => {
  const administrator = { permissions: ['USERS_READ'], managedGroups: [] };

  it('an administrator comes to the page that was asked for', () => {
    expect(destination(administrator, '/users?q=ana')).toBe('/users?q=ana');
    expect(destination(administrator, null)).toBe('/');
  });

  it('nobody is led off the origin', () => {
    expect(destination(administrator, 'https://elsewhere.example/users')).toBe('/');
    expect(destination(administrator, '//elsewhere.example')).toBe('/');
  });

  it('a Group Manager comes there, too, whatever their role', () => {
    expect(destination({ permissions: [], managedGroups: [{}] }, null)).toBe('/');
  });

  it('whoever administers nothing comes to their own page', () => {
    expect(destination({ permissions: [], managedGroups: [] }, '/users')).toBe('/me');
    expect(destination(null, '/users')).toBe('/me');
  });
});
