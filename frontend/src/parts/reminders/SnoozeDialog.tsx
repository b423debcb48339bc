import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { momentOf, ownZone, wallOf } from '@/lib/wall';
import { Button, Dialog, ErrorSummary, FieldGrid, Form, TextField } from '@/ui';
import type { Reminder } from './reminderQuery';
import { useReminder } from './useReminder';
import type { useReminderCare } from './useReminderCare';

interface Props {
  reminder: Reminder;
  putOff: ReturnType<typeof useReminderCare>['putOff'];
  onClose: () => void;
}

/** Another time for the date at which a reminder stands; what repeats goes on as it did. */
export default function SnoozeDialog({ reminder, putOff, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const zone = ownZone();
  const { now } = useReminder(reminder);
  const [isOutrun, setOutrun] = useState(false);
  const form = useSmallForm(
    { ...wallOf(reminder.dueAt, zone) },
    {
      date: (date) => (date ? undefined : t`Choose a date.`),
      time: (time) => (time ? undefined : t`Choose a time.`),
    },
  );
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames: { dueAt: 'date' },
    send: async (wall) => {
      // Where somebody else changed it, as was said, it is put off as it is now when that is asked for again.
      const { version } = isOutrun ? now : reminder;
      const payload = await putOff.send({ ...reminder, version }, momentOf(wall, zone));
      if (payload.userErrors.some(({ code }) => code === 'CONFLICT')) setOutrun(true);
      return payload;
    },
    onSaved: (payload, wall) => {
      putOff.say(reminder, momentOf(wall, zone), payload);
      onClose();
    },
  });

  return (
    <Dialog
      title={t`Another time for ${reminder.title}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {t`Snooze`}
          </Button>
        </>
      }
    >
      <Form id={id} onSubmit={(event) => void onSubmit(event)}>
        <ErrorSummary problems={problems} attempt={attempt} />
        {reminder.recurrence && (
          <p>
            <Trans>Only this date moves. The ones after it stay.</Trans>
          </p>
        )}
        <FieldGrid>
          <TextField label={t`Date`} type="date" isRequired autoFocus {...form.field('date')} />
          <TextField label={t`Time`} type="time" isRequired description={zone} {...form.field('time')} />
        </FieldGrid>
      </Form>
    </Dialog>
  );
}
