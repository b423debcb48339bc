import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ask, switchFeature } from './api.ts';
import { follow, heading } from './forms.ts';
import { keys, tabTo } from './keys.ts';
import { mended } from './mend.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const every = 50;
const rows = 1000;

/** So many people as a semicolon file; the address of every fiftieth is not finished. */
function people(headings: string, length = rows): Buffer {
  const lines = Array.from({ length }, (_, index) => {
    const number = index + 1;
    const host = number % every === 0 ? '' : 'choir.example';
    return `Singer${number};Number${number};singer${number}@${host}`;
  });
  return Buffer.from([headings, ...lines].join('\r\n'));
}

/** Picks a file by keyboard: the browser's own window opens, and gets it. */
async function pick(page: Page, name: string, mimeType: string, buffer: Buffer) {
  await tabTo(page, page.getByRole('button', { name: 'Add XLSX File' }));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles({ name, mimeType, buffer });
}

/** Says what the columns are that are not clear, and has the rows checked. */
async function match(page: Page) {
  for (const [column, field] of [
    ['Given name', 'First Name'],
    ['Where to write', 'Email'],
  ] as const) {
    const select = page.getByRole('combobox', { name: `Field for ${column}` });
    if ((await select.textContent()) === field) continue;
    await tabTo(page, select);
    await keys(page, 'Enter');
    await page.keyboard.type(field.split(' ')[0]!);
    await keys(page, 'Enter');
    await expect(select).toHaveText(field);
  }
  await tabTo(page, page.getByRole('button', { name: 'Check the rows' }));
  await keys(page, 'Enter');
}

const steps = (page: Page) => page.getByRole('list', { name: 'Steps' });
const counted = async (page: Page) =>
  (await ask<{ users: { totalCount: number } }>(page, '{ users(first: 1) { totalCount } }')).users.totalCount;

test('1,000 rows, 20 of them faulty: matched, checked, imported, mended, and taken back, by keyboard', async ({
  admin: page,
  looks,
}) => {
  test.slow();
  await page.goto('/users');
  await tabTo(page, page.getByRole('link', { name: 'Import Users' }));
  await keys(page, 'Enter');
  await expect(heading(page, 'Import Users')).toBeFocused();
  await expect(steps(page).getByText('File', { exact: true })).toBeVisible();
  await looks(page, 'import-file');

  // Somebody else's headings, of which two are clear.
  await pick(page, 'choir.csv', 'text/csv', people('Given name;Last Name;Where to write'));
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toBeVisible();
  await expect(page).toHaveURL(/\/imports\/[^/]+\/match$/);
  await looks(page, 'import-match');
  await match(page);

  // What would be done, to the cell; nothing is.
  const start = page.getByRole('button', { name: 'Import 980 users' });
  await expect(start).toBeVisible({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/imports\/[^/]+\/check$/);
  const problems = page.getByRole('table', { name: 'Rows with problems' });
  await expect(problems.getByRole('row')).toHaveCount(1 + rows / every);
  await expect(problems.getByRole('row').nth(1)).toContainText('C51');
  expect(await counted(page)).toBe(1);
  await looks(page, 'import-check');
  // It is all in the address.
  await page.reload();
  await tabTo(page, start);
  await keys(page, 'Enter');
  await expect(page.getByRole('status').getByText('980 users added, 0 updated, 20 rows had problems.')).toBeVisible({
    timeout: 60_000,
  });
  expect(await counted(page)).toBe(1 + 980);
  await looks(page, 'import-result');

  // The rows with problems, as a file, with the columns that they had: mended, it imports.
  const link = page.getByRole('link', { name: 'Download rows with errors' });
  await tabTo(page, link);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const whole = mended(await readFile(await download.path()), (text) =>
    text.replace(/^(singer\d+)@$/, '$1@choir.example'),
  );
  await tabTo(page, page.getByRole('link', { name: 'Import another file' }), 80);
  await keys(page, 'Enter');
  await pick(page, 'mended.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', whole);
  const rest = page.getByRole('button', { name: 'Import 20 users' });
  await expect(rest).toBeVisible({ timeout: 60_000 });
  await tabTo(page, rest);
  await keys(page, 'Enter');
  await expect(page.getByRole('status').getByText('20 users added, 0 updated.')).toBeVisible({ timeout: 60_000 });
  expect(await counted(page)).toBe(1 + rows);

  // Both are in the list, and the first is taken back.
  await follow(page, 'Imports & Exports');
  await expect(heading(page, 'Imports')).toBeVisible();
  await expect(page.getByRole('link', { name: 'mended.xlsx' })).toBeVisible();
  await looks(page, 'imports');
  await page.getByRole('link', { name: 'choir.csv' }).focus();
  await keys(page, 'Enter');
  await tabTo(page, page.getByRole('button', { name: 'Undo import' }));
  await keys(page, 'Enter');
  await expect(page.getByRole('alertdialog', { name: 'Undo this import?' })).toBeVisible();
  await keys(page, 'Enter');
  await expect(page.getByText('This import was taken back.')).toBeVisible({ timeout: 60_000 });
  await looks(page, 'import-undone');
  expect(await counted(page)).toBe(1 + rows / every);
});

test('a file that cannot be read says why; a run is stopped, and keeps what it did', async ({ admin: page, looks }) => {
  test.slow();
  await page.goto('/imports/new');
  await pick(page, 'names.csv', 'text/csv', Buffer.from('Ana;Adams;ana@example.org\r\nBen;Berg;ben@example.org'));
  await expect(page.getByRole('alert')).toContainText('Row 1 must hold the headings.');
  await looks(page, 'import-refused');

  // The run takes about as long as the check of so many did: far longer than a click.
  await pick(page, 'choirs.csv', 'text/csv', people('First Name;Last Name;Email', 40_000));
  const start = page.getByRole('button', { name: 'Import 39,200 users' });
  await expect(start).toBeVisible({ timeout: 180_000 });
  const before = await counted(page);
  await start.click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('Stopped.')).toBeVisible({ timeout: 60_000 });
  const said = await page
    .getByRole('status')
    .getByText(/^[\d,]+ users? added/)
    .textContent();
  const added = Number(said!.split(' ')[0]!.replace(',', ''));
  expect(added).toBeLessThan(39_200);
  expect(await counted(page)).toBe(before + added);
  await looks(page, 'import-stopped');
});

test('a dropped file: one kind of problem, warnings overridden, told by a job, taken back but for whom was changed since', async ({
  admin: page,
  looks,
}) => {
  await page.goto('/imports/new');
  const rows = [
    'Email,First Name,Last Name,Cell Phone,Send Invitation',
    'wanda@choir.example,Wanda,Winter,call me,Yes',
    'walt@choir.example,Walt,Wood,,Yes',
    'wim@choir.example,Wim,,,',
  ];
  const dataTransfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'winter.csv', { type: 'text/csv' }));
    return data;
  }, rows.join('\r\n'));
  const drop = page.getByRole('button', { name: 'Add XLSX File' });
  await drop.dispatchEvent('dragover', { dataTransfer });
  await drop.dispatchEvent('drop', { dataTransfer });

  const problems = page.getByRole('table', { name: 'Rows with problems' });
  await expect(problems.getByRole('row')).toHaveCount(3, { timeout: 60_000 });
  const warnings = page.getByRole('group', { name: 'Kinds' }).getByRole('button', { name: 'Warnings' });
  await tabTo(page, warnings);
  await keys(page, 'Enter');
  await expect(problems.getByRole('row')).toHaveCount(2);
  await expect(problems).toContainText('This does not look like a phone number.');
  await looks(page, 'import-warnings');

  const invitations = page.getByRole('combobox', { name: 'Invitations' });
  await tabTo(page, invitations);
  await keys(page, 'Enter');
  await page.keyboard.type('At');
  await keys(page, 'Enter');
  await expect(invitations).toHaveText('At the next Notification job');
  await expect(page.getByRole('button', { name: 'Import 1 user', exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Override warnings (1)' }).focus();
  await keys(page, 'Space');
  await tabTo(page, page.getByRole('button', { name: 'Import 2 users' }));
  await keys(page, 'Enter');
  await expect(page.getByRole('status').getByText('2 users added, 0 updated, 1 row had problems.')).toBeVisible({
    timeout: 60_000,
  });
  const { userByEmail: wanda } = await ask<{
    userByEmail: { id: string; version: number; account: { notify: string; notifiedAt: string | null } };
  }>(page, '{ userByEmail(email: "wanda@choir.example") { id version account { notify notifiedAt } } }');
  expect(wanda.account).toEqual({ notify: 'BY_JOB', notifiedAt: null });

  await ask(
    page,
    `mutation { updateUser(input: { userId: "${wanda.id}", version: ${wanda.version}, title: "Alto" }) { userErrors { code } } }`,
  );
  await tabTo(page, page.getByRole('button', { name: 'Undo import' }));
  await keys(page, 'Enter');
  await expect(page.getByRole('alertdialog', { name: 'Undo this import?' })).toBeVisible();
  await keys(page, 'Enter');
  await expect(page.getByText('This import was taken back.')).toBeVisible({ timeout: 60_000 });
  const kept = page.getByRole('listitem').filter({ hasText: 'Wanda Winter' });
  await expect(kept).toContainText('This user was changed again since.');
  await looks(page, 'import-kept');
});

test('a file that is still on its way is called back', async ({ admin: page }) => {
  await page.goto('/imports/new');
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/graphql', async (route) => {
    if (!route.request().headers()['content-type']?.startsWith('multipart/')) return route.fallback();
    await held;
    await route.abort();
  });
  const add = page.getByRole('button', { name: 'Add XLSX File' });
  await pick(page, 'choir.csv', 'text/csv', people('First Name;Last Name;Email'));
  await expect(page.getByText('Sending choir.csv…')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(add).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  release();
  await expect(page).toHaveURL(/\/imports\/new$/);
});

test('switched off, it is still there, with the reason', async ({ admin: page, looks }) => {
  await switchFeature(page, 'IMPORT', false, 'The register moves in.');
  await page.goto('/users');
  await expect(page.getByRole('button', { name: 'Import Users' })).toBeDisabled();
  await page.goto('/imports');
  await expect(page.getByText('Imports are switched off.')).toBeVisible();
  await looks(page, 'imports-off');
});
