import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';

interface Named {
  firstName: string;
  lastName: string;
}

/** First and last name. */
export function fullName(user: Named): string {
  return `${user.firstName} ${user.lastName}`.trim();
}

const dayMs = 86_400_000;

/** The calendar day of a time in the viewer's zone, as a number that grows by one a day. */
function dayNumber(date: Date): number {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

/** The language for dates; plain English takes the order that most of the world uses: 20 Nov 2026, 14:05. */
const localeFor = (language: string) => (language === 'en' ? 'en-GB' : language);

/** How times and numbers are said in the viewer's language and time zone. Times come as RFC 3339. */
export function useFormat() {
  const { i18n, t } = useLingui();
  return useMemo(() => {
    const locale = localeFor(i18n.locale);
    const count = new Intl.NumberFormat(i18n.locale);
    const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const long = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });

    /** "today", "yesterday", "tomorrow", else the date. */
    const day = (iso: string, now = new Date()) => {
      const at = new Date(iso);
      const distance = dayNumber(at) - dayNumber(now);
      if (distance === 0) return t`today`;
      if (distance === -1) return t`yesterday`;
      if (distance === 1) return t`tomorrow`;
      return date.format(at);
    };
    return {
      day,
      date: (iso: string) => date.format(new Date(iso)),
      /** A day that is the same in every zone, as 2026-01-31. */
      calendarDay: (day: string) => date.format(new Date(`${day}T00:00`)),
      time: (iso: string) => time.format(new Date(iso)),
      /** "today 14:05", "20 Nov 2026 14:05". */
      dateTime: (iso: string, now?: Date) => `${day(iso, now)} ${time.format(new Date(iso))}`,
      /** With the weekday, the seconds and the zone, for a title. */
      exact: (iso: string) => long.format(new Date(iso)),
      count: (n: number) => count.format(n),
    };
  }, [i18n.locale, t]);
}
