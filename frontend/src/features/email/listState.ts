import type { MessageState } from '@/gen/graphql';

/** Which deliveries the list shows; in the address as `?show`. */
export type Show = 'all' | 'unsent' | 'problems';

const states: Record<Show, MessageState[] | undefined> = {
  all: undefined,
  unsent: ['QUEUED', 'KEPT'],
  problems: ['BOUNCED', 'COMPLAINED', 'FAILED', 'UNKNOWN'],
};

/** What the list shows: which deliveries, and of them those that hold what was typed. */
export interface ListState {
  show: Show;
  q: string;
}

/** The longest text that the server searches for, in characters. */
const longest = 200;

/** Reads an address; what it does not know shows everything. */
export function parseList(params: URLSearchParams): ListState {
  const show = params.get('show');
  const q = [...(params.get('q') ?? '').trim()].slice(0, longest).join('');
  return { show: show === 'unsent' || show === 'problems' ? show : 'all', q };
}

/** The query of the address, with its question mark; empty for everything. */
export function formatList({ show, q }: ListState): string {
  const params = new URLSearchParams();
  if (q) params.set('q', q);
  if (show !== 'all') params.set('show', show);
  return params.size > 0 ? `?${params}` : '';
}

/** What is asked for it. */
export const messageFilter = ({ show, q }: ListState) => ({ state: states[show], search: q || undefined });
