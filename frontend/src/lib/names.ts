import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { localeFor } from './format';

/** What a language calls days and months, and how it lists. Each is made when it is first needed. */
function namesIn(language: string) {
  // Noon is on the same day in every zone, and there on each.
  const lazy = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | undefined;
    return (day: string) =>
      (made ??= new Intl.DateTimeFormat(localeFor(language), options)).format(new Date(`${day}T12:00`));
  };
  const monthOf = lazy({ month: 'long', year: 'numeric' });
  let listed: Intl.ListFormat | undefined;
  return {
    /** "January 2026" for 2026-01. */
    month: (month: string) => monthOf(`${month}-01`),
    /** "Monday", of a day such as 2026-01-05. */
    weekday: lazy({ weekday: 'long' }),
    /** "Mon", of a day such as 2026-01-05. */
    shortWeekday: lazy({ weekday: 'short' }),
    /** "A, B, and C". */
    list: (words: readonly string[]) => (listed ??= new Intl.ListFormat(language)).format(words),
  };
}

const known = new Map<string, ReturnType<typeof namesIn>>();

/** The names of days and months, and lists, in the viewer's language. */
export function useNames() {
  const { i18n } = useLingui();
  return useMemo(() => {
    let names = known.get(i18n.locale);
    if (!names) known.set(i18n.locale, (names = namesIn(i18n.locale)));
    return names;
  }, [i18n.locale]);
}
