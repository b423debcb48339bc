import type { TypedDocumentString } from '@/gen/graphql';
import { useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';

/** What a query finds while somebody types; all of it while nothing is typed. It is on its way as long as `isLoading`. */
export function useFound<Data, Variables extends { search?: string | null }>(
  document: TypedDocumentString<Data, Variables>,
  text: string,
  variables: Omit<Variables, 'search'>,
): { data: Data | undefined; isLoading: boolean } {
  const wanted = text.trim();
  const search = useSettled(wanted);
  const all = { ...variables, search: search || null } as Variables;
  const { data, isLoading, isStale } = useQuery(document, all);
  return { data, isLoading: isLoading || isStale || search !== wanted };
}
