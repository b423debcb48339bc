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

/** What a clock in the zone shows at a moment; in that of this device unless said. */
export function wallOf(iso: string, timeZone = ownZone()): Wall {
  const shown = new Date(shownAt(Date.parse(iso), timeZone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The day of a moment, here. */
export const dayOf = (iso: string): string => wallOf(iso).date;

/** The present day, here. */
export const today = (): string => dayOf(new Date().toISOString());

/** A moment as a field for a date and a time has it, here: `2026-11-22T09:30`; empty for none. */
export function fieldOf(iso: string | null | undefined): string {
  if (!iso) return '';
  const { date, time } = wallOf(iso);
  return `${date}T${time}`;
}

/** The moment at which a clock in the zone shows this. Where it never does, since clocks go forward, it is an hour later. */
export function momentOf({ date, time }: Wall, timeZone = ownZone()): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (moment: number) => shownAt(moment, timeZone) - moment;
  const dayMs = 86_400_000;
  const before = wanted - offsetAt(wanted - dayMs);
  const after = wanted - offsetAt(wanted + dayMs);
  const moment = shownAt(before, timeZone) !== wanted && shownAt(after, timeZone) === wanted ? after : before;
  return new Date(moment).toISOString();
}

/** Whether a text is a day that there is, such as `2028-02-29`. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

/** A day so many days later. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day of the week, 0 for Monday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
