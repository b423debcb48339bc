import { describe, expect, it } from 'vitest';
import { parseList } from '../listState';
import { fixedTab, fixedViews, isOnTab } from './fixedViews';
import { hasChanged, viewHref, viewQuery } from './savedView';

const parse = (query: string) => parseList(new URLSearchParams(query));
const view = { id: btoa('SavedView:12'), query: 'status=active&sort=-created' };

describe('a saved view', () => {
  it('keeps filters and order, and not who is looked at', () => {
    expect(viewQuery(parse(`?q=a&sort=-email&view=${view.id}&peek=${btoa('User:12')}`))).toBe('q=a&sort=-email');
  });

  it('is an address that says all it stands for', () => {
    expect(viewHref(view)).toBe(`/users?status=active&sort=-created&view=${view.id}`);
    expect(viewHref({ ...view, query: '' })).toBe(`/users?status=all&view=${view.id}`);
    expect(hasChanged({ query: '' }, parse(viewHref({ ...view, query: '' })))).toBe(false);
  });

  it('knows when something else is shown, whatever the order of its words', () => {
    expect(hasChanged(view, parse(`?sort=-created&status=active&view=${view.id}`))).toBe(false);
    expect(hasChanged({ query: 'sort=-created&junk=1&status=active' }, parse('?status=active&sort=-created'))).toBe(
      false,
    );
    expect(hasChanged(view, parse('?status=active&sort=-created&q=a'))).toBe(true);
  });
});

describe('the fixed tabs', () => {
  it('show what they stand for, whatever else is filtered', () => {
    expect(fixedViews.map(({ status, state }) => fixedTab({ status, state }))).toEqual([0, 1, 2, 3, 4]);
    expect(fixedTab(parse('?state=invitation_expired,invited&q=a'))).toBe(3);
    expect(isOnTab(parse('?state=invitation_expired,invited'))).toBe(true);
  });

  it('are that of all users where filters say more', () => {
    for (const query of ['?state=closed', '?status=active&state=locked', '?state=invited']) {
      expect(fixedTab(parse(query)), query).toBe(0);
      expect(isOnTab(parse(query)), query).toBe(false);
    }
    expect(isOnTab(parse(`?status=active&view=${view.id}`))).toBe(false);
  });
});
