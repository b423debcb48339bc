import { broken, type Failure, failureFrom, offline } from './failure';

interface Body {
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** Fetches JSON of the hub's: its body, null where it is none. Throws the Failure that it names, or that no answer came. */
export async function fetchBody<Answer>(
  path: string,
  init: RequestInit,
): Promise<{ body: (Answer & Body) | null; response: Response }> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw offline();
  }
  const body = (await response.json().catch(() => null)) as (Answer & Body) | null;
  const failure: Failure | undefined = failureFrom(body?.errors);
  if (failure) throw failure;
  return { body, response };
}

/** Asks, or tells, one of the hub's doors beside GraphQL as another site would: no cookie goes along. */
export async function post<Answer>(path: string, { headers, ...init }: RequestInit = {}): Promise<Answer> {
  const all = { Accept: 'application/json', ...headers };
  const { body, response } = await fetchBody<Answer>(path, { credentials: 'omit', ...init, headers: all });
  if (!body || !response.ok) throw broken();
  return body;
}
