import { describe, expect, it } from 'vitest';
import { snoozes } from './snoozes';

describe('the times to which a reminder is put off', () => {
  it('are an hour, the next morning and Monday, in whole minutes', () => {
    expect(snoozes(new Date('2026-11-20T15:00:30.500Z'), 'Europe/Oslo')).toEqual({
      hour: '2026-11-20T16:00:00.000Z',
      tomorrow: '2026-11-21T08:00:00.000Z',
      nextWeek: '2026-11-23T08:00:00.000Z',
    });
    expect(snoozes(new Date('2026-11-22T06:00:00Z'), 'Europe/Oslo').nextWeek).toBe('2026-11-30T08:00:00.000Z');
    expect(snoozes(new Date('2026-11-23T06:00:00Z'), 'Europe/Oslo').nextWeek).toBe('2026-11-30T08:00:00.000Z');
  });
});
