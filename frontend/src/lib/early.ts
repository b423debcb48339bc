import { type AnyVariables, type Client, createRequest } from 'urql';
import type { TypedDocumentString } from '@/gen/graphql';

/** How many rows a page has, unless a list says otherwise. */
export const usualPageSize = 50;

const asked = new Set<number>();

const keyOf = (text: string, variables: AnyVariables) => createRequest(text, variables).key;

/** Asks for the first page of a list before whatever shows it is there; `usePages` then takes that answer. */
export function askEarly<Data, Variables>(
  client: Client,
  document: TypedDocumentString<Data, Variables>,
  variables: AnyVariables,
): void {
  const [text, all] = [document.toString(), { ...variables, first: usualPageSize, after: null }];
  asked.add(keyOf(text, all));
  void client.query(text, all).toPromise();
}

/** Whether just this was asked for early; only the first time, since an answer gets old. */
export const wasAskedEarly = (text: string, variables: AnyVariables): boolean => asked.delete(keyOf(text, variables));
