import { broken, Failure, offline } from '@/lib/failure';

/** Asks what the unsubscribe link in the address says, or says what its holder chose. No cookie goes along. */
export async function choice(subscribed?: boolean): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch(location.pathname, {
      method: subscribed === undefined ? 'GET' : 'POST',
      credentials: 'omit',
      headers: { Accept: 'application/json' },
      body: subscribed === undefined ? undefined : new URLSearchParams({ subscribed: String(subscribed) }),
    });
  } catch {
    throw offline();
  }
  const body = (await response.json().catch(() => null)) as {
    subscribed?: boolean;
    errors?: { message: string; extensions?: { code?: string } }[];
  } | null;
  if (typeof body?.subscribed === 'boolean') return body.subscribed;
  const refusal = body?.errors?.[0];
  throw refusal ? new Failure('refused', refusal.message, refusal.extensions?.code) : broken();
}
