import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '@/lib/client';
import type { Viewer } from '@/lib/viewer';
import { answerWith } from '@/test/render';
import { watchDue } from './due';

const viewer = { user: { id: 'u1' }, features: [] } as unknown as Viewer;
const answer = (totalCount: number) => ({ reminders: { __typename: 'ReminderConnection', totalCount, edges: [] } });

afterEach(() => void vi.useRealTimers());

describe('watchDue', () => {
  it('asks each minute in the name of nobody, and tells what changed, until it is over', async () => {
    vi.useFakeTimers();
    let count = 1;
    const sent = answerWith({ DueReminders: () => answer(count) });
    const tell = vi.fn();
    const over = new AbortController();
    watchDue(createClient(), viewer, tell, over.signal);
    await vi.advanceTimersByTimeAsync(10);
    expect(tell).toHaveBeenLastCalledWith(1);
    count = 2;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tell).toHaveBeenLastCalledWith(2);
    expect(sent.map(({ headers }) => headers.get('X-Portico-Unattended'))).toEqual([null, '1']);
    over.abort();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sent).toHaveLength(2);
  });
});
