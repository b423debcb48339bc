import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import { Button, Confirm, Menu } from '@/ui';

describe('Menu', () => {
  it('opens with the arrow key, acts, and gives the focus back', async () => {
    const onAction = vi.fn();
    const { user } = renderScreen(
      <Menu label="Actions" trigger={<Button>Actions</Button>} items={[{ id: 'edit', label: 'Edit', onAction }]} />,
    );
    const button = screen.getByRole('button', { name: 'Actions' });
    await user.tab();
    await user.keyboard('{ArrowDown}');
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    expect(onAction).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it('shows why an entry is disabled, and does not run it', async () => {
    const onAction = vi.fn();
    const { user } = renderScreen(
      <Menu
        label="Actions"
        trigger={<Button>Actions</Button>}
        items={[
          { id: 'reset', label: 'Send Reset Link', isDisabled: true, reason: 'There is no account yet.', onAction },
        ]}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Actions' }));
    const item = await screen.findByRole('menuitem', { name: 'Send Reset Link' });
    expect(item.textContent).toContain('There is no account yet.');
    await user.click(item);
    expect(onAction).not.toHaveBeenCalled();
  });
});

describe('Confirm', () => {
  it('runs once on a double click and closes when it is done', async () => {
    let finish = () => {};
    const onConfirm = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const onClose = vi.fn();
    const { user } = renderScreen(
      <Confirm title="Resend invite to ana@example.org?" isOpen onClose={onClose} onConfirm={onConfirm}>
        The old link stops working.
      </Confirm>,
    );
    await user.dblClick(await screen.findByRole('button', { name: 'Confirm' }));
    expect(onConfirm).toHaveBeenCalledTimes(1);
    expect(onClose).not.toHaveBeenCalled();
    finish();
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });
});
