import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Route, Routes } from 'react-router';
import { renderScreen, type Sent } from '@/test/render';
import { clearToasts } from '@/ui';
import JobPage from './JobPage';
import NewJobPage from './NewJobPage';

vi.setConfig({ testTimeout: 20_000 });

/** A hub with one job, whose version each change raises. */
function setUp(at = '/jobs/j1') {
  clearToasts();
  const job = {
    __typename: 'Job',
    id: 'j1',
    version: 1,
    name: 'Daily notices',
    schedule: '0 18 * * *',
    timeZone: 'UTC',
    enabled: true,
    steps: [{ __typename: 'JobStep', task: 'NOTIFICATION', options: null }],
    nextRunAt: null,
    nextRuns: [],
    runs: {
      __typename: 'JobRunConnection',
      totalCount: 0,
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  };
  const kept = { job, isRefused: false };
  const change = (sent: Sent) => {
    const { version, ...rest } = sent.variables.input as { id: string; version: number };
    const isOutrun = version !== kept.job.version;
    if (!isOutrun) kept.job = { ...kept.job, ...rest, version: version + 1 };
    const userErrors = isOutrun ? [{ code: 'CONFLICT', field: ['input', 'version'], message: 'Too late.' }] : [];
    return { updateJob: { job: isOutrun ? null : kept.job, undo: null, userErrors, warnings: [] } };
  };
  const refused = { code: 'INVALID', field: ['input', 'schedule'], message: 'There is no such day.' };
  const page = renderScreen(
    <Routes>
      <Route path="/jobs/new" element={<NewJobPage />} />
      <Route path="/jobs/:id" element={<JobPage />} />
    </Routes>,
    {
      at,
      answers: {
        Jobs: () => ({ jobs: [kept.job] }),
        RunsOf: { node: { __typename: 'Job', id: 'j1', runs: kept.job.runs } },
        ScheduleFields: { scheduledTimes: [] },
        JobPage: change,
        PauseJob: change,
        NewJobPage: { createJob: { job: null, undo: null, userErrors: [refused], warnings: [] } },
      },
    },
  );
  return { ...page, kept };
}

const press = async (user: ReturnType<typeof setUp>['user'], name: string) =>
  user.click(await screen.findByRole('button', { name }));

describe('JobPage', () => {
  it('knows its own pause, and saves over it what was being typed', async () => {
    const { user, kept } = setUp();
    const name = await screen.findByLabelText(/^Name/);
    await user.type(name, ' at night');
    await press(user, 'Pause');
    await screen.findByRole('button', { name: 'Resume' });
    expect(screen.queryByRole('alert')).toBeNull();
    await press(user, 'Save Job');
    await waitFor(() => expect(kept.job).toMatchObject({ name: 'Daily notices at night', version: 3 }));
    expect(screen.queryByText(/somebody else changed this job/)).toBeNull();
  });

  it('shows what was taken back, as long as nothing is typed over it', async () => {
    const { user, kept } = setUp();
    await screen.findByDisplayValue('Daily notices');
    kept.job = { ...kept.job, name: 'Nightly notices', version: 2 };
    await press(user, 'Pause'); // asks again, refused as it is
    await screen.findByDisplayValue('Nightly notices');
  });

  it('offers the choice where somebody else saved first', async () => {
    const { user, kept } = setUp();
    await user.type(await screen.findByLabelText(/^Name/), ' of mine');
    kept.job = { ...kept.job, name: 'Of theirs', schedule: '0 7 * * *', version: 2 };
    await press(user, 'Save Job');
    expect(await screen.findByText(/somebody else changed this job/)).toBeTruthy();
    expect(await screen.findByText(/theirs: Of theirs/)).toBeTruthy();
    await press(user, 'Keep mine, then save again');
    await press(user, 'Save Job');
    await waitFor(() =>
      expect(kept.job).toMatchObject({ name: 'Daily notices of mine', schedule: '0 7 * * *', version: 3 }),
    );
  });

  it('saves over what somebody else changed beside the form, at the second try', async () => {
    const { user, kept } = setUp();
    await user.type(await screen.findByLabelText(/^Name/), ' of mine');
    kept.job = { ...kept.job, version: 2 };
    await press(user, 'Save Job');
    expect(await screen.findByText('What they changed elsewhere is kept. Save saves both.')).toBeTruthy();
    await press(user, 'Save Job');
    await waitFor(() => expect(kept.job).toMatchObject({ name: 'Daily notices of mine', version: 3 }));
  });

  it('says under the field of the rhythm what is wrong with the schedule', async () => {
    const { user } = setUp('/jobs/new');
    await user.click(await screen.findByRole('combobox', { name: 'Repeat' }));
    await user.click(await screen.findByRole('option', { name: 'Every month' }));
    await press(user, 'Save Job');
    await waitFor(() => expect(screen.getByLabelText('Day of the month').getAttribute('aria-invalid')).toBe('true'));
  });

  it('sends no day that no month has, and no schedule without a time', async () => {
    const { user, sent } = setUp('/jobs/new');
    await user.click(await screen.findByRole('combobox', { name: 'Repeat' }));
    await user.click(await screen.findByRole('option', { name: 'Every month' }));
    const day = screen.getByLabelText('Day of the month');
    await user.clear(day);
    await user.type(day, '40');
    await user.clear(screen.getByLabelText('Time'));
    await press(user, 'Save Job');
    await waitFor(() => expect(day.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText('Choose a day from 1 to 31.')).toHaveLength(2);
    expect(screen.getAllByText('Choose a time.')).toHaveLength(2);
    expect(sent.some(({ operation }) => operation === 'NewJobPage')).toBe(false);
  });

  it('asks for the next runs once typing pauses', async () => {
    const { user, sent } = setUp('/jobs/new');
    await user.click(await screen.findByRole('combobox', { name: 'Repeat' }));
    await user.click(await screen.findByRole('option', { name: /cron/ }));
    const cron = screen.getByLabelText('Cron');
    await user.clear(cron);
    await user.type(cron, '30 7 * * 1-5');
    const asked = () =>
      sent.filter(({ operation }) => operation === 'ScheduleFields').map(({ variables }) => variables.schedule);
    await waitFor(() => expect(asked()).toContain('30 7 * * 1-5'));
    expect(asked().length).toBeLessThan(5);
  });

  it('does not say that there is no such job before it knows', async () => {
    setUp('/jobs/other');
    expect(screen.queryByText(/does not exist/)).toBeNull();
    await screen.findByText(/This job does not exist/);
  });
});
