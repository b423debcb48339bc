import { describe, expect, it } from 'vitest';
import { formatShow, messageFilter, parseShow } from './listState';

const parse = (query: string) => parseShow(new URLSearchParams(query));

describe('the deliveries that are shown', () => {
  it('survive the way to the address and back', () => {
    for (const query of ['', '?show=unsent', '?show=problems']) expect(formatShow(parse(query))).toBe(query);
    expect(parse('?show=nonsense')).toBe('all');
  });

  it('are asked for by their states', () => {
    expect(messageFilter('all').state).toBeUndefined();
    expect(messageFilter('unsent').state).toContain('KEPT');
    expect(messageFilter('problems').state).not.toContain('SENT');
  });
});
