import { routes } from '@/lib/routes';

/** What of the reminders is shown; all of it stands in the address. */
export interface Shown {
  view: 'agenda' | 'month' | 'done';
  whose: 'me' | 'all';
  /** The month, as `2026-11`; only in the month's view. Empty is the present one. */
  month: string;
  /** The chosen day, as `2026-11-22`. */
  day: string;
}

/** Reads an address; what makes no sense is as if it were not said. */
export function parseShown(params: URLSearchParams): Shown {
  const view = params.get('show');
  const month = params.get('month') ?? '';
  const day = params.get('day') ?? '';
  return {
    view: view === 'month' || view === 'done' ? view : 'agenda',
    whose: params.get('for') === 'all' ? 'all' : 'me',
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : '',
    day: /^\d{4}-\d\d-\d\d$/.test(day) ? day : '',
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
