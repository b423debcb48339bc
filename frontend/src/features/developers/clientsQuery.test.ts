import { describe, expect, it } from 'vitest';
import { fieldOf } from '@/lib/wall';
import { emptyClient, inputOf, isOrigin, linesOf, stateOf } from './clientsQuery';

describe('isOrigin', () => {
  it('wants a scheme and a host, and nothing behind them', () => {
    for (const text of [
      'https://portal.example.org',
      'http://127.0.0.1:4173',
      'HTTPS://Portal.example.org',
      'http://[::1]:80',
    ])
      expect(isOrigin(text), text).toBe(true);
    for (const text of [
      '*',
      'portal.example.org',
      'https://*.example.org',
      'https://a.example/',
      'https://a.example/x',
      'ftp://a',
      'https://u@a.b',
      'null',
    ])
      expect(isOrigin(text), text).toBe(false);
  });
});

describe('inputOf', () => {
  it('sends companies and groups only with the reach that is about them', () => {
    const picked = { companies: [{ id: 'c', name: 'C' }], groups: [{ id: 'g', name: 'G' }] };
    expect(inputOf({ ...emptyClient, ...picked })).not.toHaveProperty('companyIds');
    expect(inputOf({ ...emptyClient, ...picked, reach: 'ASSIGNED_COMPANIES' })).toMatchObject({ companyIds: ['c'] });
    expect(inputOf({ ...emptyClient, ...picked, reach: 'MANAGED_GROUPS' })).toMatchObject({ groupIds: ['g'] });
  });
  it('sends a time in the viewer’s zone as a moment, and never as null', () => {
    expect(inputOf(emptyClient).expiresAt).toBeNull();
    const at = '2027-01-31T12:30:00.000Z';
    expect(inputOf({ ...emptyClient, expires: fieldOf(at) }).expiresAt).toBe(at);
  });
  it('leaves empty lines out', () => expect(linesOf(' a \n\n b')).toEqual(['a', 'b']));
});

describe('stateOf', () => {
  it('is revoked before all, expired from that very moment', () => {
    const at = '2027-01-31T00:00:00Z';
    expect(stateOf({ revokedAt: at, expiresAt: at }, Date.parse(at)).tone).toBe('bad');
    expect(stateOf({ revokedAt: null, expiresAt: at }, Date.parse(at)).isInForce).toBe(false);
    expect(stateOf({ revokedAt: null, expiresAt: at }, Date.parse(at) - 1).isInForce).toBe(true);
  });
});
