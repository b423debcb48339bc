import { graphql, readFragment } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { type Reminder, ReminderFacts } from './reminderQuery';

const ReminderQuery = graphql(`
  query Reminder($id: ID!) {
    node(id: $id) {
      __typename
      ... on Reminder {
        ...ReminderFacts
      }
    }
  }
`);

/** A reminder as it is now; until that is known, as a list had it. Nothing is asked for one that is not set yet. */
export function useReminder<Known extends Reminder | undefined>(known: Known): { now: Known; refetch: () => void } {
  const { data, refetch } = useQuery(ReminderQuery, { id: known?.id ?? '' }, { isPaused: !known });
  const found = data?.node?.__typename === 'Reminder' ? readFragment(ReminderFacts, data.node) : undefined;
  // What is read later is newer, unless the list was faster.
  return { now: found && known && found.version > known.version ? (found as Known) : known, refetch };
}
