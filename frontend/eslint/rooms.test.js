import { describe, expect, it } from 'vitest';
import { refusal } from './rooms.js';

describe('the arrows between rooms', () => {
  it('let a feature use the kit, and nobody use a feature but the app', () => {
    expect(refusal({ room: 'features', feature: 'users' }, { room: 'ui' })).toBeUndefined();
    expect(refusal({ room: 'app' }, { room: 'features', feature: 'users' })).toBeUndefined();
    expect(refusal({ room: 'ui' }, { room: 'features', feature: 'users' })).toMatch('ui imports features');
    expect(refusal({ room: 'ui' }, { room: 'lib' })).toMatch('ui imports lib');
  });

  it('keep one feature from another', () => {
    const users = { room: 'features', feature: 'users' };
    expect(refusal(users, { room: 'features', feature: 'signin' })).toMatch('no feature knows another');
    expect(refusal(users, users)).toBeUndefined();
  });
});
