/** Where GraphQL is answered. */
export const endpoint = '/graphql';
/** What is understood of the answers. */
export const accept = 'application/graphql-response+json, application/json;q=0.9';
