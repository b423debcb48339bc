import { graphql } from '@/gen';
import type { CustomerPageQuery } from '@/gen/graphql';

export const CustomerQuery = graphql(`
  query CustomerPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on Company {
        id
        version
        name
        emailDomain
        phone
        address
        userCount
        contracts {
          id
          version
          number
          name
          startsOn
          endsOn
        }
        administrators(first: 20) {
          edges {
            node {
              id
              firstName
              lastName
              email
            }
          }
          totalCount
        }
      }
    }
  }
`);

/** A company with all that its screen shows, but for its users. */
export type Company = Extract<CustomerPageQuery['node'], { __typename: 'Company' }>;

export type Contract = Company['contracts'][number];
