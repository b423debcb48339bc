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
  '\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n': typeof types.PaletteDocument;
  '\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n    }\n  }\n': typeof types.ViewerDocument;
  '\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n': typeof types.SignOutDocument;
};
const documents: Documents = {
  '\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n':
    types.PaletteDocument,
  '\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n    }\n  }\n':
    types.ViewerDocument,
  '\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n':
    types.SignOutDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n',
): typeof import('./graphql').PaletteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n    }\n  }\n',
): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(
  source: '\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n',
): typeof import('./graphql').SignOutDocument;

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
