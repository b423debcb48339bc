import type { Page } from '@playwright/test';
import { create, person } from './api.ts';
import { press, toast } from './forms.ts';
import { keys, tabTo } from './keys.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const names = ['Ana', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fritz', 'Gro', 'Hedda', 'Ida', 'Jon', 'Kari', 'Liv'];

const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` });
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });
const inactive = (page: Page) => page.getByRole('row').filter({ hasText: 'Inactive' });

/** Opens the menu of what can be done to those who are selected, and chooses an entry. */
async function choose(page: Page, entry: string) {
  await bar(page)
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

test('some, by mouse: deactivated, and taken back', async ({ admin: page, looks }) => {
  for (const [index, name] of names.entries()) {
    await create(page, person(name, 'Berg'), {
      newGroupNames: name === 'Ana' ? ['Choir'] : undefined,
      account: index < 2 ? { notify: 'NEVER' } : undefined,
    });
  }
  await page.goto('/users');
  await box(page, 'Ben Berg').check();
  await expect(bar(page).getByText('1 selected')).toBeVisible();
  await box(page, 'Emil Berg').click({ modifiers: ['Shift'] });
  await expect(bar(page).getByText('4 selected')).toBeVisible();
  await looks(page, 'bulk-selected');

  await choose(page, 'Deactivate');
  await expect(page.getByRole('alertdialog', { name: 'Deactivate 4 users?' })).toBeVisible();
  await looks(page, 'bulk-question');
  await press(page.getByRole('alertdialog'), 'Deactivate');
  await expect(toast(page)).toContainText('4 users were deactivated.');
  await toast(page).hover(); // which holds the toast
  await expect(inactive(page)).toHaveCount(4);
  await expect(bar(page)).toBeHidden();
  await press(toast(page), 'Undo');
  await expect(toast(page)).toContainText('4 users are as before.');
  await expect(inactive(page)).toHaveCount(0);
});

test('by the keyboard alone: into a group', async ({ admin: page }) => {
  await page.goto('/users');
  await box(page, 'Cleo Berg').focus();
  await keys(page, 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(bar(page).getByText('3 selected')).toBeVisible();
  await expect(page.getByText('3 selected', { exact: true }).and(page.getByRole('status'))).toBeAttached();
  await tabTo(page, bar(page).getByRole('button', { name: 'Actions for 3 selected' }), 12);
  await keys(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: 'Add to group' })).toBeFocused();
  await keys(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Add 3 users to groups' });
  await tabTo(page, dialog.getByRole('combobox', { name: 'Groups' }), 12);
  await page.keyboard.type('Choi');
  await expect(page.getByRole('option', { name: 'Choir' })).toBeVisible();
  await keys(page, 'ArrowDown', 'Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Add to group', exact: true }), 12);
  await keys(page, 'Enter');
  await expect(toast(page)).toContainText('3 users were changed.');
  await expect(page.getByRole('row').filter({ hasText: 'Choir' })).toHaveCount(4);
  // The focus is not lost with the bar.
  await expect(page.getByRole('grid').locator(':focus')).toHaveCount(1);
  await keys(page, 'Control+z');
  await expect(toast(page)).toContainText('3 users are as before.');
  await expect(page.getByRole('row').filter({ hasText: 'Choir' })).toHaveCount(1);
});

test('all who match: those who could not be are in a file', async ({ admin: page, looks }) => {
  await page.goto('/users?q=berg');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '12');
  await box(page, 'Jon Berg').check();
  await press(bar(page), 'Select all 12 matching');
  await expect(bar(page).getByText('12 selected')).toBeVisible();
  await expect(box(page, 'Liv Berg')).toBeChecked();
  await choose(page, 'Resend Invite');
  await press(page.getByRole('alertdialog', { name: 'Resend invite to 12 users?' }), 'Confirm');
  await expect(toast(page)).toContainText('2 links were sent, 10 could not be: Download');
  await toast(page).hover();
  // What was mailed stays mailed.
  await expect(toast(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    toast(page).getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('failures.xlsx');
  await toast(page).hover();
  await looks(page, 'bulk-result');
});

test('a role that opens much is warned of; what is filtered otherwise is not selected', async ({
  admin: page,
  looks,
}) => {
  await page.goto('/users?q=berg');
  await page.getByRole('checkbox', { name: 'Select the loaded rows' }).check();
  await expect(bar(page).getByText('12 selected')).toBeVisible();
  await expect(bar(page).getByRole('button', { name: /^Select all/ })).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search users' }).fill('ida');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '1');
  await expect(bar(page)).toBeHidden();

  await box(page, 'Ida Berg').check();
  await choose(page, 'Change role');
  const dialog = page.getByRole('dialog', { name: 'Change the role of 1 user' });
  await press(dialog, 'Change role');
  await expect(dialog.getByText('Choose a role first.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Assigned Role' }).click();
  await page.getByRole('option', { name: 'Portal Administrator' }).click();
  await press(dialog, 'Change role');
  await dialog.getByRole('checkbox', { name: 'Override warnings' }).check();
  await looks(page, 'bulk-role');
  await press(dialog, 'Change role');
  await expect(toast(page)).toContainText('1 user was changed.');
  await expect(page.getByRole('row', { name: /Ida Berg/ })).toContainText('Portal Administrator');
});

test('everybody deleted: the last Global Admin is left, and all come back', async ({ admin: page }) => {
  await page.goto('/users');
  await page.getByRole('checkbox', { name: 'Select the loaded rows' }).check();
  await choose(page, 'Delete');
  await press(page.getByRole('alertdialog', { name: 'Delete 13 users?' }), 'Delete');
  await expect(toast(page)).toContainText('12 users were deleted, 1 could not be: Download');
  await expect(page.getByRole('row', { name: /Berg/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Recent changes/ }).click();
  await page.getByRole('dialog', { name: 'Recent changes' }).getByRole('button', { name: 'Undo' }).first().click();
  await expect(toast(page)).toContainText('12 users are as before.');
  await expect(page.getByRole('row', { name: /Berg/ })).toHaveCount(12);
});
