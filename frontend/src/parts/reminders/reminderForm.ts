import { fullName } from '@/lib/format';
import type { Option } from '@/ui';
import { type Repeat, repeatOf, ruleOf } from './repeat';
import type { Reminder } from './reminderQuery';
import { dayAfter, momentOf, ownZone, today, wallOf } from '@/lib/wall';

/** A reminder as its form has it. */
export interface ReminderValues {
  about: Option | null;
  title: string;
  date: string;
  time: string;
  timeZone: string;
  repeat: Repeat;
  /** The rule that stays where `repeat` is `kept`. */
  rule: string;
  assignee: Option | null;
  note: string;
}

interface Person {
  id: string;
  firstName: string;
  lastName: string;
}

const optionOf = (person: Person | null | undefined): Option | null =>
  person ? { id: person.id, name: fullName(person) } : null;

/** A new one: tomorrow at nine, for whoever sets it. */
export function startOf(viewer: Person, about: Option | undefined, date: string | undefined): ReminderValues {
  const timeZone = ownZone();
  return {
    about: about ?? null,
    title: '',
    date: date ?? dayAfter(today(), 1),
    time: '09:00',
    timeZone,
    repeat: 'never',
    rule: '',
    assignee: optionOf(viewer),
    note: '',
  };
}

/** One that was set, on the walls of its own zone. */
export function valuesOf(reminder: Reminder): ReminderValues {
  const wall = wallOf(reminder.dueAt, reminder.timeZone);
  return {
    about: optionOf(reminder.user),
    title: reminder.title,
    ...wall,
    timeZone: reminder.timeZone,
    repeat: repeatOf(reminder.recurrence, wall.date),
    rule: reminder.recurrence ?? '',
    assignee: optionOf(reminder.assignee),
    note: reminder.note ?? '',
  };
}

/** What goes into every input. Whom it is for stays where that was not chosen. */
const wordsOf = ({ title, assignee, note }: ReminderValues) => ({
  title,
  ...(assignee && { assigneeId: assignee.id }),
  note: note || null,
});

const datesOf = ({ date, time, timeZone, repeat, rule }: ReminderValues) => ({
  dueAt: momentOf({ date, time }, timeZone),
  timeZone,
  recurrence: ruleOf(repeat, date, rule) || null,
});

/** What a form says of a new reminder, as an input has it. */
export const inputOf = (values: ReminderValues) => ({ ...wordsOf(values), ...datesOf(values) });

/**
 * What a form says of a reminder that was set before. Saying its dates begins its series anew there, so they are said only
 * if they were changed; and a time that was not is said with the seconds that the form does not show.
 */
export function changesOf(values: ReminderValues, was: Reminder) {
  const shown = valuesOf(was);
  const dates = datesOf(values);
  const isSameTime = values.date === shown.date && values.time === shown.time;
  if (isSameTime && dates.recurrence === (was.recurrence ?? null)) return wordsOf(values);
  return { ...wordsOf(values), ...dates, ...(isSameTime && { dueAt: was.dueAt }) };
}
