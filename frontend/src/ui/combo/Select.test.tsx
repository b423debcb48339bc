import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import { Select } from '@/ui';

const roles = [
  { id: 'member', name: 'Member' },
  { id: 'super', name: 'Super User' },
  { id: 'global', name: 'Global Administrator', isDisabled: true, reason: 'You may not grant this role.' },
];

function Role({ onValue }: { onValue: (id: string) => void }) {
  const [value, setValue] = useState('member');
  return (
    <Select
      label="Assigned Role"
      options={roles}
      value={value}
      onChange={(id) => {
        setValue(id);
        onValue(id);
      }}
    />
  );
}

function setUp() {
  const values: string[] = [];
  const page = renderScreen(<Role onValue={(id) => values.push(id)} />);
  return { ...page, values, select: screen.getByRole('combobox', { name: 'Assigned Role' }) };
}

describe('Select', () => {
  it('shows the choice, opens with an arrow and chooses with Enter', async () => {
    const { user, select, values } = setUp();
    expect(select.textContent).toBe('Member');
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(values).toEqual(['super']);
    expect(select.textContent).toBe('Super User');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('goes to what starts with the letters typed', async () => {
    const { user, values } = setUp();
    await user.tab();
    await user.keyboard('su{Enter}');
    expect(values).toEqual(['super']);
  });

  it('shows why an option cannot be chosen, and does not choose it', async () => {
    const { user, select, values } = setUp();
    await user.click(select);
    const option = screen.getByRole('option', { name: /Global Administrator/ });
    expect(option.getAttribute('aria-disabled')).toBe('true');
    expect(option.textContent).toContain('You may not grant this role.');
    await user.click(option);
    expect(values).toEqual([]);
  });

  it('closes with Escape and when the focus leaves', async () => {
    const { user, select } = setUp();
    await user.click(select);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.click(select);
    await user.tab();
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
