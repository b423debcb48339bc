import { describe, expect, it } from 'vitest';
import { momentOf, snoozes, wallOf, weekdayOf } from './when';

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

  it('are put off by an hour, to the next morning and to Monday', () => {
    expect(snoozes(new Date('2026-11-20T15:00:30.500Z'), 'Europe/Oslo')).toEqual({
      hour: '2026-11-20T16:00:30.000Z',
      tomorrow: '2026-11-21T08:00:00.000Z',
      nextWeek: '2026-11-23T08:00:00.000Z',
    });
    expect(weekdayOf('2026-11-23')).toBe(0);
    expect(snoozes(new Date('2026-11-22T06:00:00Z'), 'Europe/Oslo').nextWeek).toBe('2026-11-30T08:00:00.000Z');
    expect(snoozes(new Date('2026-11-23T06:00:00Z'), 'Europe/Oslo').nextWeek).toBe('2026-11-30T08:00:00.000Z');
  });
});
