import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answerAhead, askAhead } from '@/lib/ahead';
import { watchedFetch } from '@/lib/connection';
import { UsersQuery } from './usersQuery';

const variables = { filter: { search: 'anna' }, first: 50, after: null } as never;

describe('what is asked ahead', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is what the client would ask, which takes the answer, once', async () => {
    const sent: { query: string; operationName: string; variables: unknown }[] = [];
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      sent.push(JSON.parse(init.body as string) as (typeof sent)[number]);
      return Promise.resolve(
        new Response('{"data":{"users":null}}', { headers: { 'Content-Type': 'application/json' } }),
      );
    });
    const client = new Client({
      url: '/graphql',
      preferGetMethod: false,
      fetch: watchedFetch,
      exchanges: [cacheExchange, fetchExchange],
    });
    const ask = () => client.query(UsersQuery.toString(), variables, { requestPolicy: 'network-only' }).toPromise();

    askAhead(UsersQuery, variables);
    expect((await ask()).data).toEqual({ users: null });
    expect(sent).toHaveLength(1);

    await ask();
    expect(sent).toHaveLength(2);
    const words = ({ query }: { query: string }) => query.match(/[^\s,{}]+/g)!.sort();
    expect(words(sent[0]!)).toEqual(words(sent[1]!));
    expect(sent[0]!.operationName).toBe(sent[1]!.operationName);
    expect(sent[0]!.variables).toEqual(sent[1]!.variables);
  });

  it('says nothing to other requests, nor to what is no request', () => {
    expect(answerAhead('{"operationName":"Other","variables":{}}')).toBeUndefined();
    expect(answerAhead(undefined)).toBeUndefined();
  });
});
