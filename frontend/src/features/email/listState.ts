import type { MessageState } from '@/gen/graphql';

/** Which deliveries the list shows; in the address as `?show`. */
export type Show = 'all' | 'unsent' | 'problems';

const states: Record<Show, MessageState[] | undefined> = {
  all: undefined,
  unsent: ['QUEUED', 'KEPT'],
  problems: ['BOUNCED', 'COMPLAINED', 'FAILED', 'UNKNOWN'],
};

/** Reads an address; what it does not know shows everything. */
export function parseShow(params: URLSearchParams): Show {
  const show = params.get('show');
  return show === 'unsent' || show === 'problems' ? show : 'all';
}

/** The query of the address, with its question mark; empty for everything. */
export const formatShow = (show: Show): string => (show === 'all' ? '' : `?show=${show}`);

/** What is asked for it. */
export const messageFilter = (show: Show) => ({ state: states[show] });
