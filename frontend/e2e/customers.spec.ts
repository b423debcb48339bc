import type { Page } from '@playwright/test';
import { ask, create, person, welcome } from './api.ts';
import { fact, fill, follow, heading, must, press, signIn, toast } from './forms.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const takeBack = (page: Page) => toast(page).getByRole('button', { name: 'Undo' }).last().click();
const rail = (page: Page) => page.getByRole('navigation', { name: 'Main' });

async function keys(page: Page, ...names: string[]) {
  for (const name of names) await page.keyboard.press(name);
}

test('a company is made, with two contracts; one is changed, one deleted, and comes back', async ({ admin: page }) => {
  await page.goto('/users');
  await rail(page).getByRole('link', { name: 'Customers' }).click();
  await expect(page.getByText('No customers yet.')).toBeVisible();
  await page.getByRole('link', { name: 'New Customer' }).first().click();
  const window = page.getByRole('dialog', { name: 'New Customer' });
  await fill(window, { Name: 'Nordlys AS', 'Email domain': 'not a domain', Phone: '+47 22 33 44 55' });
  await press(window, 'Save Customer');
  await expect(window.getByRole('textbox', { name: 'Email domain' })).toHaveAccessibleDescription(
    /This is not the domain of email addresses/,
  );
  await fill(window, { 'Email domain': 'Nordlys.example', Address: 'Storgata 1\n0155 Oslo' });
  await press(window, 'Save Customer');
  await expect(heading(page, 'Nordlys AS')).toBeVisible();
  await expect(toast(page)).toContainText('Nordlys AS was created.');
  await expect(fact(page, 'Email domain')).toHaveText('nordlys.example');

  await test.step('contracts, by mouse and by keyboard', async () => {
    await press(page, 'Add contract');
    const contract = page.getByRole('dialog', { name: 'Add contract' });
    await fill(contract, { Number: 'N-1', Name: 'Support' });
    await contract.getByLabel('Starts').fill('2026-01-31');
    await contract.getByLabel('Ends').fill('2025-12-31');
    await press(contract, 'Save');
    await expect(contract.getByRole('alert')).toBeVisible();
    await contract.getByLabel('Ends').fill('2027-01-30');
    await press(contract, 'Save');
    await expect(row(page, 'N-1')).toContainText('31 Jan 2026');
    await expect(row(page, 'N-1')).toContainText('30 Jan 2027');
    await expect(page.getByRole('button', { name: 'Add contract' })).toBeFocused();
    await keys(page, 'Enter');
    await expect(contract.getByRole('textbox', { name: 'Number' })).toBeFocused();
    await page.keyboard.type('N-2');
    await keys(page, 'Tab');
    await page.keyboard.type('Licences');
    await keys(page, 'Control+Enter');
    await expect(row(page, 'N-2')).toContainText('Licences');
    await press(page, 'Edit N-2');
    await fill(page.getByRole('dialog', { name: 'Edit N-2' }), { Name: 'All licences' });
    await press(page.getByRole('dialog', { name: 'Edit N-2' }), 'Save');
    await expect(row(page, 'N-2')).toContainText('All licences');
    await press(page, 'Delete N-1');
    await expect(row(page, 'N-1')).toHaveCount(0);
    await takeBack(page);
    await expect(row(page, 'N-1')).toContainText('Support');
  });

  await test.step('its details, in their place', async () => {
    await press(page, 'Edit');
    const form = page.getByRole('form', { name: 'Details' });
    await fill(form, { Phone: '' });
    await press(form, 'Save');
    await expect(fact(page, 'Phone')).toHaveText(/not given/);
    await expect(fact(page, 'Address')).toHaveText('Storgata 1\n0155 Oslo');
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
    await keys(page, 'Control+z');
    await expect(fact(page, 'Phone')).toHaveText('+47 22 33 44 55');
  });
});

test('S2.8, S2.9: several companies are picked at once, and each offers exactly its contracts', async ({
  admin: page,
}) => {
  const company = async (name: string, ...numbers: string[]) => {
    const made = await ask<{ createCompany: { company: { id: string } } }>(
      page,
      'mutation Make($input: CreateCompanyInput!) { createCompany(input: $input) { company { id } } }',
      { input: { name } },
    );
    for (const number of numbers) {
      await ask(
        page,
        'mutation Add($input: CreateContractInput!) { createContract(input: $input) { contract { id } } }',
        {
          input: { companyId: made.createCompany.company.id, number, name: `Contract ${number}` },
        },
      );
    }
  };
  await company('Fjord Shipping', 'F-7');
  await company('Polar Travel');
  await page.goto('/users/new');
  await fill(page, must(person('Siri', 'Solberg')));
  await press(page, 'Import Customers');
  const window = page.getByRole('dialog', { name: 'Import Customers' });
  await window.getByRole('checkbox', { name: 'Nordlys AS' }).check();
  await window.getByRole('searchbox').fill('o');
  await window.getByRole('checkbox', { name: 'Fjord Shipping' }).check();
  await window.getByRole('checkbox', { name: 'Polar Travel' }).press('Space');
  await expect(window.getByText('3 companies picked')).toBeVisible();
  await press(window, 'Import');

  const offered = async (name: string, ...names: string[]) => {
    await page.getByRole('combobox', { name: `Organization config of ${name}` }).click();
    await expect(page.getByRole('option')).toHaveText(names);
  };
  await offered('Fjord Shipping', 'No contract', 'F-7 · Contract F-7');
  await keys(page, 'Escape');
  await offered('Nordlys AS', 'No contract', 'N-1 · Support', 'N-2 · All licences');
  await page.getByRole('option', { name: 'N-2 · All licences' }).click();
  await expect(page.getByRole('list', { name: 'Customers' }).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('No contracts.')).toHaveCount(1);
  await press(page, 'Save User');
  await expect(heading(page, 'Siri Solberg')).toBeVisible();
  await expect(fact(page, 'Customers')).toContainText('Fjord Shipping · F-7');
  await expect(fact(page, 'Customers')).toContainText('Polar Travel');
  await follow(page, 'Nordlys AS · N-2');
  await expect(heading(page, 'Nordlys AS')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Assigned users' })).toContainText('Siri Solberg');
});

test('deleting says whom it is about, and is undone', async ({ admin: page }) => {
  await create(page, person('Tor', 'Tveit'), { companyName: 'Nordlys AS' });
  await page.goto('/users');
  await expect(row(page, 'Tor Tveit')).toBeVisible();
  await keys(page, 'Control+k');
  await page.keyboard.type('contracts');
  await expect(page.getByRole('menuitem', { name: 'Customers' })).toBeVisible();
  await keys(page, 'ArrowDown', 'Enter');
  await expect(heading(page, 'Customers')).toBeFocused();
  await keys(page, '/');
  await page.keyboard.type('lys');
  await expect(page.getByRole('grid', { name: 'Customers' })).toHaveAttribute('aria-rowcount', '1');
  await expect(row(page, 'Nordlys AS')).toContainText('nordlys.example');
  await follow(page, 'Nordlys AS');
  await expect(page.getByRole('grid', { name: 'Users of Nordlys AS' })).toContainText('Tor Tveit');
  await press(page, 'Actions');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog', { name: 'Delete Nordlys AS?' });
  await expect(question).toContainText('1 user belongs to it and stays, in no company.');
  await expect(question).toContainText('1 user looks after it');
  await press(question, 'Delete');
  await expect(heading(page, 'Customers')).toBeVisible();
  await expect(row(page, 'Fjord Shipping')).toBeVisible();
  await expect(row(page, 'Nordlys AS')).toHaveCount(0);
  await takeBack(page);
  await follow(page, 'Nordlys AS');
  await expect(row(page, 'N-2')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Users of Nordlys AS' })).toContainText('Tor Tveit');
  await page.goto('/customers/Q29tcGFueTo5OTk5OTk');
  await expect(heading(page, 'No such company')).toBeVisible();
});

test('a company administrator sees theirs alone, and is offered nothing that would be refused', async ({
  admin: page,
  elsewhere,
  mailbox,
}) => {
  const carla = person('Carla', 'Costa');
  await welcome(page, elsewhere, mailbox, carla, { role: 'Company Administrator', companyName: 'Polar Travel' });
  const theirs = await elsewhere();
  await signIn(theirs, carla);
  await rail(theirs).getByRole('link', { name: 'Customers' }).click();
  await expect(theirs.getByRole('grid', { name: 'Customers' })).toHaveAttribute('aria-rowcount', '1');
  await expect(row(theirs, 'Polar Travel')).toBeVisible();
  await expect(theirs.getByText('You see your own companies only.')).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'New Customer' })).toHaveCount(0);
  await theirs.goto('/customers?new=yes');
  await expect(row(theirs, 'Polar Travel')).toBeVisible();
  await expect(theirs.getByRole('dialog')).toHaveCount(0);
  await follow(theirs, 'Polar Travel');
  await expect(theirs.getByRole('grid', { name: 'Users of Polar Travel' })).toContainText('Carla Costa');
  for (const name of ['Edit', 'Actions', 'Add contract']) {
    await expect(theirs.getByRole('button', { name, exact: true })).toHaveCount(0);
  }
});
