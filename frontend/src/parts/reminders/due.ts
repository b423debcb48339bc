import type { Client } from 'urql';
import { graphql } from '@/gen';
import type { DueRemindersQuery } from '@/gen/graphql';
import { accept } from '@/lib/endpoint';
import type { Viewer } from '@/lib/viewer';

/** What is due and for the viewer; what was due first comes first. */
export const DueReminders = graphql(`
  query DueReminders($assigneeId: ID!) {
    reminders(first: 5, filter: { assigneeId: $assigneeId, due: true }) {
      totalCount
      edges {
        node {
          id
          ...ReminderFacts
        }
      }
    }
  }
`);

/** How often what is due is asked for, in milliseconds. */
const everyMs = 60_000;

/** Nobody did anything: a page that stands open keeps no session alive. */
const byItself = {
  fetchOptions: { credentials: 'same-origin', headers: { Accept: accept, 'X-Portico-Unattended': '1' } },
} as const;

/** Tells how many reminders are due for the viewer, now and whenever that changes, until it is over. */
export function watchDue(
  client: Client,
  { user, features }: Viewer,
  tell: (count: number) => void,
  over: AbortSignal,
): void {
  if (over.aborted || features.some(({ name, enabled }) => name === 'REMINDERS' && !enabled)) return tell(0);
  const ask = (context?: typeof byItself) =>
    client.query<DueRemindersQuery>(
      DueReminders.toString(),
      { assigneeId: user.id },
      { requestPolicy: 'network-only', ...context },
    );
  const { unsubscribe } = ask().subscribe(({ data }) => {
    if (data) tell(data.reminders.totalCount);
  });
  const timer = setInterval(() => document.hidden || void ask(byItself).toPromise(), everyMs);
  over.addEventListener('abort', () => {
    clearInterval(timer);
    unsubscribe();
  });
}
