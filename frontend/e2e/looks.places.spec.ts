import type { Page } from '@playwright/test';
import { ask, create, person } from './api.ts';
import { follow, heading, press } from './forms.ts';
import { expect, test } from './test.ts';

const purpose = 'Decides on the budget, meets on the first Monday of the month, and invites whoever it needs.';

/** Runs a mutation that answers one thing with an id. */
async function make(page: Page, mutation: string, type: string, input: object): Promise<string> {
  const thing = mutation.replace('create', '').toLowerCase();
  const query = `mutation Make($input: ${type}!) { ${mutation}(input: $input) { ${thing} { id } } }`;
  return (await ask<Record<string, Record<string, { id: string }>>>(page, query, { input }))[mutation]![thing]!.id;
}

test('groups', async ({ admin: page, looks }) => {
  await page.goto('/groups');
  await expect(page.getByText('No groups of your own yet.')).toBeVisible();
  await looks(page, 'groups-first-run');
  await page.getByRole('link', { name: 'New Group' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await press(page, 'Save Group');
  await expect(page.getByRole('alert')).toBeVisible();
  await looks(page, 'groups-new');

  const board = await make(page, 'createGroup', 'CreateGroupInput', { name: 'Board 2027', description: purpose });
  await page.goto(`/groups/${board}`);
  await expect(page.getByText('Nobody is in this group.')).toBeVisible();
  await looks(page, 'group-empty');
  const long = 'Everybody who ever came to a meeting of the association for the care of old harbours';
  await create(page, person('Wolfeschlegelsteinhausen', 'Bergerdorff-Hohenstein'), { newGroupNames: [long] });
  for (const [index, name] of ['Amara Okafor', 'Åsa Öberg', 'Noor Haddad', 'Priya Raman', 'Yuki Tanaka'].entries()) {
    const [firstName = '', lastName = ''] = name.split(' ');
    const managerOfGroupIds = index === 1 || index === 3 ? [board] : [];
    const more = { groupIds: [board], managerOfGroupIds, account: index % 2 ? { notify: 'NEVER' } : undefined };
    await create(page, { ...person(firstName, lastName), email: `user${index}@example.org` }, more);
  }
  await page.goto('/groups');
  await expect(page.getByRole('row', { name: /Board 2027/ })).toBeVisible();
  await looks(page, 'groups');
  await page.goto('/groups?q=nothing like this');
  await expect(page.getByText('No group matches.')).toBeVisible();
  await looks(page, 'groups-no-match');
  await page.goto('/groups');
  await follow(page, long);
  await expect(page.getByRole('row', { name: /Wolfe/ })).toBeVisible();
  await looks(page, 'group-long');

  await page.goto(`/groups/${board}`);
  await expect(page.getByRole('row', { name: /Yuki/ })).toBeVisible();
  await looks(page, 'group');
  await page.getByRole('row', { name: /Noor/ }).getByRole('checkbox').check();
  await page.getByRole('row', { name: /Yuki/ }).getByRole('checkbox').check();
  await looks(page, 'group-selected');
  await page.getByRole('button', { name: 'Actions for Priya Raman' }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await looks(page, 'group-menu');
  await page.keyboard.press('Escape');
  await page.goto(`/groups/${board}?edit=yes`);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Board 2027');
  await looks(page, 'group-edit');
  await page.goto(`/groups/${board}`);
  await press(page, 'Add members');
  await page.getByRole('combobox', { name: 'Users' }).fill('a');
  await expect(page.getByRole('option').first()).toBeVisible();
  await looks(page, 'group-add');
  await page.goto(`/groups/${board}`);
  await press(page, 'Actions');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('radio', { name: /Move/ }).check();
  await looks(page, 'group-delete');
  await page.goto('/groups');
  await follow(page, 'Default');
  await expect(page.getByRole('row', { name: /Ada/ })).toBeVisible();
  await looks(page, 'group-default');
  await page.goto('/groups/R3JvdXA6OTk5OTk5');
  await expect(heading(page, 'No such group')).toBeVisible();
  await looks(page, 'no-such-group');
});

test('customers', async ({ admin: page, looks }) => {
  await page.goto('/customers');
  await expect(page.getByText('No customers yet.')).toBeVisible();
  await looks(page, 'customers-first-run');
  await page.getByRole('link', { name: 'New Customer' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await looks(page, 'customers-new');
  const details = { emailDomain: 'nordlys.example', phone: '+47 22 33 44 55', address: 'Storgata 1\n0155 Oslo' };
  const company = await make(page, 'createCompany', 'CreateCompanyInput', { name: 'Nordlys AS', ...details });
  await page.goto(`/customers/${company}`);
  await expect(page.getByText('No contracts yet.')).toBeVisible();
  await looks(page, 'customer-bare');
  for (const [number, name] of [
    ['N-1', 'Support'],
    ['N-2', 'All licences, with those of the subsidiaries in Bergen and Tromsø'],
  ]) {
    const input = { companyId: company, number, name, startsOn: '2026-01-31', endsOn: '2027-01-30' };
    await make(page, 'createContract', 'CreateContractInput', input);
  }
  for (const name of ['Siri', 'Tor', 'Una']) {
    const more = { companyId: company, assignments: name === 'Tor' ? [] : [{ companyId: company }] };
    await create(page, person(name, 'Solberg'), more);
  }
  await page.goto('/customers');
  await expect(page.getByRole('row', { name: /Nordlys/ })).toBeVisible();
  await looks(page, 'customers');
  await page.goto(`/customers/${company}`);
  await expect(page.getByRole('row', { name: /Una/ })).toBeVisible();
  await looks(page, 'customer');
  await press(page, 'Edit N-2');
  await expect(page.getByRole('textbox', { name: 'Number' })).toBeFocused();
  await looks(page, 'customer-contract');
  await page.goto(`/customers/${company}?edit=yes`);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Nordlys AS');
  await looks(page, 'customer-edit');
  await page.goto(`/customers/${company}`);
  await press(page, 'Actions');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('3 users belong to it');
  await looks(page, 'customer-delete');
});
