import { useLingui } from '@lingui/react/macro';
import { Check, type LucideIcon } from 'lucide-react';
import { type RefObject, use } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover, RouterProvider, Separator, Text } from 'react-aria-components';
import { cx } from '../cx';
import { FollowContext } from '../follow';
import styles from '../Popover.module.css';

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

/** What a menu shows. */
export interface MenuContent {
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

interface MenuPopupProps extends MenuContent {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** What a Menu opens. */
export default function MenuPopup({ label, items, placement = 'bottom end', ...popover }: MenuPopupProps) {
  const groups: readonly MenuGroup[] = items.every(isGroup)
    ? (items as readonly MenuGroup[])
    : [{ id: 'all', entries: items as readonly MenuEntry[] }];
  const follow = use(FollowContext) ?? ((href: string) => location.assign(href));
  return (
    <RouterProvider navigate={(href) => follow(href)}>
      <Popover {...popover} aria-label={label} placement={placement} offset={4} className={styles.popover}>
        <Menu aria-label={label} autoFocus="first" onClose={() => popover.onOpenChange(false)} className={styles.list}>
          {groups.flatMap((group, index) => [
            index > 0 && <Separator key={`${group.id}-line`} className={styles.line} />,
            <MenuSection key={group.id} aria-label={group.label ?? label}>
              {group.label && <Header className={styles.heading}>{group.label}</Header>}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>,
          ])}
        </Menu>
      </Popover>
    </RouterProvider>
  );
}
