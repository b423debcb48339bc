import { describe, expect, it } from 'vitest';
import { addressOf, parseShown } from './shown';
import { monthAfter, spanOf, weeksOf } from './weeks';

describe('the weeks of a month', () => {
  it('begin on Monday and hold the whole month', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]![0]).toBe('2026-10-26');
    expect(weeks.at(-1)!.at(-1)).toBe('2026-12-06');
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(new Set(weeks.flat()).size).toBe(42);
  });

  it('are asked for from midnight to midnight', () => {
    expect(spanOf(weeksOf('2027-03'), 'Europe/Oslo')).toEqual({
      from: '2027-02-28T23:00:00.000Z',
      to: '2027-04-04T22:00:00.000Z',
    });
  });

  it('go on over the year', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
  });
});

describe('what is shown of the reminders', () => {
  it('stands in the address, and comes back from it', () => {
    for (const search of ['', '?show=done', '?for=all', '?show=month&for=all&month=2026-11&day=2026-11-22']) {
      expect(addressOf(parseShown(new URLSearchParams(search)))).toBe(`/reminders${search}`);
    }
  });

  it('passes over rubbish', () => {
    const shown = parseShown(new URLSearchParams('?show=x&for=y&month=2026-13&day=tomorrow'));
    expect(addressOf(shown)).toBe('/reminders');
  });

  it.each([
    ['month=2026-11&day=2026-99-99', 'month=2026-11'],
    ['month=2026-02&day=2026-02-30', 'month=2026-02'],
    ['month=2026-11&day=2026-12-07', 'month=2026-11'],
    ['month=2026-11&day=2026-12-06', 'month=2026-11&day=2026-12-06'],
    ['month=9999-12', ''],
    ['month=0000-01', ''],
    ['day=0000-01-01', ''],
    ['day=2026-11-22', 'day=2026-11-22'],
  ])('takes %s for “%s”', (said, meant) => {
    const address = addressOf(parseShown(new URLSearchParams(`show=month&${said}`)));
    expect(address).toBe(['/reminders?show=month', meant].filter(Boolean).join('&'));
  });
});
