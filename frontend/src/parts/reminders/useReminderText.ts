import { useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import { type ReminderValues, ruleOfValues } from './reminderForm';
import { useRepeatWords } from './useRepeatWords';

/** What the form of a reminder holds, as a person reads it, by field. */
export function useReminderText() {
  const { t } = useLingui();
  const { calendarDay } = useFormat();
  const words = useRepeatWords();
  return (values: ReminderValues): Record<string, string> => {
    const { title, date, time, assignee, note } = values;
    const rule = date ? ruleOfValues(values) : '';
    return {
      [t`What to remember`]: title,
      [t`Date`]: date && `${calendarDay(date)} ${time}`,
      [t`Repeat`]: rule ? words(rule) : t`Does not repeat`,
      [t`For`]: assignee?.name ?? '',
      [t`Note`]: note,
    };
  };
}
