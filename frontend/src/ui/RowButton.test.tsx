import { screen, waitFor } from '@testing-library/react';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import { RowButton } from '@/ui';

function Rows() {
  const [rows, setRows] = useState(['a', 'b', 'c']);
  const remove = (row: string) => setTimeout(() => setRows((all) => all.filter((each) => each !== row)), 20);
  return (
    <main>
      <h1>Page</h1>
      <h2>Rows</h2>
      <ul>
        {rows.map((row) => (
          <li key={row}>
            <RowButton kind="bin" icon={Trash2} label={`Delete ${row}`} onPress={() => void remove(row)} />
          </li>
        ))}
      </ul>
      <h2>After</h2>
    </main>
  );
}

describe('RowButton', () => {
  it('passes the focus to its like after it, before it, and at last to the heading above', async () => {
    const { user } = renderScreen(<Rows />);
    const isFocused = (name: string) =>
      waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(name));
    await user.click(screen.getByRole('button', { name: 'Delete b' }));
    await isFocused('Delete c');
    await user.keyboard('{Enter}');
    await isFocused('Delete a');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Rows'));
  });

  it('takes the focus itself where the browser gives a pressed button none', async () => {
    renderScreen(<Rows />);
    const button = screen.getByRole('button', { name: 'Delete a' });
    button.click();
    expect(document.activeElement).toBe(button);
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Delete b'));
  });
});
