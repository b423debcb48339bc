import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useFormat } from '@/lib/format';
import { useNames } from '@/lib/names';
import { dayAfter } from '@/lib/wall';
import { type Parts, partsOf } from './repeat';

/** The first of a week whose days have names. */
const monday = '2026-01-05';

/** Says how often something comes: "Every week on Monday", "Every 2 months, 5 times". */
export function useRepeatWords() {
  const { t } = useLingui();
  const { date } = useFormat();
  const { list, weekday } = useNames();
  return useCallback(
    (rule: string): string => {
      const parts = partsOf(rule);
      if (!parts) return t`By a rule: ${rule}`;
      const days = list(parts.days.map((day) => weekday(dayAfter(monday, day))));
      const often = () => {
        const { interval: n, monthDay } = parts;
        switch (parts.every) {
          case 'day':
            return plural(n, { one: 'Every day', other: 'Every # days' });
          case 'week':
            if (n === 1 && isWorkingWeek(parts)) return t`Every weekday`;
            return days
              ? plural(n, { one: `Every week on ${days}`, other: `Every # weeks on ${days}` })
              : plural(n, { one: 'Every week', other: 'Every # weeks' });
          case 'month':
            if (monthDay === -1) {
              return plural(n, { one: 'Every month on its last day', other: 'Every # months on the last day' });
            }
            return monthDay
              ? plural(n, { one: `Every month on day ${monthDay}`, other: `Every # months on day ${monthDay}` })
              : plural(n, { one: 'Every month', other: 'Every # months' });
          case 'year':
            return plural(n, { one: 'Every year', other: 'Every # years' });
        }
      };
      if (parts.count) return t`${often()}, ${plural(parts.count, { one: '# time', other: '# times' })}`;
      if (parts.until) return t`${often()}, until ${date(parts.until)}`;
      return often();
    },
    [t, date, list, weekday],
  );
}

const isWorkingWeek = ({ days }: Parts) => days.join() === '0,1,2,3,4';
