import { describe, expect, it } from 'vitest';
import { changesOf, valuesOf } from './reminderForm';
import type { Reminder } from './reminderQuery';

/** Every day at nine in Oslo; put off to a moment between two minutes. */
const snoozed = {
  id: 'r1',
  version: 3,
  title: 'Call',
  note: null,
  dueAt: '2026-11-20T15:04:30Z',
  timeZone: 'Europe/Oslo',
  recurrence: 'FREQ=DAILY',
  assignee: null,
  user: { id: 'u1', firstName: 'Ana', lastName: 'Adams' },
} as unknown as Reminder;

const start = valuesOf(snoozed);

describe('what a form says of a reminder that was set before', () => {
  it('says no dates where none was changed, so that what is put off goes on by its rule', () => {
    const values = { ...start, title: 'Call Ana', note: 'Mornings.' };
    expect(changesOf(values, start)).toEqual({ title: 'Call Ana', note: 'Mornings.' });
  });

  it('says the time with its seconds where another rule alone was chosen', () => {
    expect(changesOf({ ...start, repeat: 'never' }, start)).toMatchObject({
      dueAt: '2026-11-20T15:04:30Z',
      timeZone: 'Europe/Oslo',
      recurrence: null,
    });
  });

  it('says all of them where the time was changed', () => {
    expect(changesOf({ ...start, time: '10:00' }, start)).toMatchObject({
      dueAt: '2026-11-20T09:00:00.000Z',
      timeZone: 'Europe/Oslo',
      recurrence: 'FREQ=DAILY',
    });
  });

  it('keeps a rule that names a day on which it no longer stands', () => {
    const weekly = valuesOf({ ...snoozed, recurrence: 'FREQ=WEEKLY;BYDAY=MO' } as Reminder);
    expect(changesOf({ ...weekly, note: 'x' }, weekly)).not.toHaveProperty('recurrence');
    expect(changesOf({ ...weekly, time: '10:00' }, weekly)).toMatchObject({
      recurrence: 'FREQ=WEEKLY;BYDAY=MO',
    });
  });
});
