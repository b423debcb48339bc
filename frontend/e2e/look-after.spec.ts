import type { Page } from '@playwright/test';
import { create, messageCount, person, welcome } from './api.ts';
import { fact, fill, heading, press, signIn, toast } from './forms.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const ana = person('Ana', 'Adams');
const ben = person('Ben', 'Berg');
let anaId = '';
let benId = '';

const row = (page: Page, { firstName, lastName }: { firstName: string; lastName: string }) =>
  page.getByRole('row', { name: `${firstName} ${lastName}` });

/** Chooses from the menu of a row. */
async function choose(page: Page, who: { firstName: string; lastName: string }, entry: string) {
  await press(page, `Actions for ${who.firstName} ${who.lastName}`);
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

test('the (i) panel: who somebody is, the fate of their mail, and exactly two methods', async ({
  admin: page,
  mailbox,
  elsewhere,
  looks,
}) => {
  anaId = await welcome(page, elsewhere, mailbox, ana, { title: 'Head of membership', companyName: 'Nordic Guild' });
  benId = await create(page, ben, { account: { notify: 'IMMEDIATELY' } });
  await mailbox.next(ben.email);
  await page.goto('/users');
  const info = page.getByRole('button', { name: 'Information about Ana Adams' });
  await info.click();
  const panel = page.getByRole('complementary', { name: 'Ana Adams' });
  await expect(panel.getByRole('heading', { name: 'Ana Adams' })).toBeFocused();
  await expect(panel).toContainText('Head of membership');
  await expect(panel.getByRole('list', { name: 'Link trail' })).toContainText('Invitation used');
  await expect(panel.getByRole('button')).toHaveText(['', 'Send Reset Link', 'Change Password']);
  await looks(page, 'users-panel');

  await test.step('the arrows walk, Escape gives the focus back to where we are', async () => {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('complementary', { name: 'Ben Berg' })).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(panel).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(info).toBeFocused();
  });

  await test.step('Space on a row peeks', async () => {
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press(' ');
    await expect(panel).toBeVisible();
  });

  await test.step('a reset link goes out after Confirm, once, and the address is said', async () => {
    const before = await messageCount(page, anaId);
    await press(panel, 'Send Reset Link');
    expect(await messageCount(page, anaId)).toBe(before);
    await page.getByRole('button', { name: 'Confirm' }).dblclick();
    await expect(panel).toContainText(`Password reset sent to ${ana.email}.`);
    await expect(panel).toContainText('look in the spam folder, and check the spelling');
    expect((await mailbox.next(ana.email)).subject).toMatch(/reset/i);
    expect(await messageCount(page, anaId)).toBe(before + 1);
  });
});

test('Resend Invite: no mail before Confirm, one after, one on a double click', async ({
  admin: page,
  mailbox,
  looks,
}) => {
  await page.goto('/users');
  await press(page, 'Actions for Ben Berg');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await looks(page, 'users-actions');
  await page.getByRole('menuitem', { name: 'Resend Invite' }).click();
  const question = page.getByRole('alertdialog', { name: `Resend invite to ${ben.email}?` });
  await expect(question).toContainText('The old link stops working.');
  await press(question, 'Cancel');
  await expect(page.getByRole('button', { name: 'Actions for Ben Berg' })).toBeFocused();
  expect(await messageCount(page, benId)).toBe(1);

  await choose(page, ben, 'Resend Invite');
  await question.getByRole('button', { name: 'Confirm' }).dblclick();
  await expect(toast(page)).toContainText(`Invitation sent to ${ben.email}.`);
  await expect(toast(page)).toContainText('look in the spam folder, and check the spelling');
  await mailbox.next(ben.email);
  expect(await messageCount(page, benId)).toBe(2);
  await looks(page, 'users-sent');
});

test('deactivating and deleting can be undone where they were done', async ({ admin: page, looks }) => {
  await page.goto('/users');
  await page.getByRole('link', { name: 'Ben Berg', exact: true }).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expect(toast(page)).toContainText('Ben Berg was deactivated.');
  await expect(row(page, ben)).toContainText('Inactive');
  await expect(page.getByRole('link', { name: 'Ben Berg', exact: true })).toBeFocused();
  await press(toast(page), 'Undo');
  await expect(toast(page)).toContainText('Undone.');
  await expect(row(page, ben)).not.toContainText('Inactive');

  await choose(page, ben, 'Delete');
  await looks(page, 'users-delete');
  await press(page.getByRole('alertdialog', { name: 'Delete Ben Berg?' }), 'Delete');
  await expect(toast(page)).toContainText('Ben Berg was deleted.');
  await expect(row(page, ben)).toHaveCount(0);
  await press(toast(page), 'Undo');
  await expect(row(page, ben)).toBeVisible();
});

test('a temporary password: handed over, signs in, must change, is in', async ({ admin: page, elsewhere, looks }) => {
  await page.goto(`/users/${anaId}/settings`);
  await press(page, 'Change Password');
  const dialog = page.getByRole('dialog', { name: 'Change Password' });
  const field = dialog.getByLabel('Temporary password', { exact: true });
  await field.fill('open sesame 7 ');
  await press(dialog, 'Change Password');
  await expect(dialog).toContainText('Remove the space at the end.');
  await looks(page, 'change-password');
  await press(dialog, 'Generate');
  await expect(field).toHaveValue(/^\w{4}(-\w{4}){3}$/);
  await dialog.getByRole('button', { name: 'Change Password' }).dblclick();
  const done = page.getByRole('dialog', { name: 'Password changed' });
  await expect(done).toContainText('The password of Ana Adams was changed.');
  const password = await done.getByLabel('Temporary password', { exact: true }).inputValue();
  await looks(page, 'change-password-done');
  await press(done, 'Done');
  await expect(page.getByRole('button', { name: 'Change Password' })).toBeFocused();
  await expect(page.getByText(password)).toHaveCount(0);

  const hers = await elsewhere();
  await signIn(hers, ana);
  await expect(hers.getByRole('alert')).toBeVisible();
  await signIn(hers, { ...ana, password });
  await expect(heading(hers, 'Choose a new password')).toBeVisible();
  await looks(hers, 'choose-new-password');
  await hers.goto('/me');
  await expect(heading(hers, 'Sign in')).toBeVisible();
  await signIn(hers, { ...ana, password });
  await fill(hers, { 'New password': 'the sea at midnight' });
  await press(hers, 'Save password');
  await expect(heading(hers, 'You are signed in')).toBeVisible();
});

test('history: field by field, with the way back', async ({ admin: page, looks }) => {
  await page.goto(`/users/${anaId}/details?edit`);
  await fill(page, { Title: 'Head of everything', 'Cell Phone': '+47 912 34 567' });
  await press(page, 'Save User');
  await expect(toast(page)).toContainText('Ana Adams was saved.');
  await page.getByRole('link', { name: 'History', exact: true }).click();
  const newest = page.getByRole('article', { name: 'Details changed' }).first();
  await expect(newest).toContainText('by Ada Lovelace');
  await expect(newest.getByRole('listitem').filter({ hasText: 'Title' })).toContainText('Head of membership');
  await looks(page, 'card-history');
  await newest
    .getByRole('listitem')
    .filter({ hasText: 'Title' })
    .getByRole('button', { name: /^Restore this value/ })
    .click();
  await expect(toast(page)).toContainText('The value was restored.');
  await page.getByRole('link', { name: 'Details', exact: true }).click();
  await expect(fact(page, 'Title')).toHaveText('Head of membership');
  await expect(fact(page, 'Cell Phone')).toHaveText('+47 912 34 567');

  await page.getByRole('link', { name: 'History', exact: true }).click();
  await press(newest, 'Undo this change');
  await expect(toast(page)).toContainText('The change was undone.');
  await page.getByRole('link', { name: 'Details', exact: true }).click();
  await expect(fact(page, 'Title')).toHaveText('Head of everything');
});
