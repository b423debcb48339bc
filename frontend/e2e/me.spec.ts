import { ask, person, welcome } from './api.ts';
import { fill, heading, press, signIn } from './forms.ts';
import { expect, test } from './test.ts';

test('people look after themselves: names, language, consent, theme', async ({ admin, elsewhere, mailbox, looks }) => {
  const nora = person('Nora', 'Nes');
  const id = await welcome(admin, elsewhere, mailbox, nora);
  const page = await elsewhere();
  await signIn(page, nora);
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await looks(page, 'me');

  await fill(page, { 'First Name': 'Norah', 'Cell Phone': '+47 22 00 00 00' });
  for (const [list, typed, chosen] of [
    [/Language/, 'Deu', 'Deutsch'],
    [/Time zone/, 'Europe/Os', 'Europe/Oslo'],
  ] as const) {
    const box = page.getByRole('combobox', { name: list });
    await box.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: chosen }).waitFor();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(box).toContainText(chosen);
  }
  await press(page, 'Save profile');
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
  await page.getByRole('switch', { name: 'Send me news by email' }).press('Space');
  await expect(page.getByText(/^Last change: /)).toBeVisible();

  const query =
    'query($id:ID!){node(id:$id){... on User{firstName cellPhone locale timeZone emailSubscribed emailSubscriptionSource}}}';
  const { node } = await ask<{ node: object }>(admin, query, { id });
  expect(node).toMatchObject({
    firstName: 'Norah',
    locale: 'de',
    timeZone: 'Europe/Oslo',
    emailSubscribed: true,
    emailSubscriptionSource: 'SELF',
  });

  await page.getByRole('radio', { name: 'Dark' }).press('Space');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();

  // Somebody else saves while the page stands open: told, and nothing overwritten.
  const { viewer } = await ask<{ viewer: { user: { version: number } } }>(page, '{ viewer { user { version } } }');
  await ask(admin, 'mutation($i:UpdateUserInput!){updateUser(input:$i){userErrors{code}}}', {
    i: { userId: id, version: viewer.user.version, title: 'Chair' },
  });
  await fill(page, { 'Last Name': 'Nesheim' });
  await press(page, 'Save profile');
  await press(page, 'Read what is saved now');
  await press(page, 'Save profile');
  await expect(page.getByText('Your profile is saved.')).toBeVisible();
});

test('a password of one’s own choice is checked while it is typed, and ends the other browsers', async ({
  admin,
  elsewhere,
  mailbox,
  looks,
}) => {
  const ivar = person('Ivar', 'Idland');
  await welcome(admin, elsewhere, mailbox, ivar);
  const [page, other] = [await elsewhere(), await elsewhere()];
  for (const each of [other, page]) {
    await signIn(each, ivar);
    await expect(heading(each, 'You are signed in')).toBeVisible();
  }
  const uncommon = page.getByRole('list', { name: 'Password rules' }).getByText('Not a common password');
  await fill(page, { 'New password': 'Passw0rd123' });
  await expect(page.getByText('8 to 128 characters (met)')).toBeVisible();
  await expect(uncommon).not.toContainText('(met)');
  await looks(page, 'me-password');
  await fill(page, { 'Present password': 'not this one', 'New password': 'fjord ferry timetable' });
  await expect(uncommon).toContainText('(met)');
  await press(page, 'Change password');
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await fill(page, { 'Present password': ivar.password });
  await press(page, 'Change password');
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await other.reload();
  await expect(heading(other, 'Sign in')).toBeVisible();
  const alert = (await mailbox.all()).filter((mail) => mail.to.some((to) => to.includes(ivar.email))).at(-1)!;
  expect(alert.subject).toContain('A change to your');
});

test('one browser is signed out from another', async ({ admin, elsewhere, mailbox }) => {
  const liv = person('Liv', 'Lie');
  await welcome(admin, elsewhere, mailbox, liv);
  const [page, other] = [await elsewhere(), await elsewhere()];
  for (const each of [other, page]) {
    await signIn(each, liv);
    await expect(heading(each, 'You are signed in')).toBeVisible();
  }
  await page
    .getByRole('button', { name: /^Sign out Chrome on Linux/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Sign out Chrome on Linux/ })).toHaveCount(1);
  await page.getByRole('button', { name: /^Sign out Chrome on Linux/ }).click();
  await expect(page.getByRole('button', { name: /^Sign out Chrome on Linux/ })).toHaveCount(0);
  await other.reload();
  await expect(heading(other, 'Sign in')).toBeVisible();
});
