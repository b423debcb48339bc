import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderScreen, type Sent } from '@/test/render';
import Month from './Month';
import { parseShown } from './shown';

const windows = { windows: null, begin: () => undefined, row: {} } as never;

const nodeOf = (id: string, dueAt: string) => ({
  __typename: 'Reminder',
  id,
  version: 1,
  title: id,
  dueAt,
  isDue: false,
  user: { __typename: 'User', id: 'u1', firstName: 'Ana', lastName: 'Adams' },
});

function pageOf(ids: string[], day: string, next?: string) {
  const edges = ids.map((id) => ({ __typename: 'ReminderEdge', node: nodeOf(id, `${day}T12:00:00Z`) }));
  const pageInfo = { __typename: 'PageInfo', hasNextPage: !!next, endCursor: next };
  return { reminders: { __typename: 'ReminderConnection', edges, pageInfo, totalCount: 3 } };
}

const renderMonth = (answer: (sent: Sent) => unknown) =>
  renderScreen(
    <Month
      shown={parseShown(new URLSearchParams('show=month&month=2030-03&day=2030-03-31'))}
      filter={{}}
      address={() => '/reminders'}
      windows={windows}
    />,
    { answers: { Reminders: answer }, viewer: { permissions: [] } },
  );

describe('Month', () => {
  it('shows all of its reminders, however many pages they are', async () => {
    const pages: Record<string, unknown> = {
      '': pageOf(['a'], '2030-03-01', '1'),
      1: pageOf(['b'], '2030-03-02', '2'),
      2: pageOf(['c'], '2030-03-02'),
    };
    renderMonth(({ variables }) => pages[(variables.after as string | null) ?? '']);
    await screen.findByRole('link', { name: '2 Mar 2030, 2 reminders' });
    expect(screen.getByText('Nothing on this day.')).toBeTruthy();
  });

  it('says nothing of a day before it knows, and after a failure', async () => {
    let isUp = false;
    let answer: (data: unknown) => void = () => undefined;
    const first = new Promise((resolve) => (answer = resolve));
    const { user } = renderMonth(({ variables }) => {
      if (!variables.after) return first;
      return isUp ? pageOf(['b'], '2030-03-02') : undefined;
    });
    expect(screen.queryByText('Nothing on this day.')).toBeNull();
    expect(screen.getByRole('link', { name: '2 Mar 2030' })).toBeTruthy();
    answer(pageOf(['a'], '2030-03-01', '1'));
    const retry = await screen.findByRole('button', { name: 'Retry' });
    expect(screen.queryByText('Nothing on this day.')).toBeNull();
    isUp = true;
    await user.click(retry);
    await screen.findByRole('link', { name: '2 Mar 2030, 1 reminder' });
    expect(screen.getByText('Nothing on this day.')).toBeTruthy();
  });
});
