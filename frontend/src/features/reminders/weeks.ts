import { dayAfter, momentOf, ownZone, weekdayOf } from '@/lib/wall';

/** The days of a month in whole weeks from Monday on, those around it included; as `2026-11-22`. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const begin = dayAfter(first, -weekdayOf(first));
  const weeks: string[][] = [];
  for (let day = begin; weeks.length === 0 || day.startsWith(month); day = dayAfter(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => dayAfter(day, i)));
  }
  return weeks;
}

/** The month so many months later, as `2026-11`. */
export function monthAfter(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** From the first moment of the first day to the end of the last, for a filter. */
export function spanOf(weeks: readonly string[][], timeZone = ownZone()) {
  const last = weeks.at(-1)!.at(-1)!;
  return {
    from: momentOf({ date: weeks[0]![0]!, time: '00:00' }, timeZone),
    to: momentOf({ date: dayAfter(last, 1), time: '00:00' }, timeZone),
  };
}
