import { useLingui } from '@lingui/react/macro';
import { CalendarPlus, Clock, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useCan } from '@/lib/viewer';
import { IconButton, Menu, type MenuGroup, passFocus } from '@/ui';
import type { Reminder } from './reminderQuery';
import { snoozes } from './snoozes';
import type { useReminderCare } from './useReminderCare';

interface Props {
  reminder: Reminder;
  care: ReturnType<typeof useReminderCare>;
  onEdit: (reminder: Reminder) => void;
  onSnooze: (reminder: Reminder) => void;
}

/** What else can be done about a reminder. */
export function ReminderMenu({ reminder, care, onEdit, onSnooze }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const mayWrite = useCan()('REMINDERS_WRITE');
  const button = useId();
  const { id, title, doneAt } = reminder;
  // The words are of the moment at which the menu opened, the time is of the one at which it is chosen.
  const [openedAt, setOpenedAt] = useState(() => new Date());
  const { hour, tomorrow, nextWeek } = snoozes(openedAt);
  const until = (key: keyof ReturnType<typeof snoozes>, label: string) => ({
    id: key,
    label,
    icon: Clock,
    onAction: () => void care.snooze(reminder, snoozes(new Date())[key]),
  });
  const remove = () => {
    const pressed = document.getElementById(button);
    if (pressed) passFocus(pressed);
    void care.remove(reminder);
  };
  const groups: MenuGroup[] = [];
  if (mayWrite && !doneAt) {
    groups.push({
      id: 'snooze',
      label: t`Snooze`,
      entries: [
        until('hour', t`In an hour, ${format.time(hour)}`),
        until('tomorrow', t`Tomorrow, ${format.time(tomorrow)}`),
        until('nextWeek', t`Next week, ${format.dateTime(nextWeek)}`),
        { id: 'other', label: t`Another time…`, icon: Clock, onAction: () => onSnooze(reminder) },
      ],
    });
  }
  const download = {
    id: 'calendar',
    label: t`Download for a calendar`,
    icon: CalendarPlus,
    onAction: () => location.assign(routes.reminderFile(id)),
  };
  groups.push({
    id: 'reminder',
    entries: mayWrite
      ? [
          { id: 'edit', label: t`Edit`, icon: Pencil, onAction: () => onEdit(reminder) },
          download,
          { id: 'delete', label: t`Delete`, icon: Trash2, isDanger: true, onAction: remove },
        ]
      : [download],
  });
  return (
    <Menu
      label={t`Actions for ${title}`}
      placement="bottom end"
      trigger={<IconButton id={button} data-row-button="menu" label={t`Actions for ${title}`} icon={Ellipsis} />}
      items={groups}
      onOpen={() => setOpenedAt(new Date())}
    />
  );
}
