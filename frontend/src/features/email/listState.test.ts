import { describe, expect, it } from 'vitest';
import { formatList, messageFilter, parseList } from './listState';

const parse = (query: string) => parseList(new URLSearchParams(query));

describe('the deliveries that are shown', () => {
  it('survive the way to the address and back', () => {
    for (const query of ['', '?show=unsent', '?show=problems', '?q=%C3%85se+%26+co', '?q=ana&show=unsent'])
      expect(formatList(parse(query))).toBe(query);
    expect(parse('?show=nonsense&q=%20')).toEqual({ show: 'all', q: '' });
    expect(parse(`?q=${'å'.repeat(300)}`).q).toHaveLength(200);
  });

  it('are asked for by their states and by what was typed', () => {
    expect(messageFilter(parse(''))).toEqual({ state: undefined, search: undefined });
    expect(messageFilter(parse('?show=unsent&q=ana'))).toMatchObject({ search: 'ana' });
    expect(messageFilter(parse('?show=unsent')).state).toContain('KEPT');
    expect(messageFilter(parse('?show=problems')).state).not.toContain('SENT');
  });
});
