/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n": typeof types.PaletteDocument,
    "\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation ForgotPage($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ForgotPageDocument,
    "\n  mutation LinkExpiredPage($input: RenewLinkInput!) {\n    renewLink(input: $input) {\n      accepted\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.LinkExpiredPageDocument,
    "\n  query MePage {\n    viewer {\n      user {\n        firstName\n        lastName\n        email\n      }\n      permissions\n    }\n  }\n": typeof types.MePageDocument,
    "\n  mutation MePageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.MePageSignOutDocument,
    "\n  mutation SetPasswordForm($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      viewer {\n        permissions\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SetPasswordFormDocument,
    "\n  query SetPasswordPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n": typeof types.SetPasswordPageDocument,
    "\n  mutation SetUpPage($input: SetUpInput!) {\n    setUp(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SetUpPageDocument,
    "\n  mutation SignInPage($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        permissions\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SignInPageDocument,
};
const documents: Documents = {
    "\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n": types.PaletteDocument,
    "\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation ForgotPage($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.ForgotPageDocument,
    "\n  mutation LinkExpiredPage($input: RenewLinkInput!) {\n    renewLink(input: $input) {\n      accepted\n      userErrors {\n        message\n      }\n    }\n  }\n": types.LinkExpiredPageDocument,
    "\n  query MePage {\n    viewer {\n      user {\n        firstName\n        lastName\n        email\n      }\n      permissions\n    }\n  }\n": types.MePageDocument,
    "\n  mutation MePageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.MePageSignOutDocument,
    "\n  mutation SetPasswordForm($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      viewer {\n        permissions\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SetPasswordFormDocument,
    "\n  query SetPasswordPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n": types.SetPasswordPageDocument,
    "\n  mutation SetUpPage($input: SetUpInput!) {\n    setUp(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SetUpPageDocument,
    "\n  mutation SignInPage($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        permissions\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SignInPageDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').PaletteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForgotPage($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ForgotPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkExpiredPage($input: RenewLinkInput!) {\n    renewLink(input: $input) {\n      accepted\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').LinkExpiredPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MePage {\n    viewer {\n      user {\n        firstName\n        lastName\n        email\n      }\n      permissions\n    }\n  }\n"): typeof import('./graphql').MePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MePageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').MePageSignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPasswordForm($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      viewer {\n        permissions\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SetPasswordFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetPasswordPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n"): typeof import('./graphql').SetPasswordPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUpPage($input: SetUpInput!) {\n    setUp(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SetUpPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInPage($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        permissions\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignInPageDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
