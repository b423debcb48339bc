import { ask, enter, person, welcome } from './api.ts';
import { fact, follow, heading, press, toast } from './forms.ts';
import { fourPeople, row } from './listed.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

test('adding to groups from the list, and back', async ({ admin: page }) => {
  await fourPeople(page);
  await page.goto('/users');
  await page.getByRole('button', { name: 'Actions for Ana Adams' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Add to group' }).press('Enter');
  const asked = page.getByRole('dialog', { name: 'Add to group' });
  await press(asked, 'Add to group');
  await expect(asked).toContainText('Choose a group first.');
  await asked.getByRole('combobox', { name: 'Groups' }).fill('Board 2027');
  await expect(page.getByRole('option', { name: 'Add "Board 2027"' })).toBeVisible();
  await page.keyboard.press('Enter');
  await asked.getByRole('combobox', { name: 'Groups' }).fill('Choi');
  await page.getByRole('option', { name: 'Choir' }).click();
  await press(asked, 'Add to group');
  await expect(toast(page)).toContainText('Ana Adams was added to Board 2027, Choir.');
  await expect(row(page, 'Ana Adams')).toContainText('+1');
  await press(page, 'Undo');
  await expect(row(page, 'Ana Adams')).not.toContainText('+1');
  await expect(row(page, 'Ana Adams')).toContainText('Board');
});

test('the card knows who comes before and after in its list', async ({ admin: page }) => {
  await page.goto('/users?sort=-name&company=&q=example.org&status=active');
  await row(page, 'Cleo Chan').getByRole('link', { name: 'Cleo Chan', exact: true }).click();
  await expect(heading(page, 'Cleo Chan')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next user: Ben Berg' })).toBeEnabled();
  await page.keyboard.press('j');
  await expect(heading(page, 'Ben Berg')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Previous user: Cleo Chan' })).toBeEnabled();
  await page.keyboard.press('j');
  await expect(heading(page, 'Ana Adams')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next user' })).toBeDisabled();
  await page.keyboard.press('k');
  await expect(heading(page, 'Ben Berg')).toBeVisible();
  await press(page, 'Previous user: Cleo Chan');
  await expect(heading(page, 'Cleo Chan')).toBeVisible();

  const section = page.getByRole('navigation', { name: /^Sections of/ }).locator('[aria-current]');
  for (const [key, name] of ['5 History', '2 Settings', '1 Details'].map((line) => line.split(' '))) {
    await page.keyboard.press(key!);
    await expect(section).toHaveText(name!);
  }
  await press(page, 'Edit');
  await page.getByRole('textbox', { name: 'Extension' }).fill('');
  await page.keyboard.type('12');
  await page.getByRole('textbox', { name: 'Title' }).fill('Singer');
  await page.keyboard.press('Control+Enter');
  await expect(fact(page, 'Title')).toHaveText('Singer');
  await follow(page, 'Back to the list');
  await expect(page).toHaveURL(/\/users\?q=example.org&status=active&sort=-name$/);
  await page.goto(
    (await row(page, 'Cleo Chan').getByRole('link', { name: 'Cleo Chan', exact: true }).getAttribute('href')) ?? '',
  );
  await expect(heading(page, 'Cleo Chan')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Next user/ })).toHaveCount(0);
});

test('whoever sees a part of the users is told which', async ({ admin: page, hub, elsewhere, mailbox }) => {
  const { companies } = await ask<{ companies: { edges: { node: { id: string } }[] } }>(
    page,
    '{ companies(first: 1, search: "Nordlys") { edges { node { id } } } }',
  );
  const companyId = companies.edges[0]!.node.id;
  const edna = person('Edna', 'Engen');
  await welcome(page, elsewhere, mailbox, edna, { role: 'Company Administrator', assignments: [{ companyId }] });
  const other = await elsewhere();
  await enter(other, hub, edna);
  await other.goto('/users');
  await expect(row(other, 'Ana Adams')).toBeVisible();
  await expect(row(other, 'Dora Dale')).toHaveCount(0);
  await expect(other.getByText('You can see users in Nordlys only.')).toBeVisible();
});

test('rows stay when they cannot be read again, and Retry reads them', async ({ admin: page, manners }) => {
  manners.allow(/Failed to load resource/);
  await page.goto('/users');
  await expect(row(page, 'Dora Dale')).toBeVisible();
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('UsersPage') ? route.abort() : route.continue(),
  );
  await page.getByRole('columnheader', { name: 'Email' }).getByRole('button').click();
  await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  await expect(row(page, 'Dora Dale')).toBeVisible();
  await page.unroute('**/graphql');
  await press(page, 'Retry');
  await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0);
  await expect(page.locator('[data-index="0"]')).toContainText('Ada Lovelace');
});
