import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useEffect } from 'react';
import { useFormat } from '@/lib/format';
import { useSwitchedOff } from '@/lib/viewer';
import { withWords } from '@/lib/words';
import { Button, Flyout, type Said, seeToasts, undoToast, useToasts, useUndoable } from '@/ui';
import styles from './Bell.module.css';

const DueList = lazy(() => withWords(import('@/parts/reminders/DueList'), import('@/locales/en/reminders.po')));

/** What is due, and what was done of late, the newest first, with the way back as long as there is one. */
export default function Bell({ at, onClose }: { at: HTMLElement; onClose: () => void }) {
  const { t } = useLingui();
  const said = useToasts();
  const isOff = useSwitchedOff('REMINDERS') !== undefined;
  const newest = said.at(-1)?.id;
  useEffect(() => seeToasts(), [newest]);
  return (
    <Flyout label={t`Recent changes`} at={at} onClose={onClose}>
      {!isOff && (
        <Suspense>
          <DueList onGo={onClose} />
        </Suspense>
      )}
      {said.length === 0 ? (
        <p className={styles.none}>{t`Nothing yet. What you change appears here, with its Undo.`}</p>
      ) : (
        <ul className={styles.list}>
          {said.toReversed().map((toast) => (
            <Entry key={toast.id} toast={toast} />
          ))}
        </ul>
      )}
    </Flyout>
  );
}

function Entry({ toast }: { toast: Said }) {
  const { t } = useLingui();
  const { time } = useFormat();
  const at = new Date(toast.at).toISOString();
  const canUndo = useUndoable(toast);
  return (
    <li>
      <span>{toast.message}</span>
      <time dateTime={at}>{time(at)}</time>
      {canUndo && <Button size="small" onPress={() => undoToast(toast)}>{t`Undo`}</Button>}
    </li>
  );
}
