import type { TypedDocumentString } from '@/gen/graphql';
import { accept, endpoint } from './endpoint';
import { broken, Failure, failureFrom, offline } from './failure';

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

  let response: Response;
  try {
    response = await fetch(endpoint, {
      method: 'POST',
      credentials: 'same-origin',
      headers,
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw offline();
  }
  const body = (await response.json().catch(() => null)) as {
    data?: Data | null;
    errors?: { message: string; extensions?: Record<string, unknown> }[];
  } | null;
  const failure = failureFrom(body?.errors);
  if (failure) throw failure;
  if (!body?.data) throw response.status === 401 ? new Failure('unauthenticated', '', 'UNAUTHENTICATED') : broken();
  return body.data;
}
