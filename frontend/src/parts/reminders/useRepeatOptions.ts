import { useLingui } from '@lingui/react/macro';
import { type Control, useWatch } from 'react-hook-form';
import type { Option } from '@/ui';
import type { ReminderValues } from './reminderForm';
import { repeatsFor, ruleOf } from './repeat';
import { useRepeatWords } from './useRepeatWords';

/** How often it may come, in words that go with the day. */
export function useRepeatOptions(control: Control<ReminderValues>): Option[] {
  const { t } = useLingui();
  const words = useRepeatWords();
  const [date, rule, repeat] = useWatch({ control, name: ['date', 'rule', 'repeat'] });
  const day = date || '2026-01-01';
  return repeatsFor(day, repeat === 'kept' || !!rule).flatMap((choice) => {
    const text = ruleOf(choice, day, rule);
    if (choice === 'never') return { id: choice, name: t`Does not repeat` };
    // A rule that a choice stands for is offered once.
    if (choice === 'kept' && repeat !== 'kept') return [];
    return { id: choice, name: words(text) };
  });
}
