import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { cardTabs } from '@/features/users/cardTabs';
import { useCan, useMayEdit, useViewer } from '@/lib/viewer';
import { Dialog, Kbd, Switch, switchLetters, useLetters } from '@/ui';
import styles from './KeysHelp.module.css';
import { allowed, sections } from './places';

/** Keys pressed together or one after the other, and what they do. */
type Line = readonly [keys: readonly string[], does: string];

const onlyIf = (isSo: boolean, ...lines: Line[]): Line[] => (isSo ? lines : []);

/** What the keys do, and a switch for those that are single letters. */
export default function KeysHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const can = useCan();
  const mayEdit = useMayEdit();
  const isOn = useLetters();
  const places = allowed(
    sections.flatMap((section) => section.places),
    viewer,
  );
  const everywhere: Line[] = [
    [['Ctrl', 'K'], t`Search or jump to…`],
    [['/'], t`Search the list`],
    [['C'], t`Create`],
    ...places.flatMap((place): Line[] =>
      place.letter ? [[['G', place.letter.toUpperCase()], t`Go to ${t(place.label)}`]] : [],
    ),
    [['Ctrl', 'Z'], t`Undo the last change`],
    [['Esc'], t`Close`],
    [['?'], t`Show these keys`],
  ];
  const list: Line[] = [
    [['↑', '↓'], t`Next or previous row`],
    [['J', 'K'], t`Next or previous row`],
    [['Enter'], t`Open`],
    [['Page Up', 'Page Down'], t`A page up or down`],
  ];
  const users: Line[] = [
    [['Space'], t`Show beside the list`],
    ...onlyIf(mayEdit, [['E'], t`Edit`]),
    ...onlyIf(
      mayEdit || can('ACCOUNTS_MANAGE') || can('USERS_DELETE'),
      [['Shift', 'F10'], t`Actions`],
      [['X'], t`Select`],
      [['Shift', '↑', '↓'], t`Select the rows between`],
    ),
    [['Ctrl', 'Home'], t`First row`],
    [['Ctrl', 'End'], t`Last row`],
  ];
  const card: Line[] = [
    [['J', 'K'], t`Next or previous user`],
    ...cardTabs(can).map(({ label }, index): Line => [[String(index + 1)], t(label)]),
    ...onlyIf(mayEdit, [['Ctrl', 'Enter'], t`Save`]),
  ];
  return (
    <Dialog title={t`Keyboard shortcuts`} size="wide" isOpen={isOpen} onClose={onClose}>
      <div className={styles.sections}>
        <Keys title={t`Everywhere`} lines={everywhere} />
        <Keys title={t`Lists`} lines={list} />
        <Keys title={t`Manage Users`} lines={users} />
        <Keys title={t`A user’s card`} lines={card} />
      </div>
      <div className={styles.switch}>
        <Switch
          label={t`Single-letter shortcuts`}
          description={t`Letters and signs that act by themselves. Arrows, Enter and keys with Ctrl always work.`}
          value={isOn}
          onChange={switchLetters}
        />
      </div>
    </Dialog>
  );
}

function Keys({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className={styles.keys}>
        {lines.map(([keys, does]) => (
          <Fragment key={keys.join()}>
            <dt>
              {keys.map((key, index) => (
                <Kbd key={index}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
