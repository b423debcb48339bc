import { describe, expect, it } from 'vitest';
import { formatList, isFiltered, listVariables, parseList, unfiltered } from './listState';

const parse = (query: string) => parseList(new URLSearchParams(query));
const id = (type: string, key: number) => btoa(`${type}:${key}`).replace(/=+$/, '');
const noon = new Date(2026, 10, 20, 12);

describe('the state of the list', () => {
  it('is everybody by name when the address says nothing', () => {
    expect(parse('')).toMatchObject({ q: '', status: 'all', sort: { column: 'name', direction: 'ascending' } });
    expect(formatList(parse(''))).toBe('');
    expect(isFiltered(parse(''))).toBe(false);
  });

  it('survives the way to the address and back', () => {
    for (const query of [
      '?q=Bj%C3%B6rn+%26+Co',
      '?status=inactive',
      '?sort=-email',
      '?q=a&status=active&sort=status',
      '?sort=-name',
      '?state=invited,invitation_expired',
      `?role=${id('Role', 1)},${id('Role', 22)}&group=${id('Group', 3)}&company=${id('Company', 4)}`,
      '?consent=no&signedIn=never&created=30d',
      '?signedIn=over90d',
      '?created=2026-01-01..2026-01-31',
      '?created=..2026-01-31',
      '?created=2026-01-01..',
      `?q=a&sort=-created&view=${id('SavedView', 5)}&peek=${id('User', 6)}`,
    ]) {
      expect(formatList(parse(query))).toBe(query);
    }
  });

  it('ignores what it does not know', () => {
    for (const query of [
      '?status=asleep&sort=-shoe&page=2',
      '?sort=constructor',
      '?state=asleep,constructor',
      `?role=${id('User', 1)},junk,%00,${id('Role', 1)}x`,
      '?consent=perhaps&signedIn=..&created=never',
      '?signedIn=0d&created=yesterday',
      '?view=7&peek=none',
    ]) {
      expect(formatList(parse(query)), query).toBe('');
    }
  });

  it('takes each thing once, and thirty of a kind at most', () => {
    expect(parse('?state=locked,locked').state).toEqual(['LOCKED']);
    const many = Array.from({ length: 40 }, (_, index) => id('Role', index));
    expect(parse(`?role=${many.join()}`).role).toHaveLength(30);
  });

  it('tells a view that lost all its filters from one that is only named', () => {
    const view = id('SavedView', 5);
    expect(formatList(parse(`?view=${view}`))).toBe(`?status=all&view=${view}`);
  });

  it('searches for 200 characters at most, as the API does', () => {
    expect(parse(`?q=${'x'.repeat(300)}`).q).toHaveLength(200);
  });
});

describe('what is asked for', () => {
  const filter = (query: string) => {
    const { filter } = listVariables(parse(query), noon);
    return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  };

  it('is one ordering, over all pages', () => {
    expect(listVariables(parse('?sort=-lastSignIn')).orderBy).toEqual([
      { field: 'LAST_SIGN_IN_AT', direction: 'DESC' },
    ]);
    expect(listVariables(parse('')).orderBy).toEqual([{ field: 'LAST_NAME', direction: 'ASC' }]);
  });

  it('is filtered only by what is said', () => {
    expect(filter('')).toEqual({});
    expect(filter('?q=ana&status=inactive&state=locked&consent=no')).toEqual({
      search: 'ana',
      status: ['INACTIVE'],
      accountState: ['LOCKED'],
      emailSubscribed: false,
    });
    expect(filter(`?role=${id('Role', 1)}&group=${id('Group', 2)}&company=${id('Company', 3)}`)).toEqual({
      roleIds: [id('Role', 1)],
      groupIds: [id('Group', 2)],
      companyIds: [id('Company', 3)],
    });
  });

  it('counts whole days of the viewer, so that it is the same all day', () => {
    const start = (day: number, month = 10) => new Date(2026, month, day).toISOString();
    expect(filter('?signedIn=7d')).toEqual({ lastSignInAt: { from: start(13) } });
    expect(filter('?signedIn=over7d')).toEqual({ lastSignInAt: { to: start(13) } });
    expect(filter('?signedIn=never')).toEqual({ neverSignedIn: true });
    expect(filter('?created=2026-11-01..2026-11-02')).toEqual({ createdAt: { from: start(1), to: start(3) } });
    expect(filter('?created=..2026-10-31')).toEqual({ createdAt: { from: undefined, to: start(1) } });
    expect(filter('?created=..2026-99-99')).toHaveProperty('createdAt');
  });

  it('knows a list that leaves something out', () => {
    expect(isFiltered(parse('?sort=-email'))).toBe(false);
    expect(isFiltered(parse(`?peek=${id('User', 1)}`))).toBe(false);
    expect(isFiltered(parse('?status=active'))).toBe(true);
    expect(isFiltered(parse('?created=7d'))).toBe(true);
    expect(formatList(unfiltered(parse('?status=active&sort=-email')))).toBe('?sort=-email');
  });
});
