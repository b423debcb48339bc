import { graphql } from '@/gen';

/** What the shell needs before anything else. */
export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      user {
        id
        firstName
        lastName
        email
      }
      permissions
      reach
      grantableRoles {
        id
        name
      }
      managedGroups {
        id
      }
      features {
        name
        enabled
        reason
      }
    }
  }
`);

/** Ends the session. */
export const SignOut = graphql(`
  mutation SignOut {
    signOut {
      userErrors {
        message
      }
    }
  }
`);
