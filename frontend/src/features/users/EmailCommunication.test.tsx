import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import { clearToasts } from '@/ui';
import { EmailCommunication } from './EmailCommunication';

type User = Parameters<typeof EmailCommunication>[0]['user'];

/** Whoever is on the screen, as they were read last. */
function setUp(userErrors: { message: string }[] = []) {
  clearToasts();
  let read: (emailSubscribed: boolean, at: string) => void = () => {};
  function Card() {
    const [{ emailSubscribed, at }, set] = useState({ emailSubscribed: false, at: '2026-11-01T08:00:00Z' });
    read = (emailSubscribed, at) => act(() => set({ emailSubscribed, at }));
    const user: object = {
      id: 'u',
      firstName: 'Ana',
      lastName: 'Adams',
      emailSubscribed,
      emailSubscriptionChangedAt: at,
      emailSubscriptionSource: 'ADMIN',
      unsubscribeUrl: 'https://x/unsubscribe/y',
      consentHistory: { edges: [] },
    };
    return <EmailCommunication user={user as User} />;
  }
  const page = renderScreen(<Card />, {
    answers: { EmailCommunication: { setEmailSubscription: { user: { id: 'u' }, userErrors, undo: null } } },
  });
  const control = () => screen.getByRole<HTMLInputElement>('switch');
  return { ...page, control, read: (is: boolean, at: string) => read(is, at) };
}

describe('the switch of email communication', () => {
  it('stays where it was put until the user says the same', async () => {
    const { user, control, read, sent } = setUp();
    await user.click(control());
    await waitFor(() => expect(sent).toHaveLength(1));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(control().checked).toBe(true);
    read(true, '2026-11-22T12:00:00Z');
    expect(control().checked).toBe(true);
    read(false, '2026-11-22T12:01:00Z'); // taken back
    expect(control().checked).toBe(false);
  });

  it('goes back when it is refused', async () => {
    const { user, control, sent } = setUp([{ message: 'Not you.' }]);
    await user.click(control());
    await waitFor(() => expect(sent).toHaveLength(1));
    await waitFor(() => expect(control().checked).toBe(false));
  });
});
