import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/core';
import { failureFrom } from './failure';
import { leaveHub } from './navigation';
import { signInReturningTo } from './routes';
import { accept, endpoint } from './request';

/** The hub's GraphQL client: a document cache in front of POST /graphql, with the session's cookie. */
export function createClient(): Client {
  return new Client({
    url: endpoint,
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { Accept: accept } },
    exchanges: [
      mapExchange({
        onResult({ error }) {
          // The session ended: sign in again and come back here.
          if (failureFrom(error?.graphQLErrors)?.kind === 'unauthenticated') {
            leaveHub(signInReturningTo(location.pathname + location.search));
          }
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
