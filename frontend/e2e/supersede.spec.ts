import { create, enter, person, welcome } from './api.ts';
import { fact, heading, toast } from './forms.ts';
import { expect, Mailbox, test } from './test.ts';

test('a new address is a new user: superseded by keyboard, linked both ways, and undone', async ({
  admin: page,
  hub,
  elsewhere,
  mailbox,
  axe,
}) => {
  const ana = person('Ana', 'Adams');
  const bo = person('Bo', 'Berg');
  await create(page, bo);
  const old = await welcome(page, elsewhere, mailbox, ana, {
    title: 'Head',
    note: 'Likes tea.',
    newGroupNames: ['Staff'],
  });
  const own = await elsewhere();
  await enter(own, hub, ana);
  const sent = (await mailbox.all()).length;
  await page.goto(`/users/${old}/details`);
  const dialog = page.getByRole('dialog', { name: 'Supersede Ana Adams' });
  const email = dialog.getByRole('textbox', { name: 'New email' });
  const opener = page.getByRole('button', { name: 'Supersede' });

  await test.step('the dialog says what follows, and what is wrong', async () => {
    await opener.press('Enter');
    await expect(email).toBeFocused();
    await expect(dialog).toContainText('An invitation to create a password goes to the new email now.');
    await axe(page);
    await page.keyboard.press('Enter');
    await expect(email).toHaveAccessibleDescription(/Enter the email/);
    await page.keyboard.type(bo.email);
    await page.keyboard.press('Enter');
    await expect(email).toHaveAccessibleDescription(/already belongs to Bo Berg/);
    await expect(email).toBeFocused();
    await axe(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
    expect(await mailbox.all()).toHaveLength(sent);
  });

  await test.step('it leads to the new record, which has what the old one had', async () => {
    await page.keyboard.press('Enter');
    await expect(email).toBeFocused();
    await page.keyboard.type('ana@new.example');
    await page.keyboard.press('Enter');
    await expect(toast(page)).toContainText(
      'Ana Adams was superseded. An invitation is on its way to ana@new.example.',
    );
    await expect(page).not.toHaveURL(new RegExp(old));
    await expect(fact(page, 'Email')).toContainText('ana@new.example');
    await expect(fact(page, 'Title')).toHaveText('Head');
    await expect(fact(page, 'Groups')).toHaveText('Staff');
    await expect(page.getByRole('region', { name: 'Note' })).toContainText('Likes tea.');
    const link = Mailbox.link(await mailbox.next('ana@new.example'));
    expect(link).toContain('#token=');
    expect(await mailbox.all()).toHaveLength(sent + 1);
  });

  await test.step('the two are linked, the old one is closed', async () => {
    await expect(page.getByText('Supersedes Ana Adams')).toBeVisible();
    await page.getByRole('link', { name: 'Ana Adams' }).press('Enter');
    await expect(page).toHaveURL(`/users/${old}/details`);
    await expect(page.getByText('Superseded by Ana Adams')).toBeVisible();
    await expect(opener).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Password' })).toContainText('The account is closed');
    await axe(page);
    await own.goto('/me');
    await expect(heading(own, 'Sign in')).toBeVisible();
    await page.getByRole('link', { name: 'Ana Adams' }).press('Enter');
    await expect(fact(page, 'Email')).toContainText('ana@new.example');
  });

  await test.step('Undo leads back to the old record, as it was', async () => {
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect(page).toHaveURL(`/users/${old}/details`);
    await expect(page.getByText('Superseded by')).toHaveCount(0);
    await expect(fact(page, 'Email')).toContainText(ana.email);
    await expect(opener).toBeVisible();
    await enter(own, hub, ana);
  });
});

test('superseding from the form of the card sends nothing else of it', async ({ admin: page }) => {
  const cy = person('Cy', 'Crane');
  const old = await create(page, cy, { title: 'Head' });
  await page.goto(`/users/${old}/details?edit`);
  await page.getByRole('textbox', { name: 'Title' }).fill('Chair');
  await page.getByRole('button', { name: 'Supersede' }).click();
  const dialog = page.getByRole('dialog', { name: 'Supersede Cy Crane' });
  await expect(dialog).toContainText('There is no account, so none is made and no mail is sent.');
  await dialog.getByRole('textbox', { name: 'New email' }).fill('cy@new.example');
  await dialog.getByRole('button', { name: 'Confirm' }).dblclick();
  await expect(page.getByText('Cy Crane was superseded. No mail was sent.')).toBeVisible();
  await expect(fact(page, 'Title')).toHaveText('Head');
  await page.getByRole('link', { name: 'Cy Crane' }).click();
  await expect(fact(page, 'Title')).toHaveText('Head');
});
