import { ask, create, enter, person, welcome } from './api.ts';
import { fact, fill, heading, must, press } from './forms.ts';
import { expect, test } from './test.ts';

const kaja = person('Kaja', 'Krog');
const tea = person('Tea', 'Tangen');

test('a company’s administrator sees and changes exactly their company, and is offered nothing else', async ({
  admin,
  hub,
  elsewhere,
  mailbox,
}) => {
  await welcome(admin, elsewhere, mailbox, kaja, { role: 'Company Administrator', companyName: 'Fjord AS' });
  await create(admin, person('Lars', 'Lund'), { companyName: 'Fjord AS' });
  await create(admin, person('Per', 'Pettersen'), { companyName: 'Tind AS' });

  const page = await elsewhere();
  await enter(page, hub, kaja);
  await page.goto('/users?q=er');
  await expect(page.getByText('No user matches')).toBeVisible();
  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Lars Lund/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Per Pettersen/ })).toHaveCount(0);

  await page.goto('/users/new');
  await expect(page.getByRole('combobox', { name: 'Company' })).toHaveValue('Fjord AS');
  await page.getByRole('combobox', { name: 'Assigned Role' }).click();
  await expect(page.getByRole('option', { disabled: false })).toHaveText(['Company Administrator', 'Member']);
  await page.getByRole('option', { name: 'Member' }).click();
  await expect(page.getByRole('checkbox', { name: 'Global Admin' })).toHaveCount(0);
  await fill(page, must(person('Nora', 'Nilsen')));
  await press(page, 'Save User');
  await expect(heading(page, 'Nora Nilsen')).toBeVisible();
  await expect(fact(page, 'Company')).toHaveText('Fjord AS');
});

test('a promotion to Global Admin counts from the next request on, and only in the Default group', async ({
  admin,
  hub,
  elsewhere,
  mailbox,
}) => {
  const id = await welcome(admin, elsewhere, mailbox, tea, { newGroupNames: ['Choir'] });
  const page = await elsewhere();
  await enter(page, hub, tea);
  await page.goto('/users');
  await expect(page).toHaveURL('/me');

  await admin.goto(`/users/${id}/details?edit`);
  await expect(admin.getByRole('checkbox', { name: 'Global Admin' })).toHaveCount(0);
  await press(admin, 'Remove Choir');
  await admin.getByRole('checkbox', { name: 'Global Admin' }).check();
  await press(admin, 'Save User');
  await expect(admin.getByRole('alert')).toContainText('signs in without a second factor');
  await admin.getByRole('checkbox', { name: 'Override warnings' }).check();
  await press(admin, 'Save User');
  await expect(fact(admin, 'Assigned Role')).toHaveText('Global Administrator');

  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Tea Tangen/ })).toBeVisible();
});

test('an inactive owner of an address is reactivated from the form', async ({ admin: page }) => {
  const ulf = person('Ulf', 'Ulvik');
  const userId = await create(page, ulf);
  await ask(page, 'mutation($in: UserIDInput!) { deactivateUser(input: $in) { user { id } } }', { in: { userId } });
  await page.goto('/users/new');
  await fill(page, must(ulf));
  await press(page, 'Save User');
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('already belongs to Ulf Ulvik (inactive).');
  await press(summary, 'Reactivate');
  await expect(heading(page, 'Ulf Ulvik')).toBeVisible();
  await expect(page.getByText('Active', { exact: true }).first()).toBeVisible();
});
