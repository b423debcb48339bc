import { useMemo } from 'react';
import { graphql, readFragment } from '@/gen';
import type { ReminderFilter, RemindersQuery as Data } from '@/gen/graphql';
import { usePages } from '@/lib/hooks';
import { ReminderFacts } from './reminderQuery';

const RemindersQuery = graphql(`
  query Reminders($first: Int, $after: Cursor, $filter: ReminderFilter) {
    reminders(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          ...ReminderFacts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

const pick = (data: Data) => data.reminders;

/** Reminders by date. */
export function useReminders(filter: ReminderFilter) {
  const pages = usePages(RemindersQuery, { filter }, pick, 100);
  const reminders = useMemo(() => pages.rows.map((row) => readFragment(ReminderFacts, row)), [pages.rows]);
  return { ...pages, reminders };
}
