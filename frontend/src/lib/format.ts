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
export const localeFor = (language: string) => (language === 'en' ? 'en-GB' : language);

/** How times and numbers are said in one language. Each is made when it is first needed: a browser takes milliseconds. */
function formatters(language: string) {
  const locale = localeFor(language);
  const lazy = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | undefined;
    return (iso: string) => (made ??= new Intl.DateTimeFormat(locale, options)).format(new Date(iso));
  };
  let counted: Intl.NumberFormat | undefined;
  return {
    date: lazy({ day: 'numeric', month: 'short', year: 'numeric' }),
    time: lazy({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    /** With the weekday, the seconds and the zone, for a title. */
    exact: lazy({ dateStyle: 'full', timeStyle: 'long' }),
    count: (n: number) => (counted ??= new Intl.NumberFormat(language)).format(n),
  };
}

const made = new Map<string, ReturnType<typeof formatters>>();

/** The same for all of a language. */
function formattersOf(language: string) {
  let known = made.get(language);
  if (!known) made.set(language, (known = formatters(language)));
  return known;
}

/** How times and numbers are said in the viewer's language and time zone. Times come as RFC 3339. */
export function useFormat() {
  const { i18n, t } = useLingui();
  return useMemo(() => {
    const { date, time, exact, count } = formattersOf(i18n.locale);

    /** "today", "yesterday", "tomorrow", else the date. */
    const day = (iso: string, now = new Date()) => {
      const distance = dayNumber(new Date(iso)) - dayNumber(now);
      if (distance === 0) return t`today`;
      if (distance === -1) return t`yesterday`;
      if (distance === 1) return t`tomorrow`;
      return date(iso);
    };
    return {
      day,
      date,
      /** A day that is the same in every zone, as 2026-01-31. */
      calendarDay: (day: string) => date(`${day}T00:00`),
      time,
      /** "today 14:05", "20 Nov 2026 14:05". */
      dateTime: (iso: string, now?: Date) => `${day(iso, now)} ${time(iso)}`,
      exact,
      count,
    };
  }, [i18n.locale, t]);
}
