import type { Download, Page } from '@playwright/test';
import { ask, create, enter, person, switchFeature, welcome } from './api.ts';
import { heading, press } from './forms.ts';
import { keys, tabTo } from './keys.ts';
import { cellsOf, linesOf } from './sheet.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export users' });
const opener = (page: Page) => page.getByRole('button', { name: 'Import & Export' });
const tick = (page: Page, column: string) => dialog(page).getByRole('checkbox', { name: column, exact: true });

/** Follows the way to a file, with the keyboard or with what is given. */
async function download(page: Page, go: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), go()]);
  return file;
}

/** Starts what the window says, and fetches it. */
async function generate(page: Page): Promise<Download> {
  await press(dialog(page), 'Generate file');
  return download(page, () => dialog(page).getByRole('link', { name: 'Download' }).click());
}

const texts = async (file: Download) => (await cellsOf(file)).map((row) => row.map(({ text }) => text));

test('by the keyboard alone: those whom the list shows, with a choice of columns', async ({ admin: page, looks }) => {
  for (const name of ['Ana', 'Ben', 'Cleo']) await create(page, person(name, 'Berg'));
  await create(page, { ...person('Ana', 'Dahl'), firstName: '=1+1' });
  await page.goto('/users');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '5');
  await page.keyboard.press('/');
  await page.keyboard.type('berg');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');

  await opener(page).focus();
  await keys(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: 'Generate XLSX file' })).toBeFocused();
  await looks(page, 'export-menu');
  await keys(page, 'Enter');
  await expect(dialog(page).getByRole('radio', { name: /Those whom the list shows now/ })).toBeChecked();
  await expect(dialog(page).getByText('3 users', { exact: true })).toBeVisible();
  await expect(dialog(page).getByText('5 users', { exact: true })).toBeVisible();
  await expect(dialog(page).getByRole('radio', { name: /XLSX/ })).toBeChecked();
  await looks(page, 'export-question');

  await tabTo(page, dialog(page).getByRole('radio', { name: /^All \d+ columns/ }), 12);
  await keys(page, 'ArrowDown');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Tick none' }), 12);
  await keys(page, 'Enter');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Generate file' }), 60);
  await keys(page, 'Enter');
  await expect(dialog(page).getByRole('alert')).toHaveText(/Choose a column first/);
  await expect(tick(page, 'ID')).toBeFocused();
  await tick(page, 'First Name').focus();
  await keys(page, 'Space');
  await tick(page, 'Email').focus();
  await keys(page, 'Space');
  await looks(page, 'export-columns');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Generate file' }), 60);
  await keys(page, 'Enter');

  const link = dialog(page).getByRole('link', { name: 'Download' });
  await expect(link).toBeVisible();
  await expect(dialog(page).getByRole('status')).toContainText('The file with 3 users is ready.');
  await expect(dialog(page).getByRole('status')).toContainText('It can be downloaded until tomorrow');
  await looks(page, 'export-ready');
  await tabTo(page, link, 12);
  const file = await download(page, () => keys(page, 'Enter'));
  expect(file.suggestedFilename()).toBe('users.xlsx');
  const [headings, ...rows] = await texts(file);
  expect(headings).toEqual(['Email', 'First Name']);
  expect(rows.sort()).toEqual([
    ['ana.berg@example.org', 'Ana'],
    ['ben.berg@example.org', 'Ben'],
    ['cleo.berg@example.org', 'Cleo'],
  ]);
  await keys(page, 'Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(opener(page)).toBeFocused();
});

test('everybody, and one by CSV: the choice is remembered, and a name like a formula is a text', async ({
  admin: page,
}) => {
  await page.goto('/users');
  await opener(page).click();
  await page.getByRole('menuitem', { name: 'Generate XLSX file' }).click();
  await expect(dialog(page).getByRole('radio', { name: /Those whom/ })).toHaveCount(0);
  await dialog(page).getByRole('radio', { name: 'A choice of them' }).check();
  await press(dialog(page), 'Tick none');
  await tick(page, 'First Name').check();
  await tick(page, 'Email').check();
  const everybody = await generate(page);
  const cells = await cellsOf(everybody);
  expect(cells).toHaveLength(6);
  expect(cells.flat()).toContainEqual({ text: '=1+1', isComputed: false });
  expect(cells.flat().filter(({ isComputed }) => isComputed)).toEqual([]);

  await page.goto('/users?q=dahl');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '1');
  await opener(page).click();
  await page.getByRole('menuitem', { name: 'Generate CSV file' }).click();
  await expect(dialog(page).getByRole('radio', { name: /CSV/ })).toBeChecked();
  await expect(dialog(page).getByRole('radio', { name: 'A choice of them' })).toBeChecked();
  await expect(tick(page, 'Email')).toBeChecked();
  await expect(tick(page, 'Last Name')).not.toBeChecked();
  const one = await generate(page);
  expect(one.suggestedFilename()).toBe('users.csv');
  expect(await linesOf(one)).toEqual([
    ['Email', 'First Name'],
    ['ana.dahl@example.org', "'=1+1"],
  ]);

  await page.keyboard.press('Escape');
  await opener(page).click();
  await page.getByRole('menuitem', { name: 'Generate CSV file' }).click();
  await dialog(page)
    .getByRole('radio', { name: /^All \d+ columns/ })
    .check();
  const [headings] = await linesOf(await generate(page));
  const { sheetColumns } = await ask<{ sheetColumns: { heading: string }[] }>(page, '{ sheetColumns { heading } }');
  expect(headings).toEqual(sheetColumns.map(({ heading }) => heading));
});

test('leaving and coming back: every file is under Imports & Exports, for a day', async ({ admin: page, looks }) => {
  await page.goto('/users');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Imports & Exports' }).click();
  await page.getByRole('navigation', { name: 'Imports & Exports' }).getByRole('link', { name: 'Exports' }).click();
  await expect(heading(page, 'Exports')).toBeFocused();
  await expect(page.getByText('4 exports')).toBeVisible();
  const rows = page.getByRole('row').filter({ hasText: 'Done' });
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText('Of a filter');
  await expect(rows.first()).toContainText('Ada Lovelace');
  await looks(page, 'exports');
  const again = await download(page, () => rows.nth(2).getByRole('link', { name: 'Download' }).click());
  expect(await texts(again)).toHaveLength(6);

  await press(page, 'New Export');
  await press(dialog(page), 'Generate file');
  await expect(dialog(page).getByText('All files of the last day')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('5 exports')).toBeVisible();
  await expect(rows).toHaveCount(5);
});

test('whoever may not export is not offered it; switched off, the reason is said', async ({
  admin: page,
  elsewhere,
  hub,
  mailbox,
}) => {
  const role = 'mutation Role($input: CreateRoleInput!) { createRole(input: $input) { role { id } } }';
  await ask(page, role, { input: { name: 'Reader', reach: 'EVERYTHING', permissions: ['USERS_READ'] } });
  const rita = person('Rita', 'Reader');
  await welcome(page, elsewhere, mailbox, rita, { role: 'Reader' });
  const other = await elsewhere();
  await enter(other, hub, rita);
  await other.goto('/users');
  await expect(other.getByRole('row', { name: /Ben Berg/ })).toBeVisible();
  await expect(opener(other)).toHaveCount(0);
  await expect(other.getByRole('link', { name: 'Imports & Exports' })).toHaveCount(0);

  await switchFeature(page, 'EXPORT', false, 'Not in your plan.');
  await page.goto('/users');
  await opener(page).click();
  const entry = page.getByRole('menuitem', { name: /Generate XLSX file/ });
  await expect(entry).toBeDisabled();
  await expect(entry).toContainText('Not in your plan.');
  await page.getByRole('menuitem', { name: 'Exports' }).click();
  await expect(page.getByText('Not in your plan.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New Export' })).toHaveCount(0);
  await switchFeature(page, 'EXPORT', true);
});
