/** How often a job comes, as the form asks for it. */
export type Rhythm = 'NONE' | 'HOURLY' | 'DAILY' | 'WEEKDAYS' | 'WEEKLY' | 'MONTHLY' | 'CRON';

/** When a job runs, as the form holds it. */
export interface When {
  rhythm: Rhythm;
  /** As 18:00. */
  time: string;
  /** 0 is Sunday. */
  weekday: string;
  /** 1 to 31. */
  monthDay: string;
  /** Five fields, where the rhythm is CRON. */
  cron: string;
}

export const daily: When = { rhythm: 'DAILY', time: '18:00', weekday: '1', monthDay: '1', cron: '0 18 * * *' };

const two = (n: string | number) => String(n).padStart(2, '0');

/** What the form begins with for a schedule; what the form has no words for is kept as it was written. */
export function whenOf(schedule: string | null | undefined): When {
  if (!schedule) return { ...daily, rhythm: 'NONE' };
  const own: When = { ...daily, rhythm: 'CRON', cron: schedule };
  const found = /^(\d{1,2}) (\d{1,2}|\*) (\d{1,2}|\*) \* ([0-6]|1-5|\*)$/.exec(schedule);
  if (!found) return own;
  const [, minute = '', hour = '', monthDay = '', weekday = ''] = found;
  if (hour === '*') return monthDay + weekday === '**' ? { ...own, rhythm: 'HOURLY', time: `00:${two(minute)}` } : own;
  const at = { ...own, time: `${two(hour)}:${two(minute)}` };
  if (monthDay !== '*') return weekday === '*' ? { ...at, rhythm: 'MONTHLY', monthDay } : own;
  if (weekday === '*') return { ...at, rhythm: 'DAILY' };
  return weekday === '1-5' ? { ...at, rhythm: 'WEEKDAYS' } : { ...at, rhythm: 'WEEKLY', weekday };
}

/** The schedule of what the form says; empty for by hand only. */
export function cronOf({ rhythm, time, weekday, monthDay, cron }: When): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const days: Record<Rhythm, string> = {
    NONE: '',
    HOURLY: `${minute} * * * *`,
    DAILY: `${minute} ${hour} * * *`,
    WEEKDAYS: `${minute} ${hour} * * 1-5`,
    WEEKLY: `${minute} ${hour} * * ${weekday}`,
    MONTHLY: `${minute} ${hour} ${monthDay.trim()} * *`,
    CRON: cron.trim(),
  };
  return days[rhythm];
}

/** What a schedule lacks: a day that some month has, or a time. */
export function lackOf({ rhythm, time, monthDay }: When): readonly ('monthDay' | 'time')[] {
  const hasDay = rhythm !== 'MONTHLY' || /^0*([1-9]|[12]\d|3[01])$/.test(monthDay.trim());
  const hasTime = rhythm === 'NONE' || rhythm === 'CRON' || time !== '';
  return [...(hasDay ? [] : ['monthDay' as const]), ...(hasTime ? [] : ['time' as const])];
}

/** Which field of the form says most of the schedule. */
export function fieldOf(rhythm: Rhythm) {
  if (rhythm === 'NONE') return 'rhythm';
  if (rhythm === 'MONTHLY') return 'monthDay';
  return rhythm === 'CRON' ? 'cron' : 'time';
}

/** How people call a time zone: by its city. */
export const cityOf = (timeZone: string) => timeZone.split('/').pop()!.replaceAll('_', ' ');
