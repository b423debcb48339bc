import { ask, create, enter, person, welcome } from './api.ts';
import { fill, follow, heading, press, toast } from './forms.ts';
import { expect, test } from './test.ts';

const guri = person('Guri', 'Grinde');
const nina = person('Nina', 'Nes');

test('whoever manages a group looks after its users, and is offered nothing that would be refused', async ({
  admin,
  hub,
  elsewhere,
  mailbox,
}) => {
  const made = await ask<{ createGroup: { group: { id: string } } }>(
    admin,
    'mutation($in: CreateGroupInput!) { createGroup(input: $in) { group { id } } }',
    { in: { name: 'Volunteers' } },
  );
  const groupIds = [made.createGroup.group.id];
  await welcome(admin, elsewhere, mailbox, guri, { groupIds, managerOfGroupIds: groupIds });
  await welcome(admin, elsewhere, mailbox, nina, { groupIds });
  await create(admin, person('Odd', 'Out'));

  const page = await elsewhere();
  await enter(page, hub, guri);
  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Nina Nes/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Odd Out/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'New User' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Actions for Nina Nes' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Edit', 'Send Reset Link', 'Resend Invite', 'Add to group']);
  await page.getByRole('menuitem', { name: 'Send Reset Link' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
  await mailbox.next(nina.email);

  await follow(page, 'Nina Nes');
  await press(page, 'Edit');
  await expect(page.getByRole('combobox', { name: 'Assigned Role' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Import Customers' })).toHaveCount(0);
  await fill(page, { Title: 'Cook' });
  await press(page, 'Save User');
  await expect(toast(page)).toContainText('Nina Nes was saved.');
  await expect(heading(page, 'Nina Nes')).toBeVisible();
});
