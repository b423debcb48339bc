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
  /** The moment as it was read, of which date and time show no more than the minute; '' for a new one. */
  dueAt: string;
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
    dueAt: '',
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
    dueAt: reminder.dueAt,
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

/** The rule that was chosen; '' for once. */
export const ruleOfValues = ({ repeat, date, rule }: ReminderValues): string => ruleOf(repeat, date, rule);

const datesOf = (values: ReminderValues) => ({
  dueAt: momentOf(values, values.timeZone),
  timeZone: values.timeZone,
  recurrence: ruleOfValues(values) || null,
});

/** What a form says of a new reminder, as an input has it. */
export const inputOf = (values: ReminderValues) => ({ ...wordsOf(values), ...datesOf(values) });

/**
 * What a form says of a reminder that was set before, and that it began with. Saying its dates begins its series anew
 * there, so they are said only if they were changed; and a time that was not is said with the seconds that nobody sees.
 */
export function changesOf(values: ReminderValues, base: ReminderValues) {
  const isSameTime = values.date === base.date && values.time === base.time;
  if (isSameTime && ruleOfValues(values) === ruleOfValues(base)) return wordsOf(values);
  return { ...wordsOf(values), ...datesOf(values), ...(isSameTime && { dueAt: base.dueAt }) };
}
