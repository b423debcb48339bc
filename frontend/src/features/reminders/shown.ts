import { routes } from '@/lib/routes';
import { isDay } from '@/lib/wall';
import { weeksOf } from './weeks';

/** What of the reminders is shown; all of it stands in the address. */
export interface Shown {
  view: 'agenda' | 'month' | 'done';
  whose: 'me' | 'all';
  /** The month, as `2026-11`; only in the month's view. Empty is the present one. */
  month: string;
  /** The chosen day, as `2026-11-22`. */
  day: string;
}

/** The months that a reminder can be in. */
const isMonth = (text: string) => /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/.test(text);

/** Reads an address; what makes no sense is as if it were not said, a day beside the shown month too. */
export function parseShown(params: URLSearchParams): Shown {
  const view = params.get('show');
  const month = params.get('month') ?? '';
  const day = params.get('day') ?? '';
  const shownMonth = isMonth(month) ? month : '';
  const isShown = isMonth(day.slice(0, 7)) && isDay(day) && (!shownMonth || weeksOf(shownMonth).flat().includes(day));
  return {
    view: view === 'month' || view === 'done' ? view : 'agenda',
    whose: params.get('for') === 'all' ? 'all' : 'me',
    month: shownMonth,
    day: isShown ? day : '',
  };
}

/** The address of what is shown. */
export function addressOf({ view, whose, month, day }: Shown): string {
  const params = new URLSearchParams();
  if (view !== 'agenda') params.set('show', view);
  if (whose !== 'me') params.set('for', whose);
  if (view === 'month' && month) params.set('month', month);
  if (view === 'month' && day) params.set('day', day);
  const search = params.toString();
  return search ? `${routes.reminders}?${search}` : routes.reminders;
}
