import { post } from '@/lib/post';

/** Asks what the unsubscribe link in the address says, or says what its holder chose. No cookie goes along. */
export async function choice(subscribed?: boolean): Promise<boolean> {
  const chosen = { method: 'POST', body: new URLSearchParams({ subscribed: String(subscribed) }) };
  const answer = await post<{ subscribed: boolean }>(location.pathname, subscribed === undefined ? {} : chosen);
  return answer.subscribed;
}
