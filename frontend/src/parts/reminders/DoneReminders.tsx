import { useLingui } from '@lingui/react/macro';
import { graphql, readFragment } from '@/gen';
import type { ReminderFilter } from '@/gen/graphql';
import { useQuery } from '@/lib/hooks';
import { Button, Card, EmptyState, Note, Skeleton } from '@/ui';
import { ReminderList } from './ReminderList';
import { ReminderFacts } from './reminderQuery';
import type { useReminderWindows } from './useReminderWindows';

const DoneQuery = graphql(`
  query DoneReminders($filter: ReminderFilter) {
    reminders(last: 100, filter: $filter) {
      edges {
        node {
          id
          ...ReminderFacts
        }
      }
    }
  }
`);

interface Props {
  filter: ReminderFilter;
  row: ReturnType<typeof useReminderWindows>['row'];
  hidesAbout?: boolean;
  /** Nothing at all is shown where nothing was done. */
  isAside?: boolean;
}

/** The last hundred that were done for good, the newest date first. */
export default function DoneReminders({ filter, row, hidesAbout, isAside }: Props) {
  const { t } = useLingui();
  const { data, failure, refetch } = useQuery(DoneQuery, { filter: { ...filter, done: true } });
  if (failure && !data) {
    return (
      <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={refetch}>{t`Retry`}</Button>} />
    );
  }
  if (!data) return isAside ? null : <Skeleton />;
  const reminders = data.reminders.edges.map(({ node }) => readFragment(ReminderFacts, node)).toReversed();
  if (reminders.length === 0) return isAside ? null : <EmptyState title={t`Nothing was done yet.`} />;
  return (
    <Card title={t`Done`} isFlush>
      <ReminderList label={t`Done`} reminders={reminders} hidesAbout={hidesAbout} {...row} />
    </Card>
  );
}
