import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReminderFilter } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { useCan } from '@/lib/viewer';
import { ReminderList } from '@/parts/reminders/ReminderList';
import type { Reminder } from '@/parts/reminders/reminderQuery';
import type { useReminderWindows } from '@/parts/reminders/useReminderWindows';
import { useReminders } from '@/parts/reminders/useReminders';
import { momentOf, ownZone, wallOf } from '@/parts/reminders/when';
import { Button, Card, EmptyState, IconButton, Note, PlainLink, Row, Stack } from '@/ui';
import styles from './Month.module.css';
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
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const mayWrite = useCan()('REMINDERS_WRITE');
  const today = wallOf(new Date().toISOString(), ownZone()).date;
  const month = shown.month || (shown.day || today).slice(0, 7);
  const day = shown.day || (today.startsWith(month) ? today : `${month}-01`);
  const weeks = weeksOf(month);
  const { reminders, failure, refetch } = useReminders({ ...filter, dueAt: spanOf(weeks) });
  const byDay = new Map<string, Reminder[]>();
  for (const each of reminders) {
    const date = wallOf(each.dueAt, ownZone()).date;
    byDay.set(date, [...(byDay.get(date) ?? []), each]);
  }
  const { calendarDay } = useFormat();
  const name = new Intl.DateTimeFormat(i18n.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const go = (months: number) =>
    void navigate(address({ month: monthAfter(month, months), day: '' }), { replace: true });

  /** The same time on another day. */
  function move(reminder: Reminder, date: string) {
    const wall = wallOf(reminder.dueAt, ownZone());
    if (wall.date !== date) void windows.row.care.snooze(reminder, momentOf({ ...wall, date }, ownZone()));
  }

  const ofDay = byDay.get(day) ?? [];
  return (
    <Stack>
      {failure && (
        <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={refetch}>{t`Retry`}</Button>} />
      )}
      <Row>
        <IconButton label={t`Month before`} icon={ChevronLeft} variant="default" onPress={() => go(-1)} />
        <IconButton label={t`Month after`} icon={ChevronRight} variant="default" onPress={() => go(1)} />
        <h2 className={styles.title} aria-live="polite">
          {name.format(Date.parse(`${month}-01T00:00:00Z`))}
        </h2>
      </Row>
      <Weeks
        {...{ weeks, month, today, day, byDay }}
        addressOfDay={(each) => address({ month, day: each })}
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
        ) : (
          <EmptyState title={t`Nothing on this day.`} />
        )}
      </Card>
    </Stack>
  );
}

interface WeeksProps {
  weeks: string[][];
  month: string;
  today: string;
  day: string;
  byDay: Map<string, Reminder[]>;
  addressOfDay: (day: string) => string;
  onMove?: (reminder: Reminder, date: string) => void;
}

function Weeks({ weeks, month, today, day, byDay, addressOfDay, onMove }: WeeksProps) {
  const { i18n } = useLingui();
  const { calendarDay, count } = useFormat();
  const [dragged, setDragged] = useState<Reminder>();
  const weekday = (width: 'long' | 'short') =>
    new Intl.DateTimeFormat(i18n.locale, { weekday: width, timeZone: 'UTC' });
  const dayNames = (width: 'long' | 'short') =>
    weeks[0]!.map((each) => weekday(width).format(Date.parse(`${each}T00:00:00Z`)));
  const short = dayNames('short');
  return (
    <table className={styles.month}>
      <thead>
        <tr>
          {dayNames('long').map((each, i) => (
            <th key={each} scope="col" abbr={each}>
              {short[i]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((each) => {
              const all = byDay.get(each) ?? [];
              const label = `${calendarDay(each)}, ${plural(all.length, { one: '# reminder', other: '# reminders' })}`;
              return (
                <td
                  key={each}
                  data-other={!each.startsWith(month) || undefined}
                  onDragOver={(event) => dragged && event.preventDefault()}
                  onDrop={() => dragged && onMove?.(dragged, each)}
                >
                  <PlainLink
                    href={addressOfDay(each)}
                    className={styles.day}
                    aria-label={label}
                    aria-current={each === day ? 'date' : undefined}
                  >
                    <span data-today={each === today || undefined}>{Number(each.slice(8))}</span>
                    {all.length > 0 && <b aria-hidden>{count(all.length)}</b>}
                  </PlainLink>
                  {all.slice(0, 3).map((reminder) => (
                    <span
                      key={reminder.id}
                      aria-hidden
                      className={styles.item}
                      data-due={reminder.isDue || undefined}
                      data-done={!!reminder.doneAt || undefined}
                      draggable={!!onMove && !reminder.doneAt}
                      onDragStart={() => setDragged(reminder)}
                      onDragEnd={() => setDragged(undefined)}
                    >
                      {reminder.title}
                    </span>
                  ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
