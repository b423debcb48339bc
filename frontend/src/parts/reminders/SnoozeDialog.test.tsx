import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import type { Reminder } from './reminderQuery';
import SnoozeDialog from './SnoozeDialog';

const reminder = { id: 'r1', version: 1, title: 'Call', dueAt: '2026-11-20T09:00:00Z' } as Reminder;

describe('SnoozeDialog', () => {
  it('says at their fields which of the date and the time is missing', async () => {
    const putOff = { send: vi.fn(), say: vi.fn() };
    const { user } = renderScreen(<SnoozeDialog reminder={reminder} putOff={putOff} onClose={vi.fn()} />);
    const date = await screen.findByLabelText(/^Date/);
    fireEvent.change(date, { target: { value: '' } });
    fireEvent.change(screen.getByLabelText(/^Time/), { target: { value: '' } });
    await user.click(screen.getByRole('button', { name: 'Snooze' }));
    expect(putOff.send).not.toHaveBeenCalled();
    expect(date.getAttribute('aria-invalid')).toBe('true');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Choose a date\..*Choose a time\./);
  });

  it('shows at the date what the server refuses', async () => {
    const refusal = { code: 'INVALID', field: ['input', 'dueAt'], message: 'Choose a date between 1900 and 2199.' };
    const putOff = { send: vi.fn().mockResolvedValue({ userErrors: [refusal], warnings: [] }), say: vi.fn() };
    const { user } = renderScreen(<SnoozeDialog reminder={reminder} putOff={putOff} onClose={vi.fn()} />);
    await user.click(await screen.findByRole('button', { name: 'Snooze' }));
    expect(putOff.send).toHaveBeenCalledWith(reminder, '2026-11-20T09:00:00.000Z');
    expect((await screen.findByRole('alert')).textContent).toContain(refusal.message);
    expect(screen.getByLabelText(/^Date/).getAttribute('aria-invalid')).toBe('true');
  });

  it('puts off what somebody else changed when that is asked for again', async () => {
    const outrun = { code: 'CONFLICT', field: null, message: 'Somebody else changed this.' };
    const send = vi.fn().mockResolvedValueOnce({ userErrors: [outrun], warnings: [] });
    send.mockResolvedValueOnce({ userErrors: [], warnings: [] });
    const node = { __typename: 'Reminder', ...reminder, version: 5 };
    const { user } = renderScreen(
      <SnoozeDialog reminder={reminder} putOff={{ send, say: vi.fn() }} onClose={vi.fn()} />,
      { answers: { Reminder: { node } } },
    );
    await user.click(await screen.findByRole('button', { name: 'Snooze' }));
    await screen.findByRole('alert');
    await user.click(screen.getByRole('button', { name: 'Snooze' }));
    expect(send.mock.calls.map(([{ version }]) => version as number)).toEqual([1, 5]);
  });
});
