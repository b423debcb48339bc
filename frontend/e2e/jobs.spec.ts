import type { Page } from '@playwright/test';
import { ask } from './api.ts';
import { fill, follow, heading, press, toast } from './forms.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

/** Chooses an option of a select. */
async function choose(page: Page, label: string, option: string) {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option }).first().click();
}

test('a daily job is suggested, saved by keyboard, and tells whoever waits once', async ({
  admin: page,
  mailbox,
  looks,
}) => {
  await page.goto('/users');
  await follow(page, 'Jobs');
  await expect(heading(page, 'Jobs')).toBeFocused();
  await expect(page.getByText('No jobs yet.')).toBeVisible();
  await looks(page, 'jobs-first-run');

  // Without a job the form of a new user says so, and leads to one.
  await page.goto('/users/new');
  await fill(page, { Email: 'nina@example.org', 'First Name': 'Nina', 'Last Name': 'Nord' });
  await page.getByRole('switch', { name: 'Send invitation to create a password' }).check();
  await page.getByRole('radio', { name: 'At the next Notification job' }).check();
  await press(page, 'Save User');
  await expect(toast(page)).toContainText('No Notification job is scheduled.');
  await follow(toast(page), 'Schedule one');

  await expect(heading(page, 'New Job')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Job Task' })).toContainText('Notification');
  await expect(page.getByText(/^Every day at 18:00/)).toBeVisible();
  await expect(page.getByText(/^Next runs: (.* · ){4}/)).toBeVisible();
  await looks(page, 'job-new');
  await page.getByRole('combobox', { name: 'Repeat' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Cron' }).fill('0 0 30 2 *');
  await expect(page.getByText('This never falls due: there is no such day.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Cron' }).fill('30 7 * * 1-5');
  await expect(page.getByText(/^Monday to Friday at 07:30/)).toBeVisible();
  await press(page, 'Save Job');
  await expect(toast(page)).toContainText('Daily notices was created.');
  await expect(heading(page, 'Daily notices')).toBeVisible();
  await looks(page, 'job');

  const told = async () => (await mailbox.all()).filter(({ to }) => to.includes('nina@example.org')).length;
  expect(await told()).toBe(0);
  // The toast about the new user may offer it, too.
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Run now', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Run')).toBeVisible();
  await expect(page.getByRole('log')).toContainText('Finished: 1 handled, 0 failed.');
  await looks(page, 'job-run');
  await expect.poll(told).toBe(1);
  await follow(page, 'Back to the job');
  await press(main, 'Run now');
  await expect(page.getByRole('log')).toContainText('Finished: 0 handled, 0 failed.');
  expect(await told()).toBe(1);
});

test('a new user is told when the next notice goes out, and it can go out now', async ({ admin: page, mailbox }) => {
  await page.goto('/users/new');
  await fill(page, { Email: 'otto@example.org', 'First Name': 'Otto', 'Last Name': 'Odd' });
  await page.getByRole('switch', { name: 'Send invitation to create a password' }).check();
  await page.getByRole('radio', { name: 'At the next Notification job' }).check();
  await press(page, 'Save User');
  await expect(toast(page)).toContainText(/The notice goes out with the next Notification job, .* 07:30\./);
  await press(toast(page), 'Run now');
  await follow(toast(page), 'It runs.');
  await expect(page.getByRole('log')).toContainText('Finished: 1 handled, 0 failed.');
  await expect
    .poll(async () => (await mailbox.all()).filter(({ to }) => to.includes('otto@example.org')).length)
    .toBe(1);
});

test('a job is paused, deleted and taken back; its list says when it runs and what came of it', async ({
  admin: page,
  looks,
}) => {
  await page.goto('/jobs');
  await expect(page.getByText(/Monday to Friday at 07:30/)).toBeVisible();
  await expect(page.getByText(/1 handled, 0 failed/)).toBeVisible();
  await looks(page, 'jobs');
  await follow(page, 'Open Daily notices');
  await fill(page, { Name: 'Morning notices' });
  await press(page, 'Pause');
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await press(page, 'Save Job');
  await expect(heading(page, 'Morning notices')).toBeVisible();
  await press(page, 'Resume');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await fill(page, { Name: 'Daily notices' });
  await press(page, 'Save Job');
  await expect(heading(page, 'Daily notices')).toBeVisible();
  await expect(page.getByText(/changed this job in the meantime/)).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Repeat' }).click();
  await page.getByRole('option', { name: 'Every month' }).click();
  await fill(page, { 'Day of the month': '40' });
  await press(page, 'Save Job');
  await expect(page.getByRole('textbox', { name: 'Day of the month' })).toHaveAttribute('aria-invalid', 'true');
  await looks(page, 'job-refused');

  // Somebody else is faster: both stand, where both are wanted.
  await page.reload();
  await expect(heading(page, 'Daily notices')).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { jobs } = await ask<{ jobs: { id: string; version: number }[] }>(page, '{ jobs { id version } }');
  const { version } = jobs.find((job) => job.id === id)!;
  const rename = 'mutation Rename($input: UpdateJobInput!) { updateJob(input: $input) { userErrors { message } } }';
  await ask(page, rename, { input: { id, version, name: 'Notices of theirs' } });
  await fill(page, { Time: '08:15' });
  await press(page, 'Save Job');
  const conflict = page.getByRole('alert').filter({ hasText: 'somebody else changed this job' });
  await expect(conflict).toBeFocused();
  await expect(conflict).toContainText('yours: Monday to Friday at 08:15');
  await looks(page, 'job-conflict');
  await press(conflict, 'Keep mine, then save again');
  await fill(page, { Name: 'Daily notices', Time: '07:30' });
  await press(page, 'Save Job');
  await expect(heading(page, 'Daily notices')).toBeVisible();
  await press(page, 'Delete…');
  const question = page.getByRole('alertdialog', { name: 'Delete Daily notices?' });
  await press(question, 'Delete');
  await expect(page.getByText('No jobs yet.')).toBeVisible();
  await toast(page)
    .locator('div')
    .filter({ hasText: 'was deleted.' })
    .getByRole('button', { name: 'Undo' })
    .last()
    .click();
  await expect(page.getByText(/Monday to Friday at 07:30/)).toBeVisible();

  // A run outlives its job, and says so.
  const runs = '{ jobs { id runs(first: 1) { edges { node { id } } } } }';
  type Runs = { jobs: { id: string; runs: { edges: { node: { id: string } }[] } }[] };
  const job = (await ask<Runs>(page, runs)).jobs[0]!;
  await ask(page, 'mutation Delete($input: IDInput!) { deleteJob(input: $input) { deletedId } }', {
    input: { id: job.id },
  });
  await page.goto(`/jobs/${job.id}/runs/${job.runs.edges[0]!.node.id}`);
  await expect(page.getByText('The job of this run was deleted.')).toBeVisible();
  await expect(page.getByRole('log')).toContainText('handled');
  await looks(page, 'job-run-deleted');
  await follow(page, 'Back to the jobs');
  await expect(page.getByText('No jobs yet.')).toBeVisible();
});

test('a job that erases says how much first, and takes no fewer days than a deletion can be undone', async ({
  admin: page,
  looks,
}) => {
  await page.goto('/jobs/new');
  await fill(page, { Name: 'Clean up' });
  await choose(page, 'Job Task', 'Purge');
  await choose(page, 'Repeat', 'By hand only');
  const days = page.getByRole('textbox', { name: 'Erase what was deleted for more than' });
  await expect(days).toHaveValue('30');
  await days.fill('29');
  await press(page, 'Save Job');
  await expect(days).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Choose 30 to 3650 days').first()).toBeVisible();
  await looks(page, 'job-purge');
  await days.fill('30');
  await press(page, 'Save Job');
  const question = page.getByRole('alertdialog', { name: 'Erase for good?' });
  await expect(question).toContainText('Nothing was deleted for more than 30 days now');
  await looks(page, 'job-purge-question');
  await press(question, 'Cancel');
  await expect(question).toHaveCount(0);
  await press(page, 'Save Job');
  await press(question, 'Save Job');
  await expect(heading(page, 'Clean up')).toBeVisible();
  await press(page.getByRole('main'), 'Run now');
  await press(question, 'Run now');
  await expect(page.getByRole('log')).toContainText('Purge: 0 to do.');
  await expect(page.getByRole('log')).toContainText('Finished: 0 handled, 0 failed.');
});

test('a job that exports makes a file for whoever saved it', async ({ admin: page, looks }) => {
  await page.goto('/jobs/new');
  await fill(page, { Name: 'List of users' });
  await choose(page, 'Job Task', 'Export');
  await choose(page, 'Repeat', 'By hand only');
  await choose(page, 'Users', 'Active users');
  await choose(page, 'Format', 'CSV');
  await page.getByRole('radio', { name: 'A choice of them' }).check();
  await press(page, 'Tick none');
  await press(page, 'Save Job');
  await expect(page.getByText('Choose a column first.').first()).toBeVisible();
  await press(page, 'Tick all');
  await page.getByRole('checkbox', { name: 'Note', exact: true }).uncheck();
  await looks(page, 'job-export');
  await press(page, 'Save Job');
  await expect(heading(page, 'List of users')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Format' })).toContainText('CSV');
  await expect(page.getByRole('combobox', { name: 'Users', exact: true })).toContainText('Active users');
  await expect(page.getByRole('checkbox', { name: 'Note', exact: true })).not.toBeChecked();
  await press(page.getByRole('main'), 'Run now');
  await expect(page.getByRole('log')).toContainText('Finished: 1 handled, 0 failed.');
  await page.goto('/exports');
  await expect(page.getByRole('link', { name: /Download/ }).first()).toBeVisible({ timeout: 20_000 });
});
