import { type AnyVariables, type Client, createRequest } from 'urql';
import type { TypedDocumentString } from '@/gen/graphql';

const asked = new Set<number>();

const keyOf = (text: string, variables: AnyVariables) => createRequest(text, variables).key;

/** Asks for the first page of a list before whatever shows it is there; `usePages` then takes that answer. Settles when it came. */
export function askEarly<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<unknown> {
  const text = document.toString();
  asked.add(keyOf(text, variables));
  return client.query(text, variables).toPromise();
}

/** Whether just this was asked for early; only the first time, since an answer gets old. */
export const wasAskedEarly = (text: string, variables: AnyVariables): boolean => asked.delete(keyOf(text, variables));
