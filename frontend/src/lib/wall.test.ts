import { describe, expect, it } from 'vitest';
import { dayAfter, isDay, momentOf, wallOf, weekdayOf } from './wall';

describe('times on the wall', () => {
  it.each([
    ['2037-03-27', '09:00', 'Europe/Oslo', '2037-03-27T08:00:00.000Z'],
    ['2037-03-30', '09:00', 'Europe/Oslo', '2037-03-30T07:00:00.000Z'],
    ['2037-10-25', '02:30', 'Europe/Oslo', '2037-10-25T00:30:00.000Z'],
    ['2037-03-29', '02:30', 'Europe/Oslo', '2037-03-29T01:30:00.000Z'],
    ['2037-03-08', '02:30', 'America/New_York', '2037-03-08T07:30:00.000Z'],
    ['2026-01-01', '00:15', 'Pacific/Auckland', '2025-12-31T11:15:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, moment) => {
    expect(momentOf({ date, time }, zone)).toBe(moment);
  });

  it('come back as they were', () => {
    for (const zone of ['Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'UTC']) {
      const wall = { date: '2027-06-15', time: '23:45' };
      expect(wallOf(momentOf(wall, zone), zone)).toEqual(wall);
    }
  });

  it('know which days there are, and what comes after one', () => {
    expect(['2028-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-99-99', '2026-1-1', 'tomorrow', ''].some(isDay)).toBe(false);
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(weekdayOf('2026-11-23')).toBe(0);
  });
});
