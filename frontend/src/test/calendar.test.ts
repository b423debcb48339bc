import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
// Written by graph/reminder_feed_test.go, which fails when it is not what the server sends.
import text from './calendar.ics?raw';

const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

function event(title: string): ICAL.Event {
  const found = events.find(({ summary, recurrenceId }) => summary.startsWith(title) && !recurrenceId);
  if (!found) throw new Error(`no ${title}`);
  return found;
}

/** The first dates of an entry as a calendar shows them, in UTC. */
function dates(title: string, n: number): string[] {
  const each = event(title);
  for (const moved of events.filter(({ uid, recurrenceId }) => uid === each.uid && recurrenceId))
    each.relateException(moved);
  const walk = each.iterator();
  const all: string[] = [];
  for (let at = walk.next(); at && all.length < n; at = walk.next()) {
    all.push(each.getOccurrenceDetails(at).startDate.toJSDate().toISOString());
  }
  return all;
}

describe('the calendar of reminders, read by a library that did not write it', () => {
  it('has texts as they were', () => {
    expect(event('Once').summary).toBe('Once (Åse; Ana, Þórdís Adams-Æggers)');
    expect(event('Once').description).toMatch(
      /^One line;\nanother, with a \\ and a very long tail: (Þórdís kemur, ){11}Þórdís kemur,$/,
    );
  });

  it('has one entry for a reminder that comes once', () => {
    expect(event('Once').isRecurring()).toBe(false);
    expect(event('Once').startDate.toJSDate().toISOString()).toBe('2036-11-21T08:30:00.000Z');
  });

  it('keeps the time on the wall when clocks change, and moves the date that was snoozed', () => {
    expect(dates('Daily', 4)).toEqual([
      '2037-03-27T10:15:00.000Z',
      '2037-03-28T08:00:00.000Z',
      '2037-03-29T07:00:00.000Z',
      '2037-03-30T07:00:00.000Z',
    ]);
    expect(dates('In New York', 9)).toEqual([
      '2037-10-30T13:00:00.000Z',
      '2037-10-31T13:00:00.000Z',
      '2037-11-01T14:00:00.000Z',
      '2037-11-02T14:00:00.000Z',
      '2037-11-03T14:00:00.000Z',
    ]);
  });

  it('has leap days, and leaves out months without a 31st', () => {
    expect(dates('On the 31st', 2)).toEqual(['2037-01-31T09:00:00.000Z', '2037-03-31T09:00:00.000Z']);
    expect(dates('Leap day', 2)).toEqual(['2040-02-29T08:00:00.000Z', '2044-02-29T08:00:00.000Z']);
  });

  it('reads where clocks follow no rule, and where they never change', () => {
    expect(dates('Where no rule holds', 12).slice(8, 12)).toEqual([
      '2037-09-04T09:00:00.000Z',
      '2037-10-04T10:00:00.000Z',
      '2037-11-04T10:00:00.000Z',
      '2037-12-04T09:00:00.000Z',
    ]);
    expect(dates('In UTC', 2)).toEqual(['2037-01-04T09:00:00.000Z', '2037-01-11T09:00:00.000Z']);
  });

  it('rings on each date', () => {
    for (const each of events) {
      const [bell] = each.component.getAllSubcomponents('valarm');
      expect(bell?.getFirstPropertyValue('action')).toBe('DISPLAY');
      expect(String(bell?.getFirstPropertyValue('trigger'))).toBe('PT0S');
    }
  });
});
