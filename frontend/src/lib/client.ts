import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange, type Operation } from '@urql/core';
import { watchedFetch } from './connection';
import { accept, endpoint } from './endpoint';
import { failureFrom } from './failure';
import { leaveHub } from './navigation';
import { signInReturningTo } from './routes';

/** The queries that something on the screen shows. */
const shown = new Map<number, Operation>();

/** The hub's GraphQL client: a document cache in front of POST /graphql, with the session's cookie. */
export function createClient(): Client {
  return new Client({
    url: endpoint,
    preferGetMethod: false,
    fetch: watchedFetch,
    fetchOptions: { credentials: 'same-origin', headers: { Accept: accept } },
    exchanges: [
      mapExchange({
        onOperation(operation) {
          if (operation.kind === 'query') shown.set(operation.key, operation);
          if (operation.kind === 'teardown') shown.delete(operation.key);
        },
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

/** Asks again for everything that is on the screen. */
export function refreshAll(client: Client): void {
  for (const operation of shown.values()) {
    client.reexecuteOperation(
      makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }),
    );
  }
}
