import { useLingui } from '@lingui/react/macro';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import { cx } from './cx';
import styles from './Popover.module.css';

/** One thing to do. `reason` says why it is disabled. */
export interface MenuEntry {
  id: string;
  label: string;
  icon?: LucideIcon;
  onAction?: () => void;
  href?: string;
  isDisabled?: boolean;
  reason?: string;
  isDanger?: boolean;
  /** One of several states, and whether it is the present one: shows a tick. */
  isChosen?: boolean;
}

export interface MenuGroup {
  id: string;
  label?: string;
  entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** The Button or IconButton that opens it. */
  trigger: ReactElement;
  /** Names the menu for screen readers. */
  label: string;
  /** Entries, or groups of them with a line between. */
  items: readonly MenuEntry[] | readonly MenuGroup[];
  placement?: 'bottom start' | 'bottom end';
}

const isGroup = (item: MenuEntry | MenuGroup): item is MenuGroup => 'entries' in item;

function Entry({ entry }: { entry: MenuEntry }) {
  const { t } = useLingui();
  const Icon = entry.icon;
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      href={entry.href}
      onAction={entry.onAction}
      isDisabled={entry.isDisabled}
      className={cx(styles.item, entry.isDanger && styles.danger)}
    >
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span className={styles.text}>
        <Text slot="label">{entry.label}</Text>
        {entry.isDisabled && entry.reason && (
          <Text slot="description" elementType="small">
            {entry.reason}
          </Text>
        )}
        {entry.isChosen && <span className="visually-hidden"> {t`(chosen)`}</span>}
      </span>
      {entry.isChosen && <Check aria-hidden strokeWidth={1.8} />}
    </MenuItem>
  );
}

/** A button's menu of things to do. */
export function Menu({ trigger, label, items, placement = 'bottom end' }: MenuProps) {
  const groups: readonly MenuGroup[] = items.every(isGroup)
    ? (items as readonly MenuGroup[])
    : [{ id: 'all', entries: items as readonly MenuEntry[] }];
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={styles.popover}>
        <AriaMenu aria-label={label} className={styles.list}>
          {groups.flatMap((group, index) => [
            index > 0 && <Separator key={`${group.id}-line`} className={styles.line} />,
            <MenuSection key={group.id} aria-label={group.label ?? label}>
              {group.label && <Header className={styles.heading}>{group.label}</Header>}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
