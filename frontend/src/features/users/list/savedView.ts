import { graphql } from '@/gen';
import type { SavedViewsQuery } from '@/gen/graphql';
import { routes } from '@/lib/routes';
import { formatList, type ListState, parseList } from '../listState';

export const SavedViews = graphql(`
  query SavedViews {
    savedViews {
      id
      name
      query
      shared
      isOwn
    }
  }
`);

export type SavedView = SavedViewsQuery['savedViews'][number];

/** What of the list a view keeps: its filters and its order, as the query of an address without the question mark. */
export const viewQuery = (state: ListState): string => formatList({ ...state, view: '', peek: '' }).slice(1);

/** Where a view is shown. */
export const viewHref = ({ id, query }: Pick<SavedView, 'id' | 'query'>): string =>
  routes.users + formatList({ ...parseList(new URLSearchParams(query)), view: id, peek: '' });

/** Says whether the list shows something else by now than what was saved. */
export const hasChanged = ({ query }: Pick<SavedView, 'query'>, state: ListState): boolean =>
  viewQuery(parseList(new URLSearchParams(query))) !== viewQuery(state);
