import type { Locator, Page } from '@playwright/test';
import { ada, person } from './api.ts';
import { heading } from './forms.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const ana = person('Ana', 'Adams');

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 40; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

const keys = async (page: Page, ...names: string[]) => {
  for (const name of names) await page.keyboard.press(name);
};

test('the set-up and a new user, with the keyboard alone', async ({ page, hub, mailbox }) => {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });

  await test.step('the set-up starts in its first field', async () => {
    await page.goto(await hub.setUpLink());
    await expect(field('Email')).toBeFocused();
    for (const text of [ada.email, ada.firstName, ada.lastName]) {
      await page.keyboard.type(text);
      await keys(page, 'Tab');
    }
    await page.keyboard.type(ada.password);
    await keys(page, 'Enter');
    await expect(heading(page, 'Manage Users')).toBeVisible();
  });

  await test.step('the first stop of a page leads past its bars', async () => {
    await page.goto('/users');
    await expect(heading(page, 'Manage Users')).toBeVisible();
    await keys(page, 'Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await keys(page, 'Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await keys(page, 'Tab');
    await expect(page.getByRole('link', { name: 'New User' })).toBeFocused();
  });

  await test.step('another screen begins at its heading', async () => {
    await keys(page, 'Enter');
    await expect(heading(page, 'New User')).toBeFocused();
  });

  await test.step('what is missing is said where the focus is, with the way to it', async () => {
    await tabTo(page, field('Email'));
    await page.keyboard.type(ana.email);
    await keys(page, 'Enter');
    const summary = page.getByRole('alert');
    await expect(summary).toBeFocused();
    await keys(page, 'Tab', 'Enter');
    await expect(field('First Name')).toBeFocused();
    await page.keyboard.type(ana.firstName);
    await keys(page, 'Tab');
    await page.keyboard.type(ana.lastName);
  });

  await test.step('lists open, point, choose and close', async () => {
    const company = page.getByRole('combobox', { name: 'Company' });
    await tabTo(page, company);
    await page.keyboard.type('Nord');
    await expect(page.getByRole('option', { name: 'Add "Nord"' })).toBeVisible();
    await keys(page, 'Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(company).toBeFocused();

    const role = page.getByRole('combobox', { name: 'Assigned Role' });
    await tabTo(page, role);
    await keys(page, 'Space');
    await page.keyboard.type('Super');
    await keys(page, 'Enter');
    await expect(role).toHaveText('Super User');
    await expect(role).toBeFocused();

    const groups = page.getByRole('combobox', { name: 'Groups' });
    await tabTo(page, groups);
    await page.keyboard.type('Board 2027');
    await expect(page.getByRole('option', { name: 'Add "Board 2027"' })).toBeVisible();
    await keys(page, 'Enter', 'Escape');
    await expect(page.getByRole('list', { name: 'Groups: picked' })).toContainText('Board 2027');
  });

  await test.step('Ctrl Enter saves from anywhere', async () => {
    const invite = page.getByRole('switch', { name: 'Send invitation to create a password' });
    await tabTo(page, invite);
    await keys(page, 'Space');
    await expect(invite).toBeChecked();
    await keys(page, 'Control+Enter');
    await expect(heading(page, 'Ana Adams')).toBeFocused();
    await mailbox.next(ana.email);
  });
});

test('whatever opens closes with Escape, and gives the focus back', async ({ admin: page }) => {
  await page.goto('/users');
  const row = page.getByRole('row', { name: /Ana Adams/ });
  await expect(row).toBeVisible();

  await test.step('a menu', async () => {
    const opener = page.getByRole('button', { name: 'Create' });
    await tabTo(page, opener);
    await keys(page, 'Enter');
    await expect(page.getByRole('menuitem', { name: 'User' })).toBeFocused();
    await keys(page, 'Escape');
    await expect(opener).toBeFocused();
  });

  await test.step('the palette, which finds places by their other names', async () => {
    const palette = page.getByRole('dialog', { name: 'Search or jump to…' });
    const opener = page.getByRole('button', { name: 'Create' });
    await keys(page, 'Control+k');
    await expect(palette.getByRole('searchbox')).toBeFocused();
    await keys(page, 'Escape');
    await expect(opener).toBeFocused();
    for (const [name, screen] of [
      ['Add New User', 'New User'],
      ['Company Profile', 'Manage Users'],
    ] as const) {
      await keys(page, 'Control+k');
      await expect(palette.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type(name);
      await expect(palette.getByRole('menuitem')).toHaveCount(1);
      await keys(page, 'Enter');
      await expect(heading(page, screen)).toBeFocused();
    }
  });

  await test.step('the list: / searches, arrows walk, Enter opens', async () => {
    await keys(page, '/');
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeFocused();
    await page.keyboard.type('adams');
    await expect(page.getByRole('row', { name: /Ada Lovelace/ })).toHaveCount(0);
    await tabTo(page, row.getByRole('link', { name: 'Ana Adams', exact: true }));
    await keys(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(heading(page, 'Ana Adams')).toBeFocused();
  });

  await test.step('a question', async () => {
    const opener = page.getByRole('button', { name: 'Resend Invite' });
    await tabTo(page, opener);
    await keys(page, 'Enter');
    const question = page.getByRole('alertdialog');
    await expect(question.getByRole('button', { name: 'Confirm' })).toBeFocused();
    await keys(page, 'Tab', 'Tab', 'Tab');
    await expect(question.getByRole('button').and(page.locator(':focus'))).toHaveCount(1);
    await keys(page, 'Escape');
    await expect(question).toBeHidden();
    await expect(opener).toBeFocused();
  });

  await test.step('a form in place', async () => {
    await page.keyboard.press('Shift+Tab');
    await tabTo(page, page.getByRole('button', { name: 'Edit' }));
    await keys(page, 'Enter');
    await expect(page.getByRole('textbox', { name: 'First Name' })).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: 'Cancel' }));
    await keys(page, 'Enter');
    await expect(page.getByRole('button', { name: 'Edit' })).toBeFocused();
  });
});
