import type { Page } from '@playwright/test';
import { ask, create, person, welcome } from './api.ts';
import { fill, follow, heading, must, press, signIn, toast } from './forms.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const ana = person('Ana', 'Adams');
const ben = person('Ben', 'Berg');
const cleo = person('Cleo', 'Chan');
const dora = person('Dora', 'Dale');

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const takeBack = (page: Page) => toast(page).getByRole('button', { name: 'Undo' }).last().click();
const rail = (page: Page) => page.getByRole('navigation', { name: 'Main' });

/** Waits until the list shows exactly these. */
async function shows(page: Page, grid: string, ...names: string[]) {
  await expect(page.getByRole('grid', { name: grid })).toHaveAttribute('aria-rowcount', String(names.length));
  for (const name of names) await expect(row(page, name)).toBeVisible();
}

async function keys(page: Page, ...names: string[]) {
  for (const name of names) await page.keyboard.press(name);
}

async function act(page: Page, name: string, entry: string) {
  await row(page, name)
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: entry }).click();
}

test('without groups the screen says what comes next, and the first one is made by keyboard', async ({
  admin: page,
}) => {
  for (const who of [ana, ben, cleo, dora]) await create(page, who);
  await page.goto('/users');
  await expect(row(page, 'Ana Adams')).toBeVisible();
  await keys(page, 'g', 'g');
  await expect(heading(page, 'Groups')).toBeFocused();
  await shows(page, 'Groups', 'Default');
  await expect(page.getByRole('heading', { name: 'No groups of your own yet.' })).toBeVisible();
  await keys(page, 'c');
  await expect(page.getByRole('menuitem', { name: 'User' })).toBeFocused();
  await keys(page, 'ArrowDown', 'Enter');
  const window = page.getByRole('dialog', { name: 'New Group' });
  await expect(window.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keys(page, 'Control+Enter');
  await expect(window.getByRole('alert')).toContainText('Enter a name.');
  await window.getByRole('textbox', { name: 'Name' }).fill('default');
  await keys(page, 'Control+Enter');
  await expect(window.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true');
  await window.getByRole('textbox', { name: 'Name' }).fill('Board');
  await keys(page, 'Tab');
  await page.keyboard.type('Meets on the first Monday.');
  await keys(page, 'Control+Enter');
  await expect(heading(page, 'Board')).toBeFocused();
  await expect(toast(page)).toContainText('Board was created.');
  await expect(page.getByText('Meets on the first Monday.')).toBeVisible();
  await expect(page.getByText('Nobody is in this group.')).toBeVisible();
});

test('members are picked several at once, made its manager and removed, each with Undo', async ({ admin: page }) => {
  await page.goto('/groups');
  await follow(page, 'Board');
  await page.getByRole('button', { name: 'Add members' }).first().click();
  const window = page.getByRole('dialog', { name: 'Add members to Board' });
  const users = window.getByRole('combobox', { name: 'Users' });
  await users.fill('Love');
  await expect(page.getByRole('option', { name: /Ada Lovelace/ })).toHaveAttribute('aria-disabled', 'true');
  for (const name of ['Ana Adams', 'Ben Berg', 'Cleo Chan']) {
    await users.fill(name);
    await page.getByRole('option', { name: new RegExp(name) }).click();
  }
  await press(window, 'Add members');
  await expect(window).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add members' })).toBeFocused();
  await expect(toast(page)).toContainText('3 users were added to Board.');
  await shows(page, 'Members', 'Ana Adams', 'Ben Berg', 'Cleo Chan');
  await expect(page.getByText('3 members')).toBeVisible();

  await test.step('a manager', async () => {
    await act(page, 'Ben Berg', 'Make Group Manager');
    await expect(row(page, 'Ben Berg')).toContainText('Group Manager');
    await expect(page.getByRole('main')).toContainText('managed by Ben Berg');
    await act(page, 'Ben Berg', 'Make a plain member');
    await expect(row(page, 'Ben Berg')).not.toContainText('Group Manager');
    await takeBack(page);
    await expect(row(page, 'Ben Berg')).toContainText('Group Manager');
  });

  await test.step('one by the menu, by keyboard, and back', async () => {
    await row(page, 'Cleo Chan').getByRole('link', { name: 'Cleo Chan' }).focus();
    await keys(page, 'Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Open the card' })).toBeFocused();
    await keys(page, 'End', 'Enter');
    await shows(page, 'Members', 'Ana Adams', 'Ben Berg');
    await keys(page, 'Control+z');
    await shows(page, 'Members', 'Ana Adams', 'Ben Berg', 'Cleo Chan');
  });

  await test.step('several that are selected', async () => {
    await row(page, 'Ana Adams').getByRole('checkbox').check();
    await row(page, 'Cleo Chan').getByRole('checkbox').check();
    await press(page.getByRole('region', { name: 'Selection' }), 'Remove from the group');
    await shows(page, 'Members', 'Ben Berg');
    await takeBack(page);
    await shows(page, 'Members', 'Ana Adams', 'Ben Berg', 'Cleo Chan');
  });

  await test.step('found while typing, and sorted', async () => {
    await keys(page, '/');
    await page.keyboard.type('chan');
    await shows(page, 'Members', 'Cleo Chan');
    await expect(page).toHaveURL(/\?q=chan$/);
    await page.getByRole('searchbox', { name: 'Search members' }).fill('nobody like this');
    await expect(page.getByText('No member matches.')).toBeVisible();
    await press(page, 'Clear the search');
    await page.getByRole('columnheader', { name: 'Email' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Email' }).getByRole('button').click();
    await expect(page).toHaveURL(/sort=-email$/);
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Cleo Chan');
  });
});

test('a group is changed in its place, and whoever saves second decides', async ({ admin: page }) => {
  await page.goto('/groups');
  await follow(page, 'Board');
  await press(page, 'Actions');
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const form = page.getByRole('form', { name: 'Details' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await form.getByRole('textbox', { name: 'Description' }).fill('Meets on Tuesdays.');

  const id = page.url().split('/').pop()!.split('?')[0];
  const query = 'query Version($id: ID!) { node(id: $id) { ... on Group { version } } }';
  const { node } = await ask<{ node: { version: number } }>(page, query, { id });
  await ask(page, 'mutation Rename($input: UpdateGroupInput!) { updateGroup(input: $input) { group { id } } }', {
    input: { id, version: node.version, name: 'The Board', description: 'Meets on Fridays.' },
  });
  await press(form, 'Save');
  const conflict = page.getByRole('alert').filter({ hasText: 'somebody else changed this group' });
  await expect(conflict).toContainText('yours: Meets on Tuesdays.');
  await expect(conflict).toContainText('theirs: Meets on Fridays.');
  await press(conflict, 'Keep mine, then save again');
  await press(form, 'Save');
  await expect(heading(page, 'The Board')).toBeVisible();
  await expect(page.getByText('Meets on Tuesdays.')).toBeVisible();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Actions', exact: true })).toBeFocused();
});

test('S1.6: no group is the Default group, which is explained and stays', async ({ admin: page }) => {
  await page.goto('/groups');
  await follow(page, 'Default');
  await expect(page.getByText('This is the group of everybody who is in no other.')).toBeVisible();
  await shows(page, 'Members', 'Ada Lovelace', 'Dora Dale');
  await expect(page.getByRole('button', { name: 'Add members' })).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await press(page, 'Actions');
  await expect(page.getByRole('menuitem')).toHaveText(['Edit']);
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByRole('form').getByRole('textbox')).toHaveCount(1);
  await fill(page.getByRole('form'), { Description: 'Everybody else.' });
  await press(page, 'Save');
  await expect(page.getByText('Everybody else.')).toBeVisible();
});

test('several groups on the card, each a link; the members of a deleted one move, and come back', async ({
  admin: page,
}) => {
  await create(page, person('Eva', 'Eide'), { newGroupNames: ['Choir'] });
  await page.goto('/users/new');
  await fill(page, must(person('Finn', 'Foss')));
  const groups = page.getByRole('combobox', { name: 'Groups' });
  for (const name of ['The Board', 'Choir']) {
    await groups.fill(name);
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  }
  await page.getByRole('checkbox', { name: /Group Manager of Choir/ }).check();
  await press(page, 'Save User');
  await expect(heading(page, 'Finn Foss')).toBeVisible();
  await follow(page, 'Choir · Group Manager');
  await shows(page, 'Members', 'Eva Eide', 'Finn Foss');

  await press(page, 'Actions');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete Choir?' });
  await press(question, 'Cancel');
  await expect(page.getByRole('button', { name: 'Actions', exact: true })).toBeFocused();
  await press(page, 'Actions');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await question.getByRole('radio', { name: 'Move 2 members to another group' }).check();
  await press(question, 'Delete');
  await expect(question.getByRole('combobox', { name: 'Move them to' })).toHaveAccessibleDescription(
    /Choose a group first/,
  );
  await question.getByRole('combobox', { name: 'Move them to' }).fill('Board');
  await page.getByRole('option', { name: /The Board/ }).click();
  await press(question, 'Delete');
  await expect(heading(page, 'Groups')).toBeFocused();
  await shows(page, 'Groups', 'Default', 'The Board');
  await expect(row(page, 'The Board')).toContainText('5');
  await takeBack(page);
  await shows(page, 'Groups', 'Choir', 'Default', 'The Board');
  await expect(row(page, 'Choir')).toContainText('Finn Foss');
  await expect(row(page, 'The Board')).toContainText('4');

  await follow(page, 'Choir');
  await press(page, 'Actions');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await press(question, 'Delete');
  await expect(heading(page, 'Groups')).toBeVisible();
  await follow(page, 'Default');
  await shows(page, 'Members', 'Ada Lovelace', 'Dora Dale', 'Eva Eide');
});

test('S1.8: a Group Manager sees exactly that group, and changes who is in it', async ({
  admin: page,
  elsewhere,
  mailbox,
}) => {
  const gina = person('Gina', 'Gran');
  await welcome(page, elsewhere, mailbox, gina, { newGroupNames: ['Garden'] });
  await create(page, person('Hal', 'Hagen'), { newGroupNames: ['Garden'] });
  await page.goto('/groups');
  await follow(page, 'Garden');
  await act(page, 'Gina Gran', 'Make Group Manager');
  await expect(row(page, 'Gina Gran')).toContainText('Group Manager');

  const manager = await elsewhere();
  await signIn(manager, gina);
  await expect(heading(manager, 'Manage Users')).toBeVisible();
  await shows(manager, 'Users', 'Gina Gran', 'Hal Hagen');
  await rail(manager).getByRole('link', { name: 'Groups' }).click();
  await shows(manager, 'Groups', 'Default', 'Garden');
  await expect(manager.getByRole('link', { name: 'New Group' })).toHaveCount(0);
  await expect(rail(manager).getByRole('link', { name: 'Customers' })).toHaveCount(0);
  await follow(manager, 'Garden');
  await expect(manager.getByRole('button', { name: 'Actions', exact: true })).toHaveCount(0);
  await row(manager, 'Gina Gran')
    .getByRole('button', { name: /^Actions for/ })
    .click();
  await expect(manager.getByRole('menuitem', { name: /Remove from the group/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await manager.keyboard.press('Escape');
  await act(manager, 'Hal Hagen', 'Remove from the group');
  await shows(manager, 'Members', 'Gina Gran');
  await expect(toast(manager)).toContainText('Hal Hagen was removed from Garden.');
  await rail(manager).getByRole('link', { name: 'Users' }).click();
  await shows(manager, 'Users', 'Gina Gran');
});
