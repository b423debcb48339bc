import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { readFragment } from '@/gen';
import { fullName, useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan, useViewer } from '@/lib/viewer';
import { Link, RowButton } from '@/ui';
import { DueReminders } from './due';
import styles from './DueList.module.css';
import { ReminderFacts } from './reminderQuery';
import { useReminderCare } from './useReminderCare';

/** What is due and for the viewer, under the bell. */
export default function DueList({ onGo }: { onGo: () => void }) {
  const { t } = useLingui();
  const { dateTime } = useFormat();
  const { user } = useViewer();
  const mayWrite = useCan()('REMINDERS_WRITE');
  const { data } = useQuery(DueReminders, { assigneeId: user.id });
  const care = useReminderCare();
  const reminders = data?.reminders.edges.map(({ node }) => readFragment(ReminderFacts, node)) ?? [];
  const more = (data?.reminders.totalCount ?? 0) - reminders.length;
  return (
    <section className={styles.due} aria-label={t`Reminders that are due`}>
      {reminders.length > 0 && (
        <ul>
          {reminders.map((reminder) => (
            <li key={reminder.id}>
              <span className={styles.what}>
                <strong>{reminder.title}</strong>
                <span>
                  {fullName(reminder.user)} · <time dateTime={reminder.dueAt}>{dateTime(reminder.dueAt)}</time>
                </span>
              </span>
              {mayWrite && (
                <RowButton
                  kind="done"
                  label={t`Mark ${reminder.title} as done`}
                  icon={Check}
                  variant="default"
                  onPress={() => void care.complete(reminder)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        {data && reminders.length === 0 && <Trans>No reminder is due.</Trans>}{' '}
        <Link href={routes.reminders} onPress={onGo}>
          {more > 0 ? t`All reminders, ${more} more due` : t`All reminders`}
        </Link>
      </p>
    </section>
  );
}
