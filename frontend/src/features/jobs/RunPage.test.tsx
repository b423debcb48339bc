import { act, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import RunPage from './RunPage';

/** The connection by which the screen hears how a run goes on. */
class Source extends EventTarget {
  static all: Source[] = [];
  isClosed = false;
  constructor() {
    super();
    Source.all.push(this);
  }
  close() {
    this.isClosed = true;
  }
}

const run = {
  __typename: 'JobRun',
  id: 'r1',
  kind: 'JOB',
  job: { id: 'j1', name: 'Daily notices' } as { id: string; name: string } | null,
  state: 'RUNNING',
  total: 2,
  handled: 0,
  failed: 0,
  log: ['Begun.'],
  createdAt: '2026-11-22T12:00:00Z',
  startedAt: '2026-11-22T12:00:00Z',
  finishedAt: null as string | null,
  failuresUrl: null as string | null,
};

function setUp(node: typeof run | null, features: object[] = []) {
  return renderScreen(
    <Routes>
      <Route path="/jobs/:id/runs/:run" element={<RunPage />} />
    </Routes>,
    {
      at: '/jobs/j1/runs/r1',
      answers: {
        RunPage: { node },
        StopRun: { stopRun: { jobRun: { id: 'r1', state: 'CANCELLED' }, userErrors: [] } },
      },
      viewer: { features: features as never },
    },
  );
}

describe('RunPage', () => {
  beforeEach(() => {
    Source.all = [];
    vi.stubGlobal('EventSource', Source);
  });

  it('hears how the run goes on, and asks nothing more', async () => {
    const { sent } = setUp(run);
    await screen.findByText('Begun.');
    const finished = { ...run, state: 'SUCCEEDED', handled: 2, log: ['Begun.', 'Done.'], finishedAt: run.startedAt };
    act(() => {
      const data = JSON.stringify({ data: { jobRun: finished } });
      Source.all[0]!.dispatchEvent(new MessageEvent('next', { data }));
    });
    expect(screen.getByText('Done.')).toBeTruthy();
    expect(Source.all.map(({ isClosed }) => isClosed)).toEqual([true]);
    expect(sent.map(({ operation }) => operation)).toEqual(['RunPage']);
  });

  it('is stopped while it goes on, and not after', async () => {
    const { user, sent } = setUp(run);
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(sent.at(-1)).toMatchObject({ operation: 'StopRun', variables: { id: 'r1' } });
  });

  it('listens to none that is over', async () => {
    setUp({ ...run, finishedAt: run.startedAt });
    await screen.findByText('Begun.');
    expect(Source.all).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  it('outlives its job: it says so, and tries nothing again', async () => {
    const failed = { ...run, failed: 1, finishedAt: run.startedAt, failuresUrl: '/jobs/runs/r1/failures.xlsx' };
    const { unmount } = setUp(failed);
    await screen.findByRole('button', { name: 'Retry failed only' });
    unmount();
    setUp({ ...failed, job: null });
    await screen.findByText('The job of this run was deleted.');
    expect(screen.getByRole('link', { name: 'Back to the jobs' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Download failures' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Retry failed only' })).toBeNull();
  });

  it('offers nothing where what failed was no user', async () => {
    setUp({ ...run, failed: 1, finishedAt: run.startedAt });
    await screen.findByText('Begun.');
    expect(screen.queryByRole('link', { name: 'Download failures' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Retry failed only' })).toBeNull();
  });

  it('says that there is none, or that jobs are switched off', async () => {
    const { unmount } = setUp(null);
    await screen.findByText(/This run does not exist/);
    unmount();
    const { sent } = setUp(run, [{ name: 'JOBS', enabled: false, reason: 'Not in your plan.' }]);
    await screen.findByText('Not in your plan.');
    expect(sent).toEqual([]);
  });
});
