import { ask, create, enter, person, welcome } from './api.ts';
import { fill, follow, heading, press } from './forms.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const toast = 'Notifications';

test('a role is made, given, changed with a word on who is affected, and taken back', async ({
  admin: page,
  hub,
  elsewhere,
  mailbox,
  looks,
}) => {
  await page.goto('/users');
  await follow(page, 'Roles');
  await expect(heading(page, 'Roles')).toBeFocused();
  await expect(page.getByRole('row', { name: /Portal Administrator/ }).first()).toContainText('Everybody');
  await looks(page, 'roles');
  await follow(page, 'New Role');
  await expect(page.getByRole('checkbox', { name: 'See users' })).toBeChecked();
  await press(page, 'Save Role');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Enter a name.');
  await looks(page, 'role-new');
  await fill(page, { Name: 'Auditor' });
  await page.getByRole('checkbox', { name: 'Import' }).check();
  await page.getByRole('checkbox', { name: 'Member' }).check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status', { name: toast })).toContainText('Auditor was created.');
  await expect(heading(page, 'Auditor')).toBeVisible();

  const otto = person('Otto', 'Odd');
  await welcome(page, elsewhere, mailbox, otto, { role: 'Auditor' });
  await page.reload();
  await expect(page.getByRole('link', { name: '1 user', exact: true })).toBeVisible();
  await expect(page.getByText("1 user holds this role, so it can't be deleted")).toBeVisible();
  await page.getByRole('checkbox', { name: 'Export' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('checkbox', { name: 'Import' }).uncheck();
  await looks(page, 'role');
  await press(page, 'Save Role');
  const question = page.getByRole('alertdialog', { name: 'Save Auditor?' });
  await expect(question).toContainText('1 user gains Export.');
  await expect(question).toContainText('1 user loses Import.');
  await looks(page, 'role-effects');
  await press(question, 'Save Role');
  await expect(page.getByRole('status', { name: toast })).toContainText('Auditor was saved.');

  const own = await elsewhere();
  await enter(own, hub, otto);
  const may = async () =>
    (await ask<{ viewer: { permissions: string[] } }>(own, '{ viewer { permissions } }')).viewer.permissions;
  expect(await may()).toEqual(['USERS_READ', 'EXPORT']);
  await press(page.getByRole('status', { name: toast }), 'Undo');
  await expect(page.getByRole('checkbox', { name: 'Import' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Export' })).not.toBeChecked();
  expect(await may()).toEqual(['USERS_READ', 'IMPORT']);

  await own.goto('/roles');
  await expect(own.getByRole('link', { name: 'New Role' })).toHaveCount(0);
  await own
    .getByRole('row', { name: /Auditor/ })
    .getByRole('link', { name: 'Auditor', exact: true })
    .click();
  await expect(heading(own, 'Auditor')).toBeVisible();
  await expect(own.getByRole('button', { name: 'Save Role' })).toHaveCount(0);
});

test('two at once: the second is shown what the first saved, and chooses', async ({ admin: page, hub, elsewhere }) => {
  await page.goto('/roles');
  await page
    .getByRole('row', { name: /Auditor/ })
    .getByRole('link', { name: 'Auditor', exact: true })
    .click();
  await expect(heading(page, 'Auditor')).toBeVisible();
  const second = await elsewhere();
  await enter(second, hub, {
    ...person('Ada', 'Lovelace'),
    email: 'ada@example.org',
    password: 'analytical engine 1843',
  });
  await second.goto(page.url());
  await fill(second, { Name: 'Reviser' });
  await press(second, 'Save Role');
  await expect(heading(second, 'Reviser')).toBeVisible();
  await fill(page, { Name: 'Inspector' });
  await press(page, 'Save Role');
  const conflict = page.getByRole('alert');
  await expect(conflict).toContainText('somebody else changed this role in the meantime');
  await expect(conflict).toContainText('yours: Inspector');
  await expect(conflict).toContainText('theirs: Reviser');
  await press(conflict, 'Keep mine, then save again');
  await expect(page.getByText('Your changes stand over theirs.')).toBeVisible();
  await press(page, 'Save Role');
  await expect(heading(page, 'Inspector')).toBeVisible();
});

test('a built-in role is static; a copy of it is not, and goes while nobody holds it', async ({
  admin: page,
  looks,
}) => {
  await page.goto('/roles');
  await follow(page.getByRole('grid'), 'Super User');
  await expect(page.getByText('This role is built in and stays as it is.')).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await looks(page, 'role-built-in');
  await follow(page, 'Make a copy');
  await expect(page.getByText('A copy of Super User, under a name of its own.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Read notes' })).toBeChecked();
  await fill(page, { Name: 'super user' });
  await press(page, 'Save Role');
  await expect(page.getByRole('alert')).toContainText('There is a role called Super User already.');
  await fill(page, { Name: 'Reader' });
  await press(page, 'Save Role');
  await expect(heading(page, 'Reader')).toBeVisible();
  await press(page, 'Delete Role');
  await press(page.getByRole('alertdialog', { name: 'Delete Reader?' }), 'Delete Role');
  await expect(page.getByRole('status', { name: toast })).toContainText('Reader was deleted.');
  await expect(page).toHaveURL('/roles');
  await expect(page.getByRole('row', { name: /Reader/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('grid').getByRole('link', { name: 'Reader', exact: true })).toBeVisible();
});

test('why somebody can see somebody is said in words', async ({ admin: page, elsewhere, mailbox, looks }) => {
  const id = await create(page, person('Nora', 'Nes'), { newGroupNames: ['Choir'] });
  const query = '{ groups(first: 9) { edges { node { id name } } } }';
  const { groups } = await ask<{ groups: { edges: { node: { id: string; name: string } }[] } }>(page, query);
  const choir = groups.edges.find(({ node }) => node.name === 'Choir')!.node.id;
  await welcome(page, elsewhere, mailbox, person('Mads', 'Moe'), { groupIds: [choir], managerOfGroupIds: [choir] });
  const tor = await welcome(page, elsewhere, mailbox, person('Tor', 'Tvedt'));
  await page.goto(`/users/${id}/settings`);
  await press(page, 'Why can this person see this?');
  const dialog = page.getByRole('dialog', { name: 'Why can this person see Nora Nes?' });
  await expect(dialog).toContainText('Ada Lovelace sees this user as Global Administrator (everybody):');
  await looks(page, 'why');
  const choose = async (typed: string, name: string) => {
    await dialog.getByRole('combobox', { name: 'Person' }).fill(typed);
    await page.getByRole('option', { name }).click();
  };
  await choose('mads', 'Mads Moe');
  await expect(dialog).toContainText('Mads Moe sees this user as manager of the group Choir:');
  await choose('tor', 'Tor Tvedt');
  await expect(dialog).toContainText("Tor Tvedt can't see this user.");
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Why can this person see this?' })).toBeFocused();
  await page.goto(`/users/${tor}/settings`);
  await press(page, 'Why can this person see this?');
  await expect(page.getByRole('dialog')).toContainText('Ada Lovelace sees this user as Global Administrator');
});
