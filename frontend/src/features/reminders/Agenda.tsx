import { Trans, useLingui } from '@lingui/react/macro';
import { BellOff, Plus } from 'lucide-react';
import type { ReminderFilter } from '@/gen/graphql';
import { useCan } from '@/lib/viewer';
import { More } from '@/parts/lists/More';
import { ReminderList } from '@/parts/reminders/ReminderList';
import type { Reminder } from '@/parts/reminders/reminderQuery';
import type { useReminderWindows } from '@/parts/reminders/useReminderWindows';
import { useReminders } from '@/parts/reminders/useReminders';
import { dayOf, today } from '@/lib/wall';
import { Button, Card, EmptyState, Note, Skeleton, Stack } from '@/ui';

interface Props {
  filter: ReminderFilter;
  row: ReturnType<typeof useReminderWindows>['row'];
  onNew: () => void;
}

/** What is overdue, what is due today, and what comes next. */
export function Agenda({ filter, row, onNew }: Props) {
  const { t } = useLingui();
  const mayWrite = useCan()('REMINDERS_WRITE');
  const pages = useReminders({ ...filter, done: false });
  const { reminders, failure, isLoading } = pages;
  const now = today();
  const sections: { title: string; reminders: Reminder[] }[] = [
    { title: t`Overdue`, reminders: reminders.filter(({ isDue }) => isDue) },
    { title: t`Today`, reminders: reminders.filter(({ isDue, dueAt }) => !isDue && dayOf(dueAt) <= now) },
    { title: t`Next`, reminders: reminders.filter(({ isDue, dueAt }) => !isDue && dayOf(dueAt) > now) },
  ];
  return (
    <Stack>
      {failure && (
        <Note
          tone="bad"
          role="alert"
          title={failure.message}
          actions={<Button onPress={pages.refetch}>{t`Retry`}</Button>}
        />
      )}
      {isLoading && <Skeleton />}
      {!isLoading && !failure && reminders.length === 0 && (
        <EmptyState
          icon={BellOff}
          title={t`Nothing to remember.`}
          actions={mayWrite && <Button icon={Plus} onPress={onNew}>{t`New reminder`}</Button>}
        >
          <Trans>On its date a reminder comes up here, under the bell and by mail.</Trans>
        </EmptyState>
      )}
      {sections.map(
        (section) =>
          section.reminders.length > 0 && (
            <Card key={section.title} title={section.title} isFlush>
              <ReminderList label={section.title} reminders={section.reminders} {...row} />
            </Card>
          ),
      )}
      <More list={pages} />
    </Stack>
  );
}
