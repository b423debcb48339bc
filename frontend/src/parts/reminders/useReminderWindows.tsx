import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Option } from '@/ui';
import type { Reminder } from './reminderQuery';
import { useReminderCare } from './useReminderCare';

const ReminderDialog = lazy(() => import('./ReminderDialog'));
const SnoozeDialog = lazy(() => import('./SnoozeDialog'));

type Open =
  | { is: 'new'; about?: Option; date?: string }
  | { is: 'edit'; reminder: Reminder }
  | { is: 'snooze'; reminder: Reminder };

/** What is done with reminders at once, and the windows for the rest. */
export function useReminderWindows() {
  const care = useReminderCare();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const windows: ReactNode = open && (
    <Suspense>
      {open.is === 'snooze' ? (
        <SnoozeDialog reminder={open.reminder} putOff={care.putOff} onClose={close} />
      ) : open.is === 'edit' ? (
        <ReminderDialog reminder={open.reminder} onClose={close} />
      ) : (
        <ReminderDialog about={open.about} date={open.date} onClose={close} />
      )}
    </Suspense>
  );
  return {
    windows,
    begin: (what: { about?: Option; date?: string } = {}) => setOpen({ is: 'new', ...what }),
    /** To be spread into a list. */
    row: {
      care,
      onEdit: (reminder: Reminder) => setOpen({ is: 'edit', reminder }),
      onSnooze: (reminder: Reminder) => setOpen({ is: 'snooze', reminder }),
    },
  };
}
