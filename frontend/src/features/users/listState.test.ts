import { describe, expect, it } from 'vitest';
import { formatList, isFiltered, listVariables, parseList } from './listState';

const parse = (query: string) => parseList(new URLSearchParams(query));

describe('the state of the list', () => {
  it('is everybody by name when the address says nothing', () => {
    expect(parse('')).toEqual({ q: '', status: 'all', sort: { column: 'name', direction: 'ascending' } });
    expect(formatList(parse(''))).toBe('');
  });

  it('survives the way to the address and back', () => {
    for (const query of [
      '?q=Bj%C3%B6rn+%26+Co',
      '?status=inactive',
      '?sort=-email',
      '?q=a&status=active&sort=status',
      '?sort=-name',
    ]) {
      expect(formatList(parse(query))).toBe(query);
    }
  });

  it('ignores what it does not know', () => {
    expect(formatList(parse('?status=asleep&sort=-shoe&page=2'))).toBe('');
    expect(formatList(parse('?sort=constructor'))).toBe('');
  });

  it('searches for 200 characters at most, as the API does', () => {
    expect(parse(`?q=${'x'.repeat(300)}`).q).toHaveLength(200);
  });

  it('asks for one ordering, over all pages', () => {
    expect(listVariables(parse('?sort=-lastSignIn')).orderBy).toEqual([
      { field: 'LAST_SIGN_IN_AT', direction: 'DESC' },
    ]);
    expect(listVariables(parse('')).orderBy).toEqual([{ field: 'LAST_NAME', direction: 'ASC' }]);
  });

  it('filters only by what is said', () => {
    expect(listVariables(parse('')).filter).toEqual({ search: undefined, status: undefined });
    expect(listVariables(parse('?q=ana&status=inactive')).filter).toEqual({ search: 'ana', status: ['INACTIVE'] });
    expect(isFiltered(parse('?sort=-email'))).toBe(false);
    expect(isFiltered(parse('?status=active'))).toBe(true);
  });
});
