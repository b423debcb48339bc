import { ada, create, person } from './api.ts';
import { heading } from './forms.ts';
import { keys, tabTo } from './keys.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const ana = person('Ana', 'Adams');

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
    await expect(page.getByRole('main').locator('header :focus')).toHaveCount(1);
    await tabTo(page, page.getByRole('link', { name: 'New User' }).first(), 3);
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
      ['Settings › Features', 'Features'],
      ['Sign-up form', 'Sign-up form'],
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

test('a long list, with the keyboard alone', async ({ admin: page }) => {
  const letters = 'abcdefghijkl';
  for (const first of letters) {
    const names = [...letters].map((second) => person(`${first.toUpperCase()}${second}`, 'Zimmer'));
    await Promise.all(names.map((name) => create(page, name)));
  }
  const users = letters.length ** 2 + 2;
  const focused = page.locator('[role="row"]:has(:focus)');
  const at = (row: number) => expect(focused).toHaveAttribute('aria-rowindex', String(row));
  await page.goto('/users');
  await expect(page.getByText(`${users} users`)).toBeVisible();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(users));

  await test.step('Ctrl End leads to the true last row at once, arrows walk back over pages', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Ana Adams', exact: true }));
    await keys(page, 'Control+End');
    await at(users);
    await expect(focused).toContainText('Zimmer');
    await expect(page.getByRole('row')).not.toHaveCount(users + 1);
    for (let row = users - 1; row >= users - 60; row--) {
      await keys(page, 'ArrowUp');
      await at(row);
    }
    await keys(page, 'Control+Home');
    await at(1);
  });

  await test.step('Page Down crosses pages, and the gap closes in the middle', async () => {
    let row = 1;
    while (row < users) {
      await keys(page, 'PageDown');
      const before = String(row);
      await expect(focused).not.toHaveAttribute('aria-rowindex', before);
      row = Number(await focused.getAttribute('aria-rowindex'));
    }
    await at(users);
  });

  await test.step('buttons lead to both ends', async () => {
    await page.getByRole('button', { name: 'Back to the first' }).click();
    await at(1);
    await page.getByRole('button', { name: 'Go to the last user' }).click();
    await at(users);
  });

  await test.step('arrows walk with the panel open, over pages, and E edits', async () => {
    await page.reload();
    await tabTo(page, page.getByRole('link', { name: 'Ana Adams', exact: true }));
    await keys(page, 'Space');
    const panel = page.getByRole('complementary');
    await expect(panel.getByRole('heading', { name: 'Ana Adams' })).toBeVisible();
    const current = page.locator('[role="row"][aria-current]');
    for (let row = 2; row <= 60; row++) {
      await keys(page, row % 2 ? 'ArrowDown' : 'j');
      await expect(current).toHaveAttribute('aria-rowindex', String(row));
    }
    await keys(page, 'Escape');
    await at(60);
    await keys(page, 'e');
    await expect(page.getByRole('textbox', { name: 'First Name' })).toBeVisible();
  });
});

test('keys that work everywhere, and the switch for those that are letters', async ({ admin: page }) => {
  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Ana Adams/ })).toBeVisible();

  await test.step('C creates, G and U go back', async () => {
    await keys(page, 'c');
    await expect(page.getByRole('menuitem', { name: 'User', exact: true })).toBeFocused();
    await keys(page, 'Enter');
    await expect(heading(page, 'New User')).toBeFocused();
    await keys(page, 'g', 'u');
    await expect(heading(page, 'Manage Users')).toBeFocused();
  });

  await test.step('what is typed right after Ctrl K is not lost', async () => {
    await keys(page, 'Control+k');
    await page.keyboard.type('company prof');
    await expect(page.getByRole('searchbox', { name: 'Search or jump to…' })).toHaveValue('company prof');
    await keys(page, 'Escape', 'Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('Ctrl Z takes back, and the bell says what was done', async () => {
    const row = page.getByRole('row', { name: /Ana Adams/ });
    await tabTo(page, row.getByRole('link', { name: 'Ana Adams', exact: true }));
    await keys(page, 'Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
    await page.keyboard.type('Deact');
    await keys(page, 'Enter');
    await expect(row).toContainText('Inactive');
    await keys(page, 'Control+z');
    await expect(row).not.toContainText('Inactive');
    const bell = page.getByRole('button', { name: /Recent changes/ });
    await bell.press('Enter');
    const said = page.getByRole('dialog', { name: 'Recent changes' });
    await expect(said).toContainText('Ana Adams was deactivated.');
    await expect(said.getByRole('button', { name: 'Undo' })).toHaveCount(0);
    await keys(page, 'Escape');
    await expect(bell).toBeFocused();
  });

  await test.step('letters do nothing once they are switched off, and that is remembered', async () => {
    await keys(page, '?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help.getByRole('region', { name: 'A user’s card' })).toContainText('2Settings');
    await expect(help.getByRole('definition').filter({ hasText: /^Select/ })).toHaveCount(2);
    const letters = page.getByRole('switch', { name: 'Single-letter shortcuts' });
    await letters.press('Space');
    await expect(letters).not.toBeChecked();
    await keys(page, 'Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('row', { name: /Ana Adams/ })).toBeVisible();
    await keys(page, '/', '?', 'c');
    await expect(heading(page, 'Manage Users')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('searchbox', { name: 'Search users' })).not.toBeFocused();
    await page.getByRole('button', { name: /Your menu/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).press('Enter');
    await letters.press('Space');
    await keys(page, 'Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keys(page, '/');
    await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeFocused();
  });
});
