import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/render';
import RemindersTab from './RemindersTab';

const ana = { id: 'u', firstName: 'Ana', lastName: 'Adams' };
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

describe('RemindersTab', () => {
  it('says that there is nothing only once it knows', async () => {
    renderScreen(<RemindersTab user={ana} />, { answers: { Reminders: { reminders: none } } });
    expect(await screen.findByText('Nothing to remember.')).toBeTruthy();
  });

  it('says why it does not know, and nothing else', async () => {
    renderScreen(<RemindersTab user={ana} />);
    expect(await screen.findByText('no answer for Reminders')).toBeTruthy();
    expect(screen.queryByText('Nothing to remember.')).toBeNull();
  });
});
