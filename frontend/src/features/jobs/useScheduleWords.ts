import { useLingui } from '@lingui/react/macro';
import { useNames } from '@/lib/names';
import { dayAfter } from '@/lib/wall';
import { cityOf, whenOf } from './rhythm';

/** Sunday first, as cron counts them. */
export function useWeekdays(): readonly string[] {
  const { weekday } = useNames();
  return Array.from({ length: 7 }, (_, days) => weekday(dayAfter('2026-01-04', days)));
}

/** A schedule as a person says it: "Every day at 18:00, Oslo time". */
export function useScheduleWords() {
  const { t } = useLingui();
  const weekdays = useWeekdays();
  return (schedule: string | null | undefined, timeZone: string): string => {
    const { rhythm, time, weekday, monthDay, cron } = whenOf(schedule);
    const day = weekdays[Number(weekday)];
    const minute = Number(time.split(':')[1]);
    const words = {
      NONE: t`By hand only`,
      HOURLY: t`Every hour at minute ${minute}`,
      DAILY: t`Every day at ${time}`,
      WEEKDAYS: t`Monday to Friday at ${time}`,
      WEEKLY: t`Every ${day} at ${time}`,
      MONTHLY: t`On day ${monthDay} of the month at ${time}`,
      CRON: t`On the schedule ${cron}`,
    }[rhythm];
    const city = cityOf(timeZone);
    return rhythm === 'NONE' ? words : timeZone === 'UTC' ? t`${words}, UTC` : t`${words}, ${city} time`;
  };
}
