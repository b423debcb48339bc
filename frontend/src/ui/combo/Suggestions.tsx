import { useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { cx } from '../cx';
import type { Option } from '../Option';
import popover from '../Popover.module.css';
import styles from './Suggestions.module.css';

interface SuggestionsProps {
  id: string;
  label: string;
  items: readonly Option[];
  active?: Option;
  /** The chosen one gets a tick. */
  chosen?: string;
  isLoading?: boolean;
  entryId: (option: Option) => string;
  onChoose: (option: Option) => void;
}

/** The list under a combobox. */
export function Suggestions({ id, label, items, active, chosen, isLoading, entryId, onChoose }: SuggestionsProps) {
  const { t } = useLingui();
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  // Opened near the end of what is in sight, the list would stay below it.
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [items.length]);
  useEffect(() => {
    list.current?.querySelector('[data-focused]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={box} className={cx(popover.popover, styles.under)}>
      <div ref={list} id={id} role="listbox" aria-label={label} className={popover.list}>
        {items.map((option) => (
          <Entry
            key={option.id}
            option={option}
            id={entryId(option)}
            isActive={option === active}
            isChosen={option.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
      <p role="status" className={items.length ? 'visually-hidden' : popover.none}>
        {items.length ? undefined : isLoading ? t`Searching…` : t`Nothing found.`}
      </p>
    </div>
  );
}

interface EntryProps {
  option: Option;
  id: string;
  isActive: boolean;
  isChosen: boolean;
  onChoose: (option: Option) => void;
}

function Entry({ option, id, isActive, isChosen, onChoose }: EntryProps) {
  const { icon: Icon } = option;
  const second = (option.isDisabled && option.reason) || option.description;
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are the input's, which keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-disabled={option.isDisabled || undefined}
      data-focused={isActive || undefined}
      data-disabled={option.isDisabled || undefined}
      data-selected={isChosen || undefined}
      // Pressing must not take the focus from the input.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(option)}
      className={cx(popover.item, styles.entry)}
    >
      {Icon && <Icon aria-hidden strokeWidth={1.6} />}
      <span className={popover.text}>
        {option.name}
        {second && <small>{second}</small>}
      </span>
      <Check aria-hidden className={popover.check} strokeWidth={1.8} />
    </div>
  );
}
