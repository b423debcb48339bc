import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import { ReminderMenu } from './ReminderMenu';
import type { Reminder } from './reminderQuery';

const reminder = { id: 'r1', version: 1, title: 'Call', doneAt: null } as Reminder;

afterEach(() => void vi.useRealTimers());

describe('ReminderMenu', () => {
  it('puts off from when that is chosen, and says when from the moment it opens', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-20T08:00:00Z'), toFake: ['Date'] });
    const snooze = vi.fn();
    const { user } = renderScreen(
      <ReminderMenu
        reminder={reminder}
        care={{ snooze, putOff: { send: vi.fn(), say: vi.fn() }, complete: vi.fn(), remove: vi.fn() }}
        onEdit={vi.fn()}
        onSnooze={vi.fn()}
      />,
      { viewer: { permissions: ['REMINDERS_WRITE'] } },
    );
    vi.setSystemTime(new Date('2026-11-20T10:30:20Z'));
    const at = new Date('2026-11-20T11:30:00Z').toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    await user.click(screen.getByRole('button', { name: 'Actions for Call' }));
    const entry = await screen.findByRole('menuitem', { name: `In an hour, ${at}` });
    vi.setSystemTime(new Date('2026-11-20T10:32:50Z'));
    await user.click(entry);
    expect(snooze).toHaveBeenCalledWith(reminder, '2026-11-20T11:32:00.000Z');
  });
});
