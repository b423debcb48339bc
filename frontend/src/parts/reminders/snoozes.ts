import { dayAfter, momentOf, ownZone, wallOf, weekdayOf } from '@/lib/wall';

/** When it is put off to, from now on, in whole minutes as forms have them; next week begins with the Monday that is not tomorrow. */
export function snoozes(now: Date, timeZone = ownZone()) {
  const today = wallOf(now.toISOString(), timeZone).date;
  const at = (date: string) => momentOf({ date, time: '09:00' }, timeZone);
  return {
    hour: new Date(Math.floor(now.getTime() / 60_000) * 60_000 + 3_600_000).toISOString(),
    tomorrow: at(dayAfter(today, 1)),
    nextWeek: at(dayAfter(today, weekdayOf(today) === 6 ? 8 : 7 - weekdayOf(today))),
  };
}
