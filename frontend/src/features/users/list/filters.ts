import type { Permission } from '@/gen/graphql';
import type { ListState } from '../listState';
import { isOnTab } from './fixedViews';

/** What the list can be filtered by, in the order of the menu and of the chips. */
export const filterKeys = ['status', 'role', 'group', 'company', 'state', 'consent', 'signedIn', 'created'] as const;
export type FilterKey = (typeof filterKeys)[number];

/** A list without filters, by filter. */
export const none: Pick<ListState, FilterKey> = {
  status: 'all',
  role: [],
  group: [],
  company: [],
  state: [],
  consent: '',
  signedIn: '',
  created: '',
};

/** Says whether a filter leaves anything out. */
export const isOn = (state: ListState, key: FilterKey): boolean => state[key].toString() !== none[key].toString();

/** The filters that are shown as chips: those that are on, less what the tab says already. */
export function chipsOf(state: ListState): FilterKey[] {
  const isSaid = isOnTab(state);
  return filterKeys.filter((key) => isOn(state, key) && !(isSaid && (key === 'status' || key === 'state')));
}

/** The filters that a viewer may use. */
export const offered = (can: (permission: Permission) => boolean): FilterKey[] =>
  filterKeys.filter((key) => key !== 'company' || can('COMPANIES_READ'));
