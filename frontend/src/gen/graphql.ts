/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Why nothing was saved. Each code has one meaning, wherever it appears. */
export type ErrorCode =
  | 'ACCOUNT_EXISTS'
  | 'BAD_CODE'
  | 'BAD_CREDENTIALS'
  | 'BAD_FILE'
  | 'CONFLICT'
  | 'CONTRACT_NOT_OF_COMPANY'
  | 'EMAIL_IS_STATIC'
  | 'FEATURE_DISABLED'
  | 'FORBIDDEN'
  | 'GLOBAL_ADMIN_NEEDS_DEFAULT_GROUP'
  | 'GROUP_MANAGER_NEEDS_CUSTOM_GROUP'
  | 'HEADINGS_CHANGED'
  | 'INVALID'
  | 'LAST_GLOBAL_ADMIN'
  | 'LEADING_OR_TRAILING_SPACE'
  | 'LINK_EXPIRED'
  | 'LINK_REPLACED'
  | 'LINK_UNKNOWN'
  | 'LINK_USED'
  | 'NO_ACCOUNT'
  | 'NO_EMAIL'
  | 'PASSWORD_TOO_COMMON'
  | 'PASSWORD_TOO_SHORT'
  | 'REQUIRED'
  | 'ROLE_NOT_GRANTABLE'
  | 'TAKEN'
  | 'TOO_MANY_ATTEMPTS'
  | 'UNKNOWN'
  | 'WARNINGS';

export type LinkState =
  | 'EXPIRED'
  | 'REPLACED'
  | 'UNKNOWN'
  | 'USED'
  | 'VALID';

export type MessageKind =
  | 'EMAIL_CODE'
  | 'INVITATION'
  | 'NOTICE'
  | 'PASSWORD_RESET'
  | 'REMINDER'
  | 'SECURITY_ALERT'
  | 'SIGNUP_CONFIRMATION';

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

export type Reach =
  | 'ASSIGNED_COMPANIES'
  | 'EVERYTHING'
  | 'MANAGED_GROUPS';

export type RenewLinkInput = {
  token: string;
};

export type RequestPasswordResetInput = {
  login: string;
};

export type SetPasswordInput = {
  /** 8 to 128 characters; no spaces at its ends; not a common one. */
  password: string;
  token: string;
};

export type SetUpInput = {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
  token: string;
};

export type SignInInput = {
  /** A login name or an account email. */
  login: string;
  password: string;
};

export type SignInStep =
  | 'CHANGE_PASSWORD'
  | 'DONE'
  | 'ENROL_FACTOR'
  | 'VERIFY_FACTOR';

export type WarningCode =
  | 'EMAIL_BOUNCED_BEFORE'
  | 'EMAIL_DOMAIN_UNLIKE_COMPANY'
  | 'PHONE_UNPARSEABLE'
  | 'PRIVILEGED_WITHOUT_FACTOR'
  | 'SAME_NAME_IN_COMPANY';

export type PaletteQueryVariables = Exact<{
  search: string;
}>;


export type PaletteQuery = { users: { edges: Array<{ node: { id: string, firstName: string, lastName: string, email: string } }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { permissions: Array<Permission>, reach: Reach, user: { id: string, firstName: string, lastName: string, email: string } | null, grantableRoles: Array<{ id: string, name: string }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { userErrors: Array<{ message: string }> } };

export type ForgotPageMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type ForgotPageMutation = { requestPasswordReset: { accepted: boolean, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type LinkExpiredPageMutationVariables = Exact<{
  input: RenewLinkInput;
}>;


export type LinkExpiredPageMutation = { renewLink: { accepted: boolean, userErrors: Array<{ message: string }> } };

export type MePageQueryVariables = Exact<{ [key: string]: never; }>;


export type MePageQuery = { viewer: { permissions: Array<Permission>, user: { firstName: string, lastName: string, email: string } | null } };

export type MePageSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type MePageSignOutMutation = { signOut: { userErrors: Array<{ message: string }> } };

export type SetPasswordFormMutationVariables = Exact<{
  input: SetPasswordInput;
}>;


export type SetPasswordFormMutation = { setPassword: { nextStep: SignInStep | null, viewer: { permissions: Array<Permission> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type SetPasswordPageQueryVariables = Exact<{
  token: string;
}>;


export type SetPasswordPageQuery = { link: { state: LinkState, kind: MessageKind | null } };

export type SetUpPageMutationVariables = Exact<{
  input: SetUpInput;
}>;


export type SetUpPageMutation = { setUp: { nextStep: SignInStep | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

export type SignInPageMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInPageMutation = { signIn: { nextStep: SignInStep | null, viewer: { permissions: Array<Permission> } | null, userErrors: Array<{ code: ErrorCode, field: Array<string> | null, message: string }>, warnings: Array<{ code: WarningCode, message: string }> } };

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
export const ForgotPageDocument = new TypedDocumentString(`
    mutation ForgotPage($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    accepted
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
    `) as unknown as TypedDocumentString<ForgotPageMutation, ForgotPageMutationVariables>;
export const LinkExpiredPageDocument = new TypedDocumentString(`
    mutation LinkExpiredPage($input: RenewLinkInput!) {
  renewLink(input: $input) {
    accepted
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<LinkExpiredPageMutation, LinkExpiredPageMutationVariables>;
export const MePageDocument = new TypedDocumentString(`
    query MePage {
  viewer {
    user {
      firstName
      lastName
      email
    }
    permissions
  }
}
    `) as unknown as TypedDocumentString<MePageQuery, MePageQueryVariables>;
export const MePageSignOutDocument = new TypedDocumentString(`
    mutation MePageSignOut {
  signOut {
    userErrors {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MePageSignOutMutation, MePageSignOutMutationVariables>;
export const SetPasswordFormDocument = new TypedDocumentString(`
    mutation SetPasswordForm($input: SetPasswordInput!) {
  setPassword(input: $input) {
    viewer {
      permissions
    }
    nextStep
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
    `) as unknown as TypedDocumentString<SetPasswordFormMutation, SetPasswordFormMutationVariables>;
export const SetPasswordPageDocument = new TypedDocumentString(`
    query SetPasswordPage($token: String!) {
  link(token: $token) {
    state
    kind
  }
}
    `) as unknown as TypedDocumentString<SetPasswordPageQuery, SetPasswordPageQueryVariables>;
export const SetUpPageDocument = new TypedDocumentString(`
    mutation SetUpPage($input: SetUpInput!) {
  setUp(input: $input) {
    nextStep
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
    `) as unknown as TypedDocumentString<SetUpPageMutation, SetUpPageMutationVariables>;
export const SignInPageDocument = new TypedDocumentString(`
    mutation SignInPage($input: SignInInput!) {
  signIn(input: $input) {
    viewer {
      permissions
    }
    nextStep
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
    `) as unknown as TypedDocumentString<SignInPageMutation, SignInPageMutationVariables>;