import type { TypedDocumentString } from '@/gen/graphql';
import { accept, endpoint } from './endpoint';
import { broken, Failure } from './failure';
import { fetchBody } from './post';

/**
 * Sends one operation and returns its data; throws a Failure otherwise. Needs no client and no cache, so the small
 * pages for everyone use it. A mutation carries an Idempotency-Key: pass the same one to repeat an unanswered request.
 * `more` are further headers.
 */
export async function request<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  idempotencyKey: string = crypto.randomUUID(),
  more: Record<string, string> = {},
): Promise<Data> {
  const query = document.toString();
  const headers: Record<string, string> = { 'Content-Type': 'application/json', Accept: accept, ...more };
  if (/^\s*mutation\b/.test(query)) headers['Idempotency-Key'] = idempotencyKey;

  const { body, response } = await fetchBody<{ data?: Data | null }>(endpoint, {
    method: 'POST',
    credentials: 'same-origin',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  if (!body?.data) throw response.status === 401 ? new Failure('unauthenticated', '', 'UNAUTHENTICATED') : broken();
  return body.data;
}
