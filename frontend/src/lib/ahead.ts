import type { TypedDocumentString } from '@/gen/graphql';
import { accept, endpoint } from './endpoint';

const underWay = new Map<string, Promise<Response>>();

/** The same for the same variables, in whichever order: the client sorts them. */
const keyOf = (name: string, variables: unknown) =>
  name +
  JSON.stringify(variables, (_, value: unknown) =>
    value && !Array.isArray(value) && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );

/** As the client asks: with the type of all that is found. Only for documents whose braces are all selections. */
const withTypes = (text: string) => text.replace(/(?<=\{[^]*)\{/g, '{ __typename ');

/**
 * Sends a query while the application is still being loaded. Needs nothing of it, so that it can be the first thing that
 * a page does; the client then takes the answer instead of asking.
 */
export function askAhead<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): void {
  const query = withTypes(document.toString());
  const operationName = /^\s*query (\w+)/.exec(query)?.[1] ?? '';
  const answer = fetch(endpoint, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify({ operationName, query, variables }),
  });
  // Whoever takes it learns of the failure.
  answer.catch(() => undefined);
  underWay.set(keyOf(operationName, variables), answer);
}

/** The answer to what a request asks, if that was asked ahead; only the first time, since an answer gets old. */
export function answerAhead(body: unknown): Promise<Response> | undefined {
  if (underWay.size === 0 || typeof body !== 'string') return undefined;
  const { operationName, variables } = JSON.parse(body) as { operationName?: string; variables?: unknown };
  const key = keyOf(operationName ?? '', variables ?? {});
  const answer = underWay.get(key);
  underWay.delete(key);
  return answer;
}
