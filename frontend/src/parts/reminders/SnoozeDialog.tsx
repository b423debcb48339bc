import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { Button, Dialog, FieldGrid, Form, TextField } from '@/ui';
import type { Reminder } from './reminderQuery';
import { momentOf, ownZone, wallOf } from '@/lib/wall';

interface Props {
  reminder: Reminder;
  onSnooze: (dueAt: string) => Promise<boolean>;
  onClose: () => void;
}

/** Another time for the date at which a reminder stands; what repeats goes on as it did. */
export default function SnoozeDialog({ reminder, onSnooze, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const zone = ownZone();
  const [wall, setWall] = useState(() => wallOf(reminder.dueAt, zone));
  const [isPending, setPending] = useState(false);

  async function snooze() {
    if (isPending || !wall.date || !wall.time) return;
    setPending(true);
    const isDone = await onSnooze(momentOf(wall, zone));
    setPending(false);
    if (isDone) onClose();
  }

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
      <Form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          void snooze();
        }}
      >
        {reminder.recurrence && (
          <p>
            <Trans>Only this date moves. The ones after it stay.</Trans>
          </p>
        )}
        <FieldGrid>
          <TextField
            label={t`Date`}
            type="date"
            isRequired
            autoFocus
            value={wall.date}
            onChange={(date) => setWall({ ...wall, date })}
          />
          <TextField
            label={t`Time`}
            type="time"
            isRequired
            description={zone}
            value={wall.time}
            onChange={(time) => setWall({ ...wall, time })}
          />
        </FieldGrid>
      </Form>
    </Dialog>
  );
}
