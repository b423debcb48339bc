import { weekdayOf } from '@/lib/wall';

/** How often something comes, as a form offers it. `kept` is a rule that the form has no word for. */
export type Repeat =
  'never' | 'daily' | 'weekdays' | 'weekly' | 'fortnightly' | 'monthly' | 'monthEnd' | 'yearly' | 'kept';

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const weekdays = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';

/** Whether a day is the last of its month. */
function isMonthEnd(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
}

/** The rule of a choice for a first day; '' for once. */
export function ruleOf(repeat: Repeat, date: string, kept = ''): string {
  const day = days[weekdayOf(date)]!;
  switch (repeat) {
    case 'never':
      return '';
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekdays':
      return weekdays;
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${day}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`;
    case 'monthly':
      return `FREQ=MONTHLY;BYMONTHDAY=${Number(date.slice(8))}`;
    case 'monthEnd':
      return 'FREQ=MONTHLY;BYMONTHDAY=-1';
    case 'yearly':
      return 'FREQ=YEARLY';
    case 'kept':
      return kept;
  }
}

const choices: readonly Repeat[] = ['daily', 'weekdays', 'weekly', 'fortnightly', 'monthly', 'monthEnd', 'yearly'];

/** The choice that a rule is, for the day on which it stands. */
export function repeatOf(rule: string | null | undefined, date: string): Repeat {
  if (!rule) return 'never';
  return choices.find((choice) => ruleOf(choice, date) === rule) ?? 'kept';
}

/** The choices for a first day. */
export const repeatsFor = (date: string, isKept: boolean): Repeat[] => [
  'never',
  ...choices.filter((choice) => choice !== 'monthEnd' || isMonthEnd(date)),
  ...(isKept ? (['kept'] as const) : []),
];

/** A rule as words need it. */
export interface Parts {
  every: 'day' | 'week' | 'month' | 'year';
  interval: number;
  /** Days of the week, 0 for Monday; only where the rule names days and nothing else. */
  days: number[];
  /** The day of the month, -1 for the last; only where the rule names one. */
  monthDay?: number;
  count?: number;
  /** The last moment, as RFC 3339. */
  until?: string;
}

const periods = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;

/** The parts of a rule; undefined for one that takes more words than these. */
export function partsOf(rule: string): Parts | undefined {
  const said = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const every = periods[said.get('FREQ') as keyof typeof periods];
  const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST'];
  if (every === 'week') known.push('BYDAY');
  if (every === 'month') known.push('BYMONTHDAY');
  if (!every || [...said.keys()].some((name) => !known.includes(name))) return undefined;
  const monthDay = said.get('BYMONTHDAY');
  if (monthDay?.includes(',')) return undefined;
  const until = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(said.get('UNTIL') ?? '');
  return {
    every,
    interval: Number(said.get('INTERVAL') ?? 1),
    days: (said.get('BYDAY')?.split(',') ?? []).map((day) => days.indexOf(day as (typeof days)[number])),
    monthDay: monthDay ? Number(monthDay) : undefined,
    count: said.has('COUNT') ? Number(said.get('COUNT')) : undefined,
    until: until ? `${until.slice(1, 4).join('-')}T${until.slice(4).join(':')}Z` : undefined,
  };
}
