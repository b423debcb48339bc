import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { routes } from '@/lib/routes';
import { rememberList } from './lastList';
import { formatList, type ListState, parseList } from './listState';

/** What a history entry says of itself: that its panel was opened from the entry before. */
interface Came {
  isPeek?: boolean;
}

/**
 * The list's state, which is in the address, and how to change it. Back leads to what was before each choice; typing
 * (`replace`) makes no steps of its own.
 */
export function useListState() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { isPeek } = (useLocation().state ?? {}) as Came;
  const state = parseList(params);
  const query = formatList({ ...state, peek: '' });
  useEffect(() => rememberList(query), [query]);
  const change = useCallback(
    (next: Partial<ListState>, { replace, ...came }: { replace?: boolean } & Came = {}) => {
      const to = formatList({ ...parseList(new URLSearchParams(location.search)), ...next });
      void navigate({ pathname: routes.users, search: to }, { replace, state: came });
    },
    [navigate],
  );
  /** Opens the panel of somebody, takes it on to another, or closes it. */
  const peek = (id: string) => {
    if (id) change({ peek: id }, { replace: !!state.peek, isPeek: !state.peek || isPeek });
    else if (isPeek) void navigate(-1);
    else change({ peek: '' }, { replace: true });
  };
  return { state, change, peek };
}
