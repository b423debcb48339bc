import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';

const NamesQuery = graphql(`
  query FilterNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Role {
        id
        name
      }
      ... on Group {
        id
        name
      }
      ... on Company {
        id
        name
      }
    }
  }
`);

/** Names that came with the choices of an editor; they need not be asked for again. */
const known = new Map<string, string>();

/** Keeps the names of what can be chosen. */
export function keepNames(options: readonly { id: string; name: string }[]): void {
  for (const { id, name } of options) known.set(id, name);
}

/**
 * What roles, groups and companies are called, by their ids: undefined while that is on its way, null for what does not
 * exist or may not be seen.
 */
export function useNames(ids: readonly string[]): (id: string) => string | null | undefined {
  const missing = ids.filter((id) => !known.has(id)).sort();
  const { data, failure, isStale } = useQuery(NamesQuery, { ids: missing }, { isPaused: missing.length === 0 });
  const found = new Map(data?.nodes.flatMap((node) => (node && 'name' in node ? [[node.id, node.name] as const] : [])));
  return (id) => known.get(id) ?? found.get(id) ?? ((data && !isStale) || failure ? null : undefined);
}
