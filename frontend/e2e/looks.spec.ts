import { ask, create, person, welcome } from './api.ts';
import { fill, heading, must, press, toast } from './forms.ts';
import { expect, Mailbox, test } from './test.ts';

const long = {
  ...person('Wolfeschlegelsteinhausen', 'Bergerdorff-Hohenstein-Schillingsfürst'),
  email: 'wolfeschlegelsteinhausen.bergerdorff.hohenstein@sehr-lange-adressen.example.org',
};
const names = [
  ...[
    'Amara Okafor',
    'Åsa Öberg',
    'Beatriz Gonçalves',
    '李 小龍',
    'Дмитрий Иванов',
    'Ελένη Παπαδοπούλου',
    'Noor Haddad',
  ],
  ...['Priya Raman', 'Jürgen Müller', 'Siobhán Ní Bhriain', 'Tomasz Wójcik', 'Yuki Tanaka', 'Zoë van der Meer'],
];

test('the list', async ({ admin: page, looks }) => {
  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
  await looks(page, 'users-first-run');

  for (const [index, name] of names.entries()) {
    const [firstName = '', ...rest] = name.split(' ');
    const who = { ...person(firstName, rest.join(' ')), email: `user${index}@example.org` };
    const newGroupNames = index === 0 ? ['Board 2027', 'Staff', 'Volunteers'] : undefined;
    await create(page, who, { newGroupNames, account: index % 3 ? { notify: 'NEVER' } : undefined });
  }
  await create(page, long, { newGroupNames: ['Everybody who ever came to a meeting'] });
  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Priya Raman/ })).toBeVisible();
  await looks(page, 'users');
  await page.goto('/users?q=yuki&sort=email');
  await expect(page.getByRole('row', { name: /Yuki/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Priya/ })).toHaveCount(0);
  await looks(page, 'users-filtered');
  await page.goto('/users?q=nobody-is-called-this');
  await expect(page.getByText('No user matches.')).toBeVisible();
  await looks(page, 'users-no-match');
});

test('what opens over the list', async ({ admin: page, looks }) => {
  await page.goto('/users');
  await press(page, 'Search or jump to… Ctrl K');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
  await looks(page, 'palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Your menu/ }).click();
  await expect(
    page.getByRole('menuitemradio', { name: 'Dark' }).or(page.getByRole('menuitem', { name: 'Dark' })),
  ).toBeVisible();
  await looks(page, 'viewer-menu');
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await looks(page, 'keys');
  await page.keyboard.press('Escape');
  const row = page.getByRole('row', { name: /Priya Raman/ });
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expect(row).toContainText('Inactive');
  await press(toast(page), 'Dismiss');
  await page.getByRole('button', { name: /Recent changes/ }).click();
  await expect(page.getByRole('dialog', { name: 'Recent changes' })).toContainText('Priya Raman was deactivated.');
  // Undo lasts ten seconds; looking may take longer.
  await press(page.getByRole('dialog', { name: 'Recent changes' }), 'Undo');
  await looks(page, 'bell');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await press(page, 'Main menu');
  await expect(page.getByRole('dialog', { name: 'Main menu' })).toBeVisible();
  await looks(page, 'main-menu');
});

test('while the server is away', async ({ admin: page, looks, manners }) => {
  manners.allow(/Failed to load resource|KeysHelp|Failed to fetch dynamically imported module/);
  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Priya Raman/ })).toBeVisible();
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  await page.context().setOffline(true);
  await expect(page.getByText('You are offline. What you see may be out of date.')).toBeVisible();
  expect(await page.getByRole('heading', { level: 1 }).boundingBox()).toEqual(heading);
  await looks(page, 'offline');
  // What was not fetched before cannot be opened; everything else stays.
  await page.keyboard.press('?');
  await expect(page.getByText('That could not be loaded. Try again in a moment.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Priya Raman/ })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('You are offline.')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('filters, columns and views of the list', async ({ admin: page, looks }) => {
  const add = async (name: string) => {
    await press(page, 'Add filter');
    await page.getByRole('menuitem', { name, exact: true }).click();
    return page.getByRole('dialog', { name: `Filter by ${name}` });
  };
  await page.goto('/users');
  await expect(page.getByRole('button', { name: 'Add filter' })).toBeVisible();
  await press(page, 'Add filter');
  await expect(page.getByRole('menuitem', { name: 'Status' })).toBeVisible();
  await looks(page, 'users-add-filter');
  await page.keyboard.press('Escape');
  const roles = await add('Role');
  await roles.getByRole('checkbox', { name: 'Global Administrator' }).check();
  await roles.getByRole('checkbox', { name: 'Member' }).check();
  await looks(page, 'users-filter-role');
  await press(roles, 'Done');
  const groups = await add('Group');
  await expect(groups.getByRole('checkbox').first()).toBeVisible();
  await looks(page, 'users-filter-group');
  await press(groups, 'Done');
  const created = await add('Created');
  await created.getByRole('radio', { name: 'A range of dates' }).check();
  await created.getByLabel('From').fill('2020-01-01');
  await looks(page, 'users-filter-created');
  await press(created, 'Done');
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
  await looks(page, 'users-chips');
  await press(page, 'Save view…');
  await expect(page.getByRole('dialog', { name: 'Save view' })).toBeVisible();
  await looks(page, 'users-save-view');
  await fill(page.getByRole('dialog'), { Name: 'Newcomers of this decade' });
  await press(page.getByRole('dialog'), 'Save view');
  await expect(page.getByRole('button', { name: /^Actions for the view/ })).toBeVisible();
  await looks(page, 'users-view');
  await page.goto('/users');
  await press(page, 'Columns');
  await expect(page.getByRole('menuitemcheckbox', { name: 'Title' })).toBeVisible();
  await looks(page, 'users-columns');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Actions for / })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Add to group' }).click();
  await expect(page.getByRole('dialog', { name: 'Add to group' })).toBeVisible();
  await looks(page, 'users-add-to-group');
});

test('creating', async ({ admin: page, looks }) => {
  await create(page, person('Stig', 'Steen'), { newGroupNames: ['Stagehands'] });
  await page.goto('/users/new');
  await expect(page.getByRole('combobox', { name: 'Assigned Role' })).toHaveText('Member');
  await looks(page, 'new-user');
  await page.getByRole('combobox', { name: 'Assigned Role' }).click();
  await looks(page, 'new-user-roles');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Groups' }).fill('Sta');
  await page.getByRole('option', { name: 'Stagehands' }).click();
  await page.getByRole('combobox', { name: 'Groups' }).fill('Bo');
  await expect(page.getByRole('option', { name: 'Add "Bo"' })).toBeVisible();
  await looks(page, 'new-user-groups');
  await page.keyboard.press('Escape');
  await page.getByRole('switch', { name: 'Send invitation to create a password' }).check();
  await fill(page, { Email: 'ada', 'Login Name': 'not one' });
  await press(page, 'Save User');
  await expect(page.getByRole('alert')).toBeVisible();
  await looks(page, 'new-user-errors');
  await fill(page, { ...must(person('Ada', 'Two')), Email: 'ada@example.org', 'Login Name': '' });
  await press(page, 'Save User');
  await expect(page.getByRole('alert')).toContainText('already belongs to');
  await looks(page, 'new-user-taken');
});

test('the card', async ({ admin: page, elsewhere, mailbox, looks }) => {
  const known = {
    title: 'Treasurer',
    cellPhone: '+47 912 34 567',
    officePhone: '+47 22 33 44 55',
    extension: '117',
    address: 'Storgata 1\n0155 Oslo',
    companyName: 'Nordlys AS',
    note: 'Prefers letters.\nIs back in May.',
    emailSubscribed: true,
  };
  const bare = await create(page, person('Bare', 'Bones'));
  await page.goto(`/users/${bare}/details`);
  await expect(heading(page, 'Bare Bones')).toBeVisible();
  await looks(page, 'card-bare');
  await page.goto(`/users/${bare}/settings`);
  await expect(page.getByRole('button', { name: 'Create User' })).toBeVisible();
  await looks(page, 'card-settings-none');

  const xenia = person('Xenia', 'Young');
  const id = await welcome(page, elsewhere, mailbox, xenia, known);
  await page.goto(`/users/${id}/details`);
  await expect(heading(page, 'Xenia Young')).toBeVisible();
  await looks(page, 'card');
  await press(page, 'Edit');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Treasurer');
  await looks(page, 'card-edit');
  await page.goto(`/users/${id}/settings`);
  await press(page, 'Send Password Reset');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await looks(page, 'card-confirm');
  await press(page.getByRole('alertdialog'), 'Confirm');
  await expect(page.getByRole('list', { name: 'Link trail' })).toContainText('Password reset sent');
  await looks(page, 'card-settings');
});

test('mail', async ({ admin: page, mailbox, looks }) => {
  await page.goto('/email?show=problems');
  await expect(page.getByText('No such message.')).toBeVisible();
  await looks(page, 'email-none');
  await create(page, { ...long, email: `x${long.email}` }, { account: { notify: 'IMMEDIATELY' } });
  const email = await mailbox.next(`x${long.email}`);
  await page.goto('/email');
  await expect(page.getByRole('row', { name: long.email })).toContainText('Sent');
  await looks(page, 'email');
  const query = '{ messages(first: 1) { edges { node { id } } } }';
  const { messages } = await ask<{ messages: { edges: { node: { id: string } }[] } }>(page, query);
  await page.goto(`/email/${messages.edges[0]!.node.id}`);
  await expect(heading(page, email.subject)).toBeVisible();
  await expect(page.getByText(Mailbox.link(email))).toHaveCount(0);
  await looks(page, 'message');
});

test('what is not there', async ({ admin: page, looks }) => {
  await page.goto('/nowhere');
  await expect(heading(page, 'Not found')).toBeVisible();
  await looks(page, 'not-found');
  await page.goto('/users/VXNlcjo5OTk5OTk/details');
  await expect(heading(page, 'No such user')).toBeVisible();
  await looks(page, 'no-such-user');
});

test('superseding', async ({ admin: page, looks }) => {
  const id = await create(
    page,
    { ...long, email: `y${long.email}` },
    { newGroupNames: ['Stewards'], account: { notify: 'IMMEDIATELY' } },
  );
  await page.goto(`/users/${id}/details`);
  await press(page, 'Supersede');
  await expect(page.getByRole('textbox', { name: 'New email' })).toBeFocused();
  await looks(page, 'supersede');
  await fill(page, { 'New email': 'wolfe@example.org' });
  await press(page, 'Confirm');
  await expect(page.getByText(/^Supersedes/)).toBeVisible();
  await looks(page, 'superseding');
  await page.goto(`/users/${id}/details`);
  await expect(page.getByText(/^Superseded by/)).toBeVisible();
  await looks(page, 'superseded');
});
