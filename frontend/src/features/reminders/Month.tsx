import { useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReminderFilter } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { useNames } from '@/lib/names';
import { useCan } from '@/lib/viewer';
import { dayOf, momentOf, today, wallOf } from '@/lib/wall';
import { ReminderList } from '@/parts/reminders/ReminderList';
import type { Reminder } from '@/parts/reminders/reminderQuery';
import type { useReminderWindows } from '@/parts/reminders/useReminderWindows';
import { useReminders } from '@/parts/reminders/useReminders';
import { Button, Card, EmptyState, IconButton, Note, Row, Skeleton, Stack } from '@/ui';
import styles from './Month.module.css';
import { MonthTable } from './MonthTable';
import type { Shown } from './shown';
import { monthAfter, spanOf, weeksOf } from './weeks';

interface Props {
  shown: Shown;
  filter: ReminderFilter;
  address: (changed: Partial<Shown>) => string;
  windows: ReturnType<typeof useReminderWindows>;
}

/** A month of reminders, and those of one day under it. What can be dragged to another day can be put off by its menu. */
export default function Month({ shown, filter, address, windows }: Props) {
  const { t } = useLingui();
  const names = useNames();
  const navigate = useNavigate();
  const now = today();
  const month = shown.month || (shown.day || now).slice(0, 7);
  const day = shown.day || (now.startsWith(month) ? now : `${month}-01`);
  const go = (months: number) =>
    void navigate(address({ month: monthAfter(month, months), day: '' }), { replace: true });
  return (
    <Stack>
      <Row>
        <IconButton label={t`Month before`} icon={ChevronLeft} variant="default" onPress={() => go(-1)} />
        <IconButton label={t`Month after`} icon={ChevronRight} variant="default" onPress={() => go(1)} />
        <h2 className={styles.title} aria-live="polite">
          {names.month(month)}
        </h2>
      </Row>
      {/* Of another month, or of others, nothing is known yet. */}
      <Days
        key={`${month} ${shown.whose}`}
        {...{ month, day, filter, windows }}
        today={now}
        addressOfDay={(each) => address({ month, day: each })}
      />
    </Stack>
  );
}

interface DaysProps {
  month: string;
  day: string;
  today: string;
  filter: ReminderFilter;
  windows: Props['windows'];
  addressOfDay: (day: string) => string;
}

function Days({ month, day, today, filter, windows, addressOfDay }: DaysProps) {
  const { t } = useLingui();
  const { calendarDay } = useFormat();
  const mayWrite = useCan()('REMINDERS_WRITE');
  const weeks = weeksOf(month);
  const pages = useAllReminders({ ...filter, dueAt: spanOf(weeks) });
  const byDay = new Map<string, Reminder[]>();
  for (const each of pages.reminders) {
    const date = dayOf(each.dueAt);
    byDay.set(date, [...(byDay.get(date) ?? []), each]);
  }
  const ofDay = byDay.get(day) ?? [];

  /** The same time on another day. */
  function move(reminder: Reminder, date: string) {
    const wall = wallOf(reminder.dueAt);
    if (wall.date !== date) void windows.row.care.snooze(reminder, momentOf({ ...wall, date }));
  }

  return (
    <>
      {pages.failure && (
        <Note
          tone="bad"
          role="alert"
          title={pages.failure.message}
          actions={<Button onPress={pages.retry}>{t`Retry`}</Button>}
        />
      )}
      <MonthTable
        {...{ weeks, month, today, day, byDay, addressOfDay }}
        isWhole={pages.isWhole}
        onMove={mayWrite ? move : undefined}
      />
      <Card
        title={calendarDay(day)}
        isFlush={ofDay.length > 0}
        actions={
          mayWrite && (
            <Button icon={Plus} size="small" onPress={() => windows.begin({ date: day })}>{t`New reminder`}</Button>
          )
        }
      >
        {ofDay.length > 0 ? (
          <ReminderList label={calendarDay(day)} reminders={ofDay} {...windows.row} />
        ) : pages.isWhole ? (
          <EmptyState title={t`Nothing on this day.`} />
        ) : (
          !pages.failure && <Skeleton />
        )}
      </Card>
    </>
  );
}

/** All of them, page after page: what is counted and what is not there can be said of the whole alone. */
function useAllReminders(filter: ReminderFilter) {
  const { reminders, isLoading, hasMore, loadMore, moreFailure, retry, failure, refetch } = useReminders(filter);
  const [reads, setReads] = useState(0);
  useEffect(() => {
    if (hasMore) void loadMore().then(() => setReads((count) => count + 1));
  }, [hasMore, loadMore, reads]);
  return {
    reminders,
    failure: failure ?? moreFailure,
    retry: failure ? refetch : retry,
    isWhole: !isLoading && !hasMore && !failure && !moreFailure,
  };
}
