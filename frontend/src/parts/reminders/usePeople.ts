import { graphql } from '@/gen';
import { fullName } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import type { Option } from '@/ui';

const PeopleQuery = graphql(`
  query PeopleToRemind($search: String) {
    users(first: 20, filter: { search: $search }) {
      edges {
        node {
          id
          firstName
          lastName
          email
        }
      }
    }
  }
`);

/** Users to choose from, found while typing. */
export function usePeople(text: string): { options: Option[]; isLoading: boolean } {
  const search = useSettled(text.trim());
  const { data, isLoading, isStale } = useQuery(PeopleQuery, { search: search || null });
  const options = (data?.users.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: fullName(node),
    description: node.email,
  }));
  return { options, isLoading: isLoading || isStale || search !== text.trim() };
}
