import { describe, expect, it } from 'vitest';
import { partsOf, type Repeat, repeatOf, repeatsFor, ruleOf } from './repeat';

describe('how often something comes', () => {
  it.each([
    ['never', ''],
    ['daily', 'FREQ=DAILY'],
    ['weekdays', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['weekly', 'FREQ=WEEKLY;BYDAY=FR'],
    ['fortnightly', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['monthly', 'FREQ=MONTHLY;BYMONTHDAY=20'],
    ['yearly', 'FREQ=YEARLY'],
  ] as [Repeat, string][])('%s is %s, and the other way round', (repeat, rule) => {
    expect(ruleOf(repeat, '2026-11-20')).toBe(rule);
    expect(repeatOf(rule, '2026-11-20')).toBe(repeat);
  });

  it('offers the end of the month on its last day', () => {
    expect(repeatsFor('2026-11-30', false)).toContain('monthEnd');
    expect(repeatsFor('2028-02-28', false)).not.toContain('monthEnd');
    expect(ruleOf('monthEnd', '2026-11-30')).toBe('FREQ=MONTHLY;BYMONTHDAY=-1');
  });

  it('keeps a rule that it has no word for', () => {
    expect(repeatOf('FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-23')).toBe('kept');
    expect(ruleOf('kept', '2026-11-23', 'FREQ=WEEKLY;BYDAY=MO,TH')).toBe('FREQ=WEEKLY;BYDAY=MO,TH');
    expect(repeatsFor('2026-11-23', true)).toContain('kept');
  });

  it('reads a rule into words, or says that it cannot', () => {
    expect(partsOf('FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH;COUNT=5')).toEqual({
      every: 'week',
      interval: 3,
      days: [0, 3],
      monthDay: undefined,
      count: 5,
      until: undefined,
    });
    expect(partsOf('FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231T230000Z')).toMatchObject({
      every: 'month',
      monthDay: -1,
      until: '2027-12-31T23:00:00Z',
    });
    for (const rule of ['FREQ=MONTHLY;BYDAY=2MO', 'FREQ=YEARLY;BYMONTH=2', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '']) {
      expect(partsOf(rule)).toBeUndefined();
    }
  });
});
