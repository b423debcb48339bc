import { create, person } from './api.ts';
import { fill, follow, heading, press } from './forms.ts';
import { expect, test } from './test.ts';

test.use({ hasProvider: false });

test('without a mail provider mail is kept, marked as not sent, and its link can be handed over', async ({
  admin: page,
  elsewhere,
  mailbox,
}) => {
  const una = person('Una', 'Ulv');
  await create(page, una, { account: { notify: 'IMMEDIATELY' } });
  await page.goto('/users');
  await follow(page, 'Email');
  await expect(page.getByText('No mail provider is set: mail is kept here instead of being sent.')).toBeVisible();
  await expect(page.getByRole('row', { name: una.email })).toContainText('Not sent');
  await follow(page, una.email);
  await expect(page.getByText('Not sent: no mail provider was set.')).toBeVisible();

  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const inbox = await elsewhere();
  await inbox.goto(link);
  await fill(inbox, { 'New password': una.password });
  await press(inbox, 'Save password');
  await expect(heading(inbox, 'You are signed in')).toBeVisible();

  await page.reload();
  await expect(heading(page, /password/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveCount(0);
  expect(await mailbox.all()).toHaveLength(0);
});
