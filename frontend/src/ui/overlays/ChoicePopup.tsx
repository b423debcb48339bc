import { Check } from 'lucide-react';
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import styles from '../Popover.module.css';

export interface ChoiceGroup {
  id: string;
  /** Over the choices: "Columns". */
  label: string;
  /** One of them, or any number. */
  mode: 'single' | 'multiple';
  options: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export interface ChoiceMenuProps {
  /** Names the menu for screen readers. */
  label: string;
  groups: readonly ChoiceGroup[];
  /** What it opens at, and gives the focus back to. */
  at: HTMLElement;
  onClose: () => void;
}

/** What a ChoiceMenu opens. */
export default function ChoicePopup({ label, groups, at, onClose }: ChoiceMenuProps) {
  return (
    <Popover
      aria-label={label}
      triggerRef={{ current: at }}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom end"
      offset={4}
      className={styles.popover}
    >
      <Menu aria-label={label} autoFocus="first" onClose={onClose} className={styles.list}>
        {groups.flatMap((group, index) => [
          index > 0 && <Separator key={`${group.id}-line`} className={styles.line} />,
          <MenuSection
            key={group.id}
            aria-label={group.label}
            selectionMode={group.mode}
            disallowEmptySelection={group.mode === 'single'}
            selectedKeys={group.chosen}
            onSelectionChange={(keys) => group.onChange([...keys].map(String))}
          >
            <Header className={styles.heading}>{group.label}</Header>
            {group.options.map((option) => (
              <MenuItem key={option.id} id={option.id} shouldCloseOnSelect={false} className={styles.item}>
                <span className={styles.text}>{option.label}</span>
                <Check aria-hidden strokeWidth={1.8} className={styles.check} />
              </MenuItem>
            ))}
          </MenuSection>,
        ])}
      </Menu>
    </Popover>
  );
}
