import { ada, person } from './api.ts';
import { fill, follow, heading, must, press, signIn, toast } from './forms.ts';
import { expect, Mailbox, test } from './test.ts';

const ana = person('Ana', 'Adams');

test('a newcomer sets Portico up and creates a user, who gets an email, sets a password and signs in', async ({
  page,
  hub,
  mailbox,
  elsewhere,
}) => {
  await test.step('the newcomer makes themselves administrator', async () => {
    await page.goto(await hub.setUpLink());
    await fill(page, { ...must(ada), Password: ada.password });
    await press(page, 'Create administrator');
    await expect(heading(page, 'Manage Users')).toBeVisible();
  });

  await test.step('and creates a user', async () => {
    await page.getByRole('link', { name: 'New User' }).first().click();
    await fill(page, must(ana));
    await page.getByRole('switch', { name: 'Send invitation to create a password' }).check();
    await press(page, 'Save User');
    await expect(toast(page)).toContainText('Ana Adams was created. Invitation sent to ana.adams@example.org.');
  });

  const email = await mailbox.next(ana.email);
  const link = Mailbox.link(email);

  await test.step('the email holds a link and nothing that could be a password', () => {
    expect(link).toMatch(new RegExp(`^${hub.url}/set-password#token=`));
    const rest = email.text.replaceAll(link, '').replaceAll(hub.url, '');
    expect(rest).not.toMatch(/(?=\S*\d)(?=\S*[a-z])\S{6,}/i);
    expect(email.html).toContain(link);
    expect(email.html).not.toMatch(/<img|src=/);
  });

  const inbox = await elsewhere();

  await test.step('opening it, even twice, burns nothing', async () => {
    for (const tab of [inbox, await inbox.context().newPage()]) {
      await tab.goto(link);
      await expect(heading(tab, 'Choose a password')).toBeVisible();
    }
  });

  await test.step('choosing a password signs them in', async () => {
    await fill(inbox, { 'New password': ana.password });
    await press(inbox, 'Save password');
    await expect(heading(inbox, 'You are signed in')).toBeVisible();
    await expect(inbox.getByText(ana.email)).toBeVisible();
  });

  await test.step('and so does the password, later', async () => {
    await press(inbox, 'Sign out');
    await expect(heading(inbox, 'Sign in')).toBeVisible();
    await signIn(inbox, ana);
    await expect(heading(inbox, 'You are signed in')).toBeVisible();
  });

  await test.step('the list says so without a reload', async () => {
    await follow(page, 'Back to the list');
    await expect(page.getByRole('row', { name: /Ana Adams/ })).toContainText('Active');
  });
  expect(await mailbox.all()).toHaveLength(1);
});
