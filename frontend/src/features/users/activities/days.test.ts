import { describe, expect, it } from 'vitest';
import { partsByDay } from './days';

const at = (id: string, occurredAt: string) => ({ id, occurredAt });
const rows = [
  at('e', '2026-11-22T12:00:00'),
  at('d', '2026-11-22T09:00:00'),
  at('c', '2026-11-21T23:59:59'),
  at('b', '2026-11-21T00:00:00'),
  at('a', '2020-01-01T10:00:00'),
];
const told = (size: number) =>
  partsByDay(rows, size).map((part) =>
    part.map((day) => (day.isContinued ? '…' : '') + day.rows.map((row) => row.id).join('')),
  );

describe('partsByDay', () => {
  it('puts what happened on one day together', () => {
    expect(told(10)).toEqual([['ed', 'cb', 'a']]);
  });
  it('goes on with a day in the next part', () => {
    expect(told(3)).toEqual([
      ['ed', 'c'],
      ['…b', 'a'],
    ]);
  });
  it('has no part of nothing', () => {
    expect(partsByDay([], 3)).toEqual([]);
  });
});
