import { describe, expect, it } from 'vitest';
import { parseList } from '../listState';
import { chipsOf, filterKeys, isOn, none, offered } from './filters';
import { parseTimes } from './times';

const parse = (query: string) => parseList(new URLSearchParams(query));

describe('chips', () => {
  it('stand for the filters that are on, in one order', () => {
    expect(chipsOf(parse(''))).toEqual([]);
    const all = `?created=7d&signedIn=never&consent=no&state=closed&role=${btoa('Role:7')}`.replaceAll('==', '');
    expect(chipsOf(parse(`${all}&status=active`))).toEqual([
      'status',
      'role',
      'state',
      'consent',
      'signedIn',
      'created',
    ]);
  });

  it('do not repeat the tab', () => {
    expect(chipsOf(parse('?status=active&consent=yes'))).toEqual(['consent']);
    expect(chipsOf(parse('?state=locked'))).toEqual([]);
    expect(chipsOf(parse('?state=locked&status=active'))).toEqual(['status', 'state']);
    expect(chipsOf(parse(`?status=active&view=${btoa('SavedView:12')}`))).toEqual(['status']);
  });

  it('can all be taken away', () => {
    const state = { ...parse('?status=active&state=locked&consent=no&signedIn=7d'), ...none };
    expect(filterKeys.some((key) => isOn(state, key))).toBe(false);
  });

  it('are offered to those who may use them', () => {
    expect(offered(() => false)).not.toContain('company');
    expect(offered(() => true)).toEqual([...filterKeys]);
  });
});

describe('times', () => {
  it('are a choice, or a range whose ends may be open', () => {
    expect(parseTimes('30d')).toEqual({ choice: '30d', from: '', until: '' });
    expect(parseTimes('2026-01-01..')).toEqual({ choice: 'range', from: '2026-01-01', until: '' });
    expect(parseTimes('')).toEqual({ choice: '', from: '', until: '' });
  });
});
