import { ask, create, enter, messageCount, person, welcome } from './api.ts';
import { fact, fill, follow, heading, must, press, toast } from './forms.ts';
import { expect, test } from './test.ts';

const invitation = 'Send invitation to create a password';

test('every field of the form stands on the card', async ({ admin: page }) => {
  await page.goto('/users/new');
  await fill(page, {
    ...must(person('Åsa', 'Öberg')),
    Email: 'asa@example.org',
    Title: 'Treasurer',
    'Cell Phone': '+47 912 34 567',
    'Office Phone': '+47 22 33 44 55',
    Extension: '117',
    Address: 'Storgata 1\n0155 Oslo',
    'Login Name': 'asa',
  });
  await page.getByRole('textbox', { name: 'Note' }).fill('Prefers letters.');

  await page.getByRole('combobox', { name: 'Company' }).fill('Nordlys AS');
  await page.getByRole('option', { name: 'Add "Nordlys AS"' }).click();
  await page.getByRole('combobox', { name: 'Groups' }).fill('Board 2027');
  await page.getByRole('option', { name: 'Add "Board 2027"' }).click();
  await page.getByRole('combobox', { name: 'Assigned Role' }).click();
  await page.getByRole('option', { name: 'Super User' }).click();
  await page.getByRole('switch', { name: invitation }).check();
  await page.getByRole('switch', { name: 'Receives email communication' }).check();
  await press(page, 'Save User');

  await expect(heading(page, 'Åsa Öberg')).toBeVisible();
  await expect(fact(page, 'Email')).toHaveText(/^asa@example\.org\s*Supersede$/);
  const card = Object.entries({
    'First Name': 'Åsa',
    'Last Name': 'Öberg',
    Title: 'Treasurer',
    'Cell Phone': '+47 912 34 567',
    'Office Phone': '+47 22 33 44 55 ext. 117',
    Address: 'Storgata 1\n0155 Oslo',
    Company: 'Nordlys AS',
    'Assigned Role': 'Super User',
    Groups: 'Board 2027',
  });
  for (const [term, value] of card) await expect(fact(page, term), term).toHaveText(value, { useInnerText: true });
  await expect(page.getByRole('switch', { name: 'Receives email communication' })).toBeChecked();
  await expect(page.getByRole('region', { name: 'Note' })).toContainText('Prefers letters.');
  await follow(page.getByRole('navigation', { name: /^Sections of/ }), 'Settings');
  await expect(page.getByRole('textbox', { name: 'Account email' })).toHaveValue('asa@example.org');
  await expect(page.getByRole('textbox', { name: 'Login Name' })).toHaveValue('asa');
});

test('an address that is taken is said under its field, with the way to its owner', async ({ admin: page }) => {
  await create(page, person('Bo', 'Berg'));
  await page.goto('/users/new');
  await fill(page, { ...must(person('Bob', 'Berg')), Email: ' Bo.Berg@Example.org ' });
  await press(page, 'Save User');

  const email = page.getByRole('textbox', { name: 'Email' });
  await expect(email).toHaveAccessibleDescription(/bo\.berg@example\.org already belongs to Bo Berg/i);
  await expect(page.getByRole('alert')).toBeFocused();
  await follow(page.getByRole('alert'), 'Open');
  await expect(heading(page, 'Bo Berg')).toBeVisible();
});

test('names that are missing are listed in a summary that has the focus, and nothing is saved', async ({
  admin: page,
}) => {
  await page.goto('/users/new');
  await fill(page, { Email: 'nameless@example.org' });
  await press(page, 'Save User');

  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('listitem')).toHaveText(['Enter the first name.', 'Enter the last name.']);
  await expect(page.getByRole('textbox', { name: 'Last Name' })).toHaveAccessibleDescription('Enter the last name.');
  await summary.getByText('Enter the last name.').click();
  await expect(page.getByRole('textbox', { name: 'Last Name' })).toBeFocused();
  expect(await found(page, 'nameless')).toBe(0);
});

test('the new user stands in the list without a reload', async ({ admin: page }) => {
  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await press(page, 'Create');
  await page.getByRole('menuitem', { name: 'User' }).click();
  await expect(page).toHaveURL('/users/new');
  await fill(page, must(person('Carl', 'Dahl')));
  await press(page, 'Save User');
  await follow(page, 'Back to the list');
  await expect(page.getByRole('row', { name: /Carl Dahl/ })).toContainText('carl.dahl@example.org');
  expect(loads).toEqual([]);
});

test('a double click makes one user and one mail', async ({ admin: page, mailbox }) => {
  const eva = person('Eva', 'Ek');
  await page.goto('/users/new');
  await fill(page, must(eva));
  await page.getByRole('switch', { name: invitation }).check();
  await page.getByRole('button', { name: 'Save User' }).dblclick();
  await expect(heading(page, 'Eva Ek')).toBeVisible();
  await mailbox.next(eva.email);
  expect(await found(page, eva.email)).toBe(1);
  expect(await messageCount(page, idIn(page.url()))).toBe(1);
});

test('without the invitation there is no account and no mail', async ({ admin: page, mailbox }) => {
  const finn = person('Finn', 'Fors');
  await page.goto('/users/new');
  await fill(page, must(finn));
  await expect(page.getByRole('switch', { name: invitation })).not.toBeChecked();
  await press(page, 'Save User');
  await expect(toast(page)).toContainText('Finn Fors was created.');
  await follow(page.getByRole('navigation', { name: /^Sections of/ }), 'Settings');
  await expect(page.getByText('No account yet.')).toBeVisible();
  await expect(page.getByText('No invitation or reset so far.')).toBeVisible();
  expect(await messageCount(page, idIn(page.url()))).toBe(0);
  expect((await mailbox.all()).flatMap((email) => email.to)).not.toContain(finn.email);
});

test('who is to be told by a job is told nothing before one runs', async ({ admin: page }) => {
  await page.goto('/users/new');
  await fill(page, must(person('Gry', 'Gran')));
  await page.getByRole('switch', { name: invitation }).check();
  await page.getByRole('radio', { name: 'At the next Notification job' }).check();
  await press(page, 'Save User');
  await expect(toast(page)).toContainText('Gry Gran was created. No Notification job is scheduled. Schedule one');
  expect(await messageCount(page, idIn(page.url()))).toBe(0);
});

test('a Security Administrator sees the roles that they may not give, disabled with the reason', async ({
  admin,
  hub,
  elsewhere,
  mailbox,
}) => {
  const sig = person('Sig', 'Sund');
  await welcome(admin, elsewhere, mailbox, sig, { role: 'Security Administrator' });
  const page = await elsewhere();
  await enter(page, hub, sig);
  await page.goto('/users/new');
  await page.getByRole('combobox', { name: 'Assigned Role' }).click();
  await expect(page.getByRole('option', { disabled: false })).toHaveText(['Portal Administrator', 'Super User']);
  const global = page.getByRole('option', { name: /^Global Administrator/ });
  await expect(global).toHaveText('Global AdministratorYour own role may not give this one.');
  await global.click({ force: true });
  await expect(page.getByRole('combobox', { name: 'Assigned Role' })).not.toHaveText('Global Administrator');

  await page.getByRole('option', { name: 'Super User' }).click();
  await fill(page, must(person('Tor', 'Tveit')));
  await press(page, 'Save User');
  await expect(heading(page, 'Tor Tveit')).toBeVisible();
  await expect(fact(page, 'Assigned Role')).toHaveText('Super User');
});

/** How many users a search finds. */
async function found(page: Parameters<typeof ask>[0], search: string) {
  const query =
    'query Found($search: String) { users(first: 9, filter: { search: $search }) { edges { node { id } } } }';
  return (await ask<{ users: { edges: object[] } }>(page, query, { search })).users.edges.length;
}

/** The user whose card is open at this address. */
const idIn = (url: string) => decodeURIComponent(new URL(url).pathname.split('/')[2]!);
