import { graphql } from '@/gen';
import type { PeopleQueryVariables } from '@/gen/graphql';
import { fullName } from '@/lib/format';
import { useFound } from '@/parts/search/useFound';
import type { Option } from '@/ui';

const PeopleQuery = graphql(`
  query People($search: String, $accountState: [AccountState!]) {
    users(first: 20, filter: { search: $search, accountState: $accountState }) {
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

/** Users to choose from, found while typing; those with certain accounts alone, if that is said. */
export function usePeople(
  text: string,
  filter: Pick<PeopleQueryVariables, 'accountState'> = {},
): { options: Option[]; isLoading: boolean } {
  const { data, isLoading } = useFound(PeopleQuery, text, filter);
  const options = (data?.users.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: fullName(node),
    description: node.email,
  }));
  return { options, isLoading };
}
