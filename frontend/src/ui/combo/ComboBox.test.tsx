import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import { ComboBox, type Option } from '@/ui';

const companies = ['Nordic Guild', 'Ærø Ferries'].map((name, index) => ({ id: String(index), name }));

function Company({ onValue }: { onValue: (value: Option | null) => void }) {
  const [value, setValue] = useState<Option | null>(null);
  return (
    <ComboBox
      label="Company"
      options={companies}
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
  const values: (Option | null)[] = [];
  const page = renderScreen(<Company onValue={(value) => values.push(value)} />);
  return { ...page, values, input: screen.getByRole('combobox', { name: 'Company' }) };
}

describe('ComboBox', () => {
  it('finds what is typed in any case and shows the choice', async () => {
    const { user, input, values } = setUp();
    await user.type(input, 'nordic');
    await user.click(await screen.findByRole('option', { name: 'Nordic Guild' }));
    expect(values.at(-1)).toEqual({ id: '0', name: 'Nordic Guild' });
    expect(input).toHaveProperty('value', 'Nordic Guild');
  });

  it('keeps an unknown name where that is allowed, without an id', async () => {
    const { user, input, values } = setUp();
    await user.type(input, 'New Company');
    await user.click(await screen.findByRole('option', { name: 'Add "New Company"' }));
    expect(values.at(-1)).toEqual({ id: '', name: 'New Company' });
    await user.tab();
    expect(input).toHaveProperty('value', 'New Company');
  });

  it('chooses nothing when it is emptied', async () => {
    const { user, input, values } = setUp();
    await user.type(input, 'nordic');
    await user.click(await screen.findByRole('option', { name: 'Nordic Guild' }));
    await user.clear(input);
    expect(values.at(-1)).toBeNull();
  });
});
