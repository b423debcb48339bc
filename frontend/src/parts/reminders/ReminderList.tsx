import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Repeat } from 'lucide-react';
import { fullName, useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useCan, useViewer } from '@/lib/viewer';
import { Badge, Link, RowButton } from '@/ui';
import { ReminderMenu } from './ReminderMenu';
import styles from './ReminderList.module.css';
import type { Reminder } from './reminderQuery';
import type { useReminderCare } from './useReminderCare';
import { useRepeatWords } from './useRepeatWords';

interface Props {
  /** Names the list for screen readers. */
  label: string;
  reminders: readonly Reminder[];
  care: ReturnType<typeof useReminderCare>;
  /** On the card of the one user whom all are about, who they are goes without saying. */
  hidesAbout?: boolean;
  onEdit: (reminder: Reminder) => void;
  onSnooze: (reminder: Reminder) => void;
}

/** Reminders, one under the other, with what can be done about each. */
export function ReminderList({ label, reminders, ...row }: Props) {
  return (
    <ul aria-label={label} className={styles.list}>
      {reminders.map((reminder) => (
        <Entry key={reminder.id} reminder={reminder} {...row} />
      ))}
    </ul>
  );
}

type EntryProps = Omit<Props, 'label' | 'reminders'> & { reminder: Reminder };

function Entry({ reminder, care, hidesAbout, onEdit, onSnooze }: EntryProps) {
  const { t } = useLingui();
  const mayWrite = useCan()('REMINDERS_WRITE');
  const { title } = reminder;
  return (
    <li className={styles.entry}>
      {!reminder.doneAt && mayWrite && (
        <RowButton
          kind="done"
          label={t`Mark ${title} as done`}
          icon={Check}
          variant="default"
          onPress={() => void care.complete(reminder)}
        />
      )}
      <div className={styles.what}>
        <strong>{title}</strong>
        <Facts reminder={reminder} hidesAbout={hidesAbout} />
        {reminder.note && <p className={styles.note}>{reminder.note}</p>}
      </div>
      <ReminderMenu {...{ reminder, care, onEdit, onSnooze }} />
    </li>
  );
}

/** When, how often, about whom and for whom: one line. */
function Facts({ reminder, hidesAbout }: { reminder: Reminder; hidesAbout?: boolean }) {
  const format = useFormat();
  const words = useRepeatWords();
  const { user } = useViewer();
  const { dueAt, doneAt, isDue, recurrence, assignee, user: about } = reminder;
  const when = format.dateTime(dueAt);
  const done = doneAt && format.dateTime(doneAt);
  const whose = assignee && assignee.id !== user.id ? fullName(assignee) : undefined;
  return (
    <span className={styles.facts}>
      {isDue && (
        <Badge tone="bad">
          <Trans>Overdue</Trans>
        </Badge>
      )}
      <time dateTime={dueAt} title={format.exact(dueAt)}>
        {done ? <Trans>done {done}</Trans> : when}
      </time>
      {recurrence && (
        <span className={styles.repeat}>
          <Repeat aria-hidden size={12} strokeWidth={1.8} />
          {words(recurrence)}
        </span>
      )}
      {!hidesAbout && <Link href={routes.user(about.id, 'reminders')}>{fullName(about)}</Link>}
      {whose && (
        <span>
          <Trans>for {whose}</Trans>
        </span>
      )}
    </span>
  );
}
