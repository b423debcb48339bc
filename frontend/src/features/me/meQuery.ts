import { graphql } from '@/gen';
import type { MePageQuery } from '@/gen/graphql';

export const MeQuery = graphql(`
  query MePage {
    viewer {
      user {
        id
        version
        email
        firstName
        lastName
        cellPhone
        officePhone
        locale
        timeZone
        emailSubscribed
        emailSubscriptionChangedAt
        account {
          email
          loginName
          factorProvider
          requiredFactor
          passkeys {
            id
            name
            createdAt
            lastUsedAt
          }
          sessions {
            id
            lastSeenAt
            ip
            userAgent
            current
          }
        }
      }
      emailLocales
      permissions
      managedGroups {
        id
      }
    }
  }
`);

export const UpdateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      user {
        id
        version
      }
      userErrors {
        code
        field
        message
      }
      warnings {
        code
        message
      }
    }
  }
`);

/** What people see of themselves. */
export type Me = NonNullable<MePageQuery['viewer']['user']>;
export type MyAccount = NonNullable<Me['account']>;

/** What each section gets: who it is about, and how to read it anew after a change. */
export interface Section {
  me: Me;
  refresh: () => Promise<void>;
}
