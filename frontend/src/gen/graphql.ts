/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Permission =
  | 'ACCOUNTS_MANAGE'
  | 'ACTIVITIES_READ'
  | 'ACTIVITIES_WRITE'
  | 'API_CLIENTS_WRITE'
  | 'CHANGES_READ'
  | 'COMPANIES_READ'
  | 'COMPANIES_WRITE'
  | 'CONSENT_WRITE'
  | 'EXPORT'
  | 'GROUPS_WRITE'
  | 'IMPORT'
  | 'JOBS_WRITE'
  | 'MESSAGES_READ'
  | 'NOTES_READ'
  | 'REMINDERS_WRITE'
  | 'ROLES_WRITE'
  | 'SETTINGS_WRITE'
  | 'USERS_DELETE'
  | 'USERS_READ'
  | 'USERS_WRITE'
  | 'WEBHOOKS_WRITE';

export type Reach = 'ASSIGNED_COMPANIES' | 'EVERYTHING' | 'MANAGED_GROUPS';

export type PaletteQueryVariables = Exact<{
  search: string;
}>;

export type PaletteQuery = {
  users: { edges: Array<{ node: { id: string; firstName: string; lastName: string; email: string } }> };
};

export type ViewerQueryVariables = Exact<{ [key: string]: never }>;

export type ViewerQuery = {
  viewer: {
    permissions: Array<Permission>;
    reach: Reach;
    user: { id: string; firstName: string; lastName: string; email: string } | null;
    grantableRoles: Array<{ id: string; name: string }>;
  };
};

export type SignOutMutationVariables = Exact<{ [key: string]: never }>;

export type SignOutMutation = { signOut: { userErrors: Array<{ message: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const PaletteDocument = new TypedDocumentString(`
    query Palette($search: String!) {
  users(first: 6, filter: {search: $search}) {
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
    `) as unknown as TypedDocumentString<PaletteQuery, PaletteQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
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
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
