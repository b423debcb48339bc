import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useFormat } from '@/lib/format';
import { type Parts, partsOf } from './repeat';

/** Monday, 5 January 1970, as the first of a week whose days have names. */
const monday = Date.UTC(1970, 0, 5);

/** Says how often something comes: "Every week on Monday", "Every 2 months, 5 times". */
export function useRepeatWords() {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  return useCallback(
    (rule: string): string => {
      const parts = partsOf(rule);
      if (!parts) return t`By a rule: ${rule}`;
      const name = new Intl.DateTimeFormat(i18n.locale, { weekday: 'long', timeZone: 'UTC' });
      const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' });
      const days = list.format(parts.days.map((day) => name.format(monday + day * 86_400_000)));
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
    [t, i18n.locale, date],
  );
}

const isWorkingWeek = ({ days }: Parts) => days.join() === '0,1,2,3,4';
