import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderScreen, type Sent } from '@/test/render';
import ReminderDialog from './ReminderDialog';
import type { Reminder } from './reminderQuery';

const reminder = {
  __typename: 'Reminder',
  id: 'r1',
  version: 1,
  title: 'Call',
  note: null,
  dueAt: '2026-11-20T08:00:00Z',
  isDue: false,
  timeZone: 'Europe/Oslo',
  recurrence: 'FREQ=DAILY',
  doneAt: null,
  user: { __typename: 'User', id: 'u1', firstName: 'Ana', lastName: 'Adams' },
  assignee: null,
} as unknown as Reminder;

const conflict = { code: 'CONFLICT', field: null, message: 'Somebody else changed this.', params: null };

describe('ReminderDialog', () => {
  it('offers a choice where somebody else saved first, and saves mine over theirs', async () => {
    let now = { ...reminder };
    const onClose = vi.fn();
    const { user, sent } = renderScreen(<ReminderDialog reminder={reminder} onClose={onClose} />, {
      answers: {
        People: { users: { __typename: 'UserConnection', edges: [] } },
        Reminder: () => ({ node: now }),
        UpdateReminder: ({ variables }: Sent) => {
          const { version } = variables.input as { version: number };
          const isLate = version < now.version;
          return {
            updateReminder: {
              reminder: isLate ? null : now,
              undo: null,
              userErrors: isLate ? [conflict] : [],
              warnings: [],
            },
          };
        },
      },
    });
    fireEvent.change(await screen.findByLabelText(/^Note/), { target: { value: 'Mornings.' } });
    now = { ...reminder, version: 2, title: 'Call twice', dueAt: '2026-11-23T08:00:00Z' };
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Keep mine, then save again' }));
    expect((screen.getByLabelText(/^What to remember/) as HTMLInputElement).value).toBe('Call twice');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    const inputs = sent
      .filter(({ operation }) => operation === 'UpdateReminder')
      .map(({ variables }) => variables.input);
    expect(inputs).toEqual([
      { id: 'r1', version: 1, title: 'Call', note: 'Mornings.' },
      { id: 'r1', version: 2, title: 'Call twice', note: 'Mornings.' },
    ]);
  });
});
