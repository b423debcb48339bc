import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback } from 'react';
import { readFragment } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { showToast } from '@/ui';
import {
  CompleteReminder,
  DeleteReminder,
  type Reminder,
  ReminderFacts,
  touchedByReminders,
  UpdateReminder,
} from './reminderQuery';

const touches = { touches: touchedByReminders };

interface Answer {
  undo?: { token: string; expiresAt: string } | null;
  userErrors: readonly { message: string }[];
}

type Putting = Pick<Reminder, 'id' | 'version' | 'title'>;

/** What is done with a reminder at once; a toast says what came of it, with the way back. */
export function useReminderCare() {
  const format = useFormat();
  const takeBack = useTakeBack();
  const { run: runComplete } = useMutation(CompleteReminder, touches);
  const { run: runUpdate } = useMutation(UpdateReminder, touches);
  const { run: runDelete } = useMutation(DeleteReminder, touches);

  const say = useCallback(
    async <A extends Answer>(answer: Promise<A>, message: (answer: A) => ReactNode) => {
      try {
        const done = await answer;
        const refusal = done.userErrors[0]?.message;
        showToast(refusal ? { message: refusal, tone: 'bad' } : { message: message(done), undo: takeBack(done.undo) });
        return !refusal;
      } catch (thrown) {
        showToast({ message: asFailure(thrown).message, tone: 'bad' });
        return false;
      }
    },
    [takeBack],
  );

  const comesBack = (title: string, dueAt: string) => {
    const when = format.dateTime(dueAt);
    return (
      <Trans>
        {title} comes back {when}.
      </Trans>
    );
  };
  const send = ({ id, version }: Putting, dueAt: string) =>
    runUpdate({ input: { id, version, dueAt } }).then((data) => data.updateReminder);

  return {
    complete: ({ id, version, title }: Reminder) =>
      say(
        runComplete({ input: { id }, version }).then((data) => data.completeReminder),
        ({ reminder }) => {
          const now = readFragment(ReminderFacts, reminder);
          const next = now && !now.doneAt && format.dateTime(now.dueAt);
          return next ? (
            <Trans>
              {title} is done. Next: {next}.
            </Trans>
          ) : (
            <Trans>{title} is done.</Trans>
          );
        },
      ),
    snooze: (reminder: Putting, dueAt: string) => say(send(reminder, dueAt), () => comesBack(reminder.title, dueAt)),
    /** Snoozing from a form of its own, which shows what is wrong. */
    putOff: {
      send,
      say: ({ title }: Putting, dueAt: string, { undo }: Answer) =>
        showToast({ message: comesBack(title, dueAt), undo: takeBack(undo) }),
    },
    remove: ({ id, title }: Reminder) =>
      say(
        runDelete({ input: { id } }).then((data) => data.deleteReminder),
        () => <Trans>{title} was deleted.</Trans>,
      ),
  };
}
