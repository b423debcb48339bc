import { useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { type RefObject, use } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover, RouterProvider, Separator, Text } from 'react-aria-components';
import { cx } from '../cx';
import { FollowContext } from '../follow';
import type { MenuEntry, MenuGroup, MenuProps } from '../Menu';
import styles from '../Popover.module.css';

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

interface MenuPopupProps extends Omit<MenuProps, 'trigger'> {
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
