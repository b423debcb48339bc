import { useLingui } from '@lingui/react/macro';
import { ListFilter } from 'lucide-react';
import { useRef, useState } from 'react';
import { useCan } from '@/lib/viewer';
import { Button, Chip, FilterChip, Flyout, Menu } from '@/ui';
import type { ListState } from '../listState';
import { FilterEditor } from './FilterEditor';
import { chipsOf, type FilterKey, isOn, none, offered } from './filters';
import { useFilterWords } from './useFilterWords';

interface Props {
  state: ListState;
  change: (next: Partial<ListState>, options?: { replace?: boolean }) => void;
}

/** What is being edited, and where its editor opens. */
interface Editing {
  key: FilterKey;
  at: HTMLElement;
}

/** The filters that are on as chips, and a button to add one. */
export default function Filters({ state, change }: Props) {
  const { t } = useLingui();
  const can = useCan();
  const words = useFilterWords(state);
  const [editing, setEditing] = useState<Editing>();
  const openers = useRef(new Map<FilterKey, HTMLElement>());
  const adder = useRef<HTMLSpanElement>(null);
  const addButton = () => adder.current?.querySelector('button');
  const chips = chipsOf(state);
  // A chip that lost its last value stays until its editor closes, since that stands at it.
  const isEditedThere = (key: FilterKey) => editing?.key === key && editing.at === openers.current.get(key);
  const on = offered(() => true).filter((key) => chips.includes(key) || isEditedThere(key));
  // A new chip comes behind the others, where the editor that makes it stands.
  const [order, setOrder] = useState(on);
  const shown = [...order.filter((key) => on.includes(key)), ...on.filter((key) => !order.includes(key))];
  if (shown.join() !== order.join()) setOrder(shown);
  const values = shown.map((key) => words.value(key));
  // They come all at once: nothing is pushed aside while somebody reads.
  if (values.includes(undefined)) return null;

  function close() {
    const wasRemoved = editing && !isOn(state, editing.key);
    setEditing(undefined);
    if (wasRemoved) requestAnimationFrame(() => addButton()?.focus());
  }

  function remove(keys: readonly FilterKey[]) {
    change(Object.fromEntries(keys.map((key) => [key, none[key]])));
    addButton()?.focus();
  }

  return (
    <>
      {shown.map((key, index) => (
        <FilterChip
          key={key}
          ref={(element) => {
            if (!element) return void openers.current.delete(key);
            openers.current.set(key, element);
            // Its editor was opened at the button that makes way: from now on it belongs to the chip.
            setEditing((was) => (was?.key === key && was.at !== element ? { key, at: element } : was));
          }}
          name={words.name(key)}
          value={values[index] || t`any`}
          isOpen={editing?.key === key}
          onOpen={() => setEditing({ key, at: openers.current.get(key)! })}
          onRemove={() => remove([key])}
        />
      ))}
      <span ref={adder}>
        <Menu
          label={t`Add filter`}
          placement="bottom start"
          trigger={<Chip icon={ListFilter} label={t`Add filter`} />}
          items={offered(can).map((key) => ({
            id: key,
            label: words.name(key),
            isChosen: isOn(state, key),
            onAction: () => setEditing({ key, at: openers.current.get(key) ?? addButton()! }),
          }))}
        />
      </span>
      {chips.length > 1 && (
        <Button variant="quiet" size="small" onPress={() => remove(chips)}>
          {t`Clear filters`}
        </Button>
      )}
      {editing && (
        <Flyout label={t`Filter by ${words.name(editing.key)}`} at={editing.at} onClose={close}>
          <FilterEditor key={editing.key} filter={editing.key} state={state} change={change} onDone={close} />
        </Flyout>
      )}
    </>
  );
}
