/** A time as a clock on the wall shows it: `2026-11-22` and `09:30`. */
export interface Wall {
  date: string;
  time: string;
}

/** The zone of this device, as the IANA's database calls it. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in a zone shows at a moment, in milliseconds as if it were UTC. */
function shownAt(moment: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour, part.minute, part.second);
}

/** What a clock in the zone shows at a moment. */
export function wallOf(iso: string, timeZone: string): Wall {
  const shown = new Date(shownAt(Date.parse(iso), timeZone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The moment at which a clock in the zone shows this. Where it never does, since clocks go forward, it is an hour later. */
export function momentOf({ date, time }: Wall, timeZone: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (moment: number) => shownAt(moment, timeZone) - moment;
  const dayMs = 86_400_000;
  const before = wanted - offsetAt(wanted - dayMs);
  const after = wanted - offsetAt(wanted + dayMs);
  const moment = shownAt(before, timeZone) !== wanted && shownAt(after, timeZone) === wanted ? after : before;
  return new Date(moment).toISOString();
}

/** A day so many days later. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day of the week, 0 for Monday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** When it is put off to, from now on; next week begins with the Monday that is not tomorrow. */
export function snoozes(now: Date, timeZone = ownZone()) {
  const today = wallOf(now.toISOString(), timeZone).date;
  const at = (date: string) => momentOf({ date, time: '09:00' }, timeZone);
  return {
    hour: new Date(Math.floor(now.getTime() / 1000) * 1000 + 3_600_000).toISOString(),
    tomorrow: at(dayAfter(today, 1)),
    nextWeek: at(dayAfter(today, weekdayOf(today) === 6 ? 8 : 7 - weekdayOf(today))),
  };
}
