import { plural } from '@lingui/core/macro';
import { useState } from 'react';
import { useFormat } from '@/lib/format';
import { useNames } from '@/lib/names';
import type { Reminder } from '@/parts/reminders/reminderQuery';
import { PlainLink } from '@/ui';
import styles from './Month.module.css';

interface Props {
  weeks: string[][];
  month: string;
  today: string;
  day: string;
  /** By their days, as `2026-11-22`. */
  byDay: ReadonlyMap<string, Reminder[]>;
  /** All of them are there, so that they can be counted. */
  isWhole: boolean;
  addressOfDay: (day: string) => string;
  /** Where they may be dragged to another day. */
  onMove?: (reminder: Reminder, date: string) => void;
}

/** The weeks of a month as a table, with what is to be remembered on each day. */
export function MonthTable({ weeks, month, today, day, byDay, isWhole, addressOfDay, onMove }: Props) {
  const { calendarDay, count } = useFormat();
  const { shortWeekday, weekday } = useNames();
  const [dragged, setDragged] = useState<Reminder>();
  return (
    <table className={styles.month}>
      <thead>
        <tr>
          {weeks[0]!.map((each) => (
            <th key={each} scope="col" abbr={weekday(each)}>
              {shortWeekday(each)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((each) => {
              const all = byDay.get(each) ?? [];
              const number = plural(all.length, { one: '# reminder', other: '# reminders' });
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
                    aria-label={isWhole ? `${calendarDay(each)}, ${number}` : calendarDay(each)}
                    aria-current={each === day ? 'date' : undefined}
                  >
                    <span data-today={each === today || undefined}>{Number(each.slice(8))}</span>
                    {isWhole && all.length > 0 && <b aria-hidden>{count(all.length)}</b>}
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
