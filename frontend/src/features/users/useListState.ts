import { useCallback, useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { routes } from '@/lib/routes';
import { rememberList } from './lastList';
import { formatList, type ListState, parseList } from './listState';

/** The list's state, which is in the address, and how to change it. */
export function useListState() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const state = parseList(params);
  const query = formatList(state);
  useEffect(() => rememberList(query), [query]);
  const change = useCallback(
    (next: Partial<ListState>) => {
      const to = formatList({ ...parseList(new URLSearchParams(location.search)), ...next });
      void navigate({ pathname: routes.users, search: to }, { replace: true });
    },
    [navigate],
  );
  return [state, change] as const;
}
