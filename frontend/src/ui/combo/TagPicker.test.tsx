import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import { type Picked, TagPicker } from '@/ui';

const groups = ['Board', 'Staff'].map((name) => ({ id: `group-${name}`, name }));

function Groups({ onValue }: { onValue: (value: Picked[]) => void }) {
  const [value, setValue] = useState<Picked[]>([]);
  return (
    <TagPicker
      label="Groups"
      options={groups}
      value={value}
      onChange={(next) => {
        setValue(next);
        onValue(next);
      }}
      createLabel={(name) => `Add "${name}"`}
    />
  );
}

function setUp() {
  const values: Picked[][] = [];
  const page = renderScreen(<Groups onValue={(value) => values.push(value)} />);
  return { ...page, values, input: screen.getByRole('combobox', { name: 'Groups' }) };
}

describe('TagPicker', () => {
  it('picks a known one and empties the input', async () => {
    const { user, input, values } = setUp();
    await user.type(input, 'boa');
    await user.click(await screen.findByRole('option', { name: 'Board' }));
    expect(values.at(-1)).toEqual([{ id: 'group-Board', name: 'Board' }]);
    expect(input).toHaveProperty('value', '');
    expect(screen.getByRole('button', { name: /Remove Board/ })).toBeTruthy();
  });

  it('closes its list after a choice, with Escape, and when the focus leaves', async () => {
    const { user, input } = setUp();
    await user.type(input, 'boa{Enter}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('listbox')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.keyboard('{ArrowDown}');
    await user.tab();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('offers to add an unknown name, and marks it as new', async () => {
    const { user, input, values } = setUp();
    await user.type(input, 'Board 2027');
    await user.click(await screen.findByRole('option', { name: 'Add "Board 2027"' }));
    expect(values.at(-1)).toEqual([{ id: 'Board 2027', name: 'Board 2027', isNew: true }]);
    expect(input).toHaveProperty('value', '');
  });

  it('does not offer to add a name that exists, whatever its case', async () => {
    const { user, input } = setUp();
    await user.type(input, 'STAFF');
    expect(await screen.findByRole('option', { name: 'Staff' })).toBeTruthy();
    expect(screen.queryByRole('option', { name: /Add/ })).toBeNull();
  });

  it('picks twice in a row, and takes the last one back with Backspace', async () => {
    const { user, input, values } = setUp();
    await user.type(input, 'boa');
    await user.click(await screen.findByRole('option', { name: 'Board' }));
    await user.type(input, 'sta');
    await user.click(await screen.findByRole('option', { name: 'Staff' }));
    expect(values.at(-1)).toHaveLength(2);
    await user.type(input, '{Backspace}');
    expect(values.at(-1)).toEqual([{ id: 'group-Board', name: 'Board' }]);
  });
});

describe('a TagPicker whose search is under way', () => {
  function Searched({ onValue }: { onValue: (value: Picked[]) => void }) {
    const [text, setText] = useState('');
    const [found, setFound] = useState({ text: '', names: ['Archive', 'Staff'] });
    const known = ['Archive', 'Choir', 'Staff', 'Staff abroad'];
    const answer = () => setFound({ text, names: known.filter((name) => name.includes(text)).reverse() });
    return (
      <>
        <TagPicker
          label="Groups"
          options={found.names.map((name) => ({ id: name, name }))}
          onSearch={setText}
          isLoading={found.text !== text}
          value={[]}
          onChange={onValue}
          createLabel={(name) => `Add "${name}"`}
        />
        <button onMouseDown={(event) => event.preventDefault()} onClick={answer}>
          Answer
        </button>
      </>
    );
  }

  function begin() {
    const values: Picked[][] = [];
    const page = renderScreen(<Searched onValue={(value) => values.push(value)} />);
    const answer = () => page.user.click(screen.getByRole('button', { name: 'Answer' }));
    return { ...page, values, answer, input: screen.getByRole('combobox', { name: 'Groups' }) };
  }

  it('takes with an early Enter what the answer holds, the one of that name first', async () => {
    const { user, input, values, answer } = begin();
    await user.type(input, 'Staff{Enter}');
    expect(values).toEqual([]);
    await answer();
    expect(values).toEqual([[{ id: 'Staff', name: 'Staff' }]]);
  });

  it('offers nothing that was found for fewer letters, and no new name', async () => {
    const { user, input } = begin();
    await user.type(input, 'Cho');
    expect(screen.queryAllByRole('option')).toEqual([]);
  });

  it('takes nothing when typing goes on', async () => {
    const { user, input, values, answer } = begin();
    await user.type(input, 'Cho{Enter}i');
    await answer();
    expect(values).toEqual([]);
    await user.keyboard('{Enter}');
    expect(values).toEqual([[{ id: 'Choir', name: 'Choir' }]]);
  });
});
