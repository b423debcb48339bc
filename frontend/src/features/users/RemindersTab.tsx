import { Trans, useLingui } from '@lingui/react/macro';
import { Bell, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { fullName } from '@/lib/format';
import { useCan, useSwitchedOff } from '@/lib/viewer';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';
import { More } from '@/parts/lists/More';
import DoneReminders from '@/parts/reminders/DoneReminders';
import { ReminderList } from '@/parts/reminders/ReminderList';
import { useReminders } from '@/parts/reminders/useReminders';
import { useReminderWindows } from '@/parts/reminders/useReminderWindows';
import { Button, Card, EmptyState, Note, PageBody, Skeleton, Stack } from '@/ui';

interface Props {
  user: { id: string; firstName: string; lastName: string };
}

/** What is to be remembered about a user, and what was. */
export default function RemindersTab({ user }: Props) {
  const { t } = useLingui();
  const off = useSwitchedOff('REMINDERS');
  const mayWrite = useCan()('REMINDERS_WRITE');
  const { windows, begin, row } = useReminderWindows();
  const add = mayWrite && (
    <Button
      icon={Plus}
      isDisabled={off !== undefined}
      onPress={() => begin({ about: { id: user.id, name: fullName(user) } })}
    >
      {t`New reminder`}
    </Button>
  );
  return (
    <PageBody>
      {off !== undefined ? (
        <Card title={t`Reminders`} actions={add}>
          <SwitchedOff feature="REMINDERS" title={t`Reminders are switched off.`} />
        </Card>
      ) : (
        <Lists userId={user.id} add={add} row={row} />
      )}
      {windows}
    </PageBody>
  );
}

interface ListsProps {
  userId: string;
  add: ReactNode;
  row: ReturnType<typeof useReminderWindows>['row'];
}

function Lists({ userId, add, row }: ListsProps) {
  const { t } = useLingui();
  const pages = useReminders({ userId, done: false });
  const { reminders, isLoading, failure, refetch } = pages;
  return (
    <Stack>
      {failure && (
        <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={refetch}>{t`Retry`}</Button>} />
      )}
      <Card title={t`Reminders`} actions={add} isFlush={reminders.length > 0}>
        {isLoading ? (
          <Skeleton />
        ) : reminders.length > 0 ? (
          <ReminderList label={t`Reminders`} reminders={reminders} hidesAbout {...row} />
        ) : (
          !failure && (
            <EmptyState icon={Bell} title={t`Nothing to remember.`}>
              <Trans>On its date a reminder comes up under the bell and by mail.</Trans>
            </EmptyState>
          )
        )}
      </Card>
      <More list={pages} />
      <DoneReminders filter={{ userId }} row={row} hidesAbout isAside />
    </Stack>
  );
}
