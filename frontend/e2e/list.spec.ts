import type { Page } from '@playwright/test';
import { fill, press } from './forms.ts';
import { fourPeople, row } from './listed.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const chip = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });

/** Waits until the list shows exactly these. */
async function shows(page: Page, ...names: string[]) {
  await expect(page.getByRole('grid', { name: 'Users' })).toHaveAttribute('aria-rowcount', String(names.length));
  for (const name of names) await expect(row(page, name)).toBeVisible();
}

async function addFilter(page: Page, name: string) {
  await press(page, 'Add filter');
  await page.getByRole('menuitem', { name, exact: true }).click();
  return page.getByRole('dialog', { name: `Filter by ${name}` });
}

test('nobody but the administrator: the list says what comes next', async ({ admin: page }) => {
  await page.goto('/users');
  await expect(row(page, 'Ada Lovelace')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No users yet.' })).toBeVisible();
  await expect(page.getByText('Add one, or import an XLSX file.')).toBeVisible();
  await fourPeople(page);
  await page.reload();
  await shows(page, 'Ada Lovelace', 'Ana Adams', 'Ben Berg', 'Cleo Chan', 'Dora Dale');
  await expect(page.getByText('No users yet.')).toHaveCount(0);
});

test('tabs count, and stand in the address', async ({ admin: page }) => {
  await page.goto('/users');
  await expect(tab(page, 'All 5')).toHaveAttribute('aria-current', 'page');
  await expect(tab(page, 'Inactive 0')).toBeVisible();
  await tab(page, 'Invited, not set up 1').click();
  await shows(page, 'Ben Berg');
  await expect(page).toHaveURL(/\/users\?state=invited,invitation_expired$/);
  await tab(page, /^Locked/).click();
  await expect(page.getByText('No user matches.')).toBeVisible();
  await page.goBack();
  await shows(page, 'Ben Berg');
  await page.goForward();
  await press(page, 'Clear filters');
  await expect(page).toHaveURL(/\/users$/);
  await expect(row(page, 'Dora Dale')).toBeVisible();
});

test('filters are chips: chosen with the keyboard alone, changed, taken away', async ({ admin: page }) => {
  await page.goto('/users');
  const adder = page.getByRole('button', { name: 'Add filter' });
  const keys = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name);
  };
  await test.step('a role', async () => {
    await adder.focus();
    await keys('Enter');
    await expect(page.getByRole('menuitem', { name: 'Status' })).toBeFocused();
    await keys('ArrowDown', 'Enter');
    const editor = page.getByRole('dialog', { name: 'Filter by Role' });
    const choice = editor.getByRole('checkbox', { name: 'Super User' });
    await expect(choice).toBeVisible();
    for (let step = 0; step < 9 && !(await choice.evaluate((box) => box === document.activeElement)); step++)
      await keys('Tab');
    await keys('Space');
    await expect(chip(page, 'Role: Super User')).toBeAttached();
    await keys('Escape');
    await expect(editor).toBeHidden();
    await expect(adder).toBeFocused();
    await shows(page, 'Ana Adams');
  });

  await test.step('one step back, and forward', async () => {
    await page.goBack();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '5');
    await page.goForward();
    await shows(page, 'Ana Adams');
  });

  await test.step('its chip changes it', async () => {
    await chip(page, 'Role: Super User').press('Enter');
    const editor = page.getByRole('dialog', { name: 'Filter by Role' });
    await editor.getByRole('checkbox', { name: 'Global Administrator' }).check();
    await press(editor, 'Done');
    await expect(chip(page, 'Role: Super User, Global Administrator')).toBeFocused();
    await shows(page, 'Ana Adams', 'Ada Lovelace');
  });

  await test.step('its cross takes it away', async () => {
    await page.getByRole('button', { name: 'Remove filter Role' }).press('Enter');
    await expect(page).toHaveURL(/\/users$/);
    await expect(adder).toBeFocused();
  });

  await test.step('groups and companies are found while typing', async () => {
    const groups = await addFilter(page, 'Group');
    await expect(groups.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('cho');
    await expect(groups.getByRole('checkbox')).toHaveCount(1);
    await groups.getByRole('checkbox', { name: 'Choir' }).check();
    await press(groups, 'Done');
    await shows(page, 'Cleo Chan');
    await page.getByRole('button', { name: 'Remove filter Group' }).click();
    const companies = await addFilter(page, 'Company');
    await companies.getByRole('checkbox', { name: 'Nordlys' }).check();
    await press(companies, 'Done');
    await shows(page, 'Ana Adams', 'Ben Berg');
  });

  await test.step('with more than one, all can be cleared', async () => {
    const states = await addFilter(page, 'Account state');
    await states.getByRole('checkbox', { name: 'Invited' }).check();
    await press(states, 'Done');
    await shows(page, 'Ben Berg');
    await press(page, 'Clear filters');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '5');
  });

  await test.step('consent and times', async () => {
    const consent = await addFilter(page, 'Consent');
    await consent.getByRole('radio', { name: 'Yes, they receive it' }).check();
    await press(consent, 'Done');
    await shows(page, 'Cleo Chan');
    await page.getByRole('button', { name: 'Remove filter Consent' }).click();
    const seen = await addFilter(page, 'Last sign-in');
    await seen.getByRole('radio', { name: 'In the last 7 days' }).check();
    await shows(page, 'Ada Lovelace');
    await seen.getByRole('radio', { name: 'A range of dates' }).check();
    await seen.getByLabel('Until').fill('2020-01-31');
    await press(seen, 'Done');
    await expect(page.getByText('No user matches.')).toBeVisible();
    await expect(chip(page, 'Last sign-in: until 31 Jan 2020')).toBeVisible();
    await expect(page).toHaveURL(/signedIn=\.\.2020-01-31$/);
  });

  await test.step('what the address names and nobody knows can be removed', async () => {
    await page.goto(`/users?role=${Buffer.from('Role:99999').toString('base64url')}&group=junk`);
    await expect(chip(page, 'Role: unknown')).toBeVisible();
    await page.getByRole('button', { name: 'Remove filter Role' }).click();
    await expect(page).toHaveURL(/\/users$/);
  });
});

test('columns and the height of rows are remembered', async ({ admin: page }) => {
  await page.goto('/users');
  await expect(row(page, 'Ana Adams')).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  const choice = (name: string) => page.getByRole('menuitemcheckbox', { name, exact: true });
  await choice('Title').press('Space');
  await choice('Company').press('Space');
  await choice('Groups').press('Space');
  await page.getByRole('menuitemradio', { name: 'Compact' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
  await expect(row(page, 'Ana Adams')).toContainText('Treasurer');
  await page.reload();
  await expect(row(page, 'Ana Adams')).toContainText('Nordlys');
  await expect(page.getByRole('columnheader', { name: 'Groups' })).toHaveCount(0);
  expect((await row(page, 'Ana Adams').boundingBox())?.height).toBe(32);

  const title = page.getByRole('columnheader', { name: 'Title' });
  await title.getByRole('button').press('Enter');
  await expect(title).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('[data-index="0"]')).toContainText('Ben Berg');
  await title.getByRole('button').press('Enter');
  await expect(title).toHaveAttribute('aria-sort', 'descending');
  await expect(page.locator('[data-index="0"]')).toContainText('Ana Adams');
  await expect(page).toHaveURL(/\/users\?sort=-title$/);
});

test('views are saved, shared, changed and deleted', async ({ admin: page }) => {
  await page.goto('/users?state=invited&sort=-email');
  await expect(row(page, 'Ben Berg')).toBeVisible();
  await press(page, 'Save view…');
  const asked = page.getByRole('dialog', { name: 'Save view' });
  await expect(asked.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(asked).toContainText('Enter a name.');
  await fill(asked, { Name: 'To be reminded' });
  await asked.getByRole('checkbox', { name: 'Share with everyone' }).check();
  await press(asked, 'Save view');
  const view = tab(page, 'To be reminded');
  await expect(view).toHaveAttribute('aria-current', 'page');
  const address = page.url();

  await test.step('a view that is only named stands for all it says', async () => {
    const id = new URL(address).searchParams.get('view');
    await page.goto(`/users?view=${id}`);
    await expect(page).toHaveURL(address);
    await shows(page, 'Ben Berg');
  });

  await test.step('it tells when something else is shown, and takes that in', async () => {
    await expect(view).not.toHaveAttribute('title', 'changed');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await expect(view).toHaveText('To be reminded •');
    await expect(view).toHaveAttribute('title', 'changed');
    await press(page, 'Actions for the view To be reminded');
    await page.getByRole('menuitem', { name: 'Update to these filters' }).click();
    await expect(view).toHaveText('To be reminded');
  });

  await test.step('another name', async () => {
    await press(page, 'Actions for the view To be reminded');
    await page.getByRole('menuitem', { name: 'Rename or share…' }).click();
    const window = page.getByRole('dialog', { name: 'Rename or share' });
    await expect(window.getByRole('checkbox')).toBeChecked();
    await fill(window, { Name: 'Reminders' });
    await press(window, 'Save');
    await expect(tab(page, 'Reminders')).toBeVisible();
  });

  await test.step('and gone', async () => {
    await press(page, 'Actions for the view Reminders');
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await press(page.getByRole('alertdialog'), 'Delete');
    await expect(tab(page, 'Reminders')).toHaveCount(0);
    await expect(page).toHaveURL(/\/users$/);
    await page.goto(address);
    await expect(page).toHaveURL(/\/users\?state=invited&sort=-email$/);
  });
});

test('the panel is in the address too', async ({ admin: page }) => {
  await page.goto('/users');
  await press(page, 'Information about Ben Berg');
  const panel = (name: string) => page.getByRole('complementary', { name });
  await expect(panel('Ben Berg')).toBeVisible();
  await expect(page).toHaveURL(/peek=/);
  const address = page.url();
  await page.keyboard.press('ArrowDown');
  await expect(panel('Cleo Chan')).toBeVisible();
  await page.goBack();
  await expect(panel('Cleo Chan')).toHaveCount(0);
  await expect(page).toHaveURL(/\/users$/);
  await page.goForward();
  await expect(panel('Cleo Chan')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/users$/);
  await page.goto(address.replace('?', '?q=dora&'));
  await expect(panel('Ben Berg')).toContainText('Nordlys');
  await shows(page, 'Dora Dale');
});
