import { ask, create, enter, person, welcome } from './api.ts';
import { fact, fill, follow, heading, press, toast } from './forms.ts';
import { expect, test } from './test.ts';

const pia = person('Pia', 'Plass');

test('an administrator edits a user; the email stays, in words', async ({ admin: page }) => {
  const id = await create(page, pia, { title: 'Clerk' });
  await page.goto('/users');
  await follow(page, 'Edit Pia Plass');
  await expect(page).toHaveURL(`/users/${id}/details?edit`);
  const email = page.getByRole('textbox', { name: 'Email' });
  await expect(email).not.toBeEditable();
  await expect(email).toHaveAccessibleDescription("Email can't be changed. Create a new user for a new address.");
  await fill(page, { Title: 'Treasurer', 'Last Name': 'Plassen', Extension: '12', 'Office Phone': '+47 22 00 00 00' });
  await press(page, 'Save User');
  await expect(toast(page)).toContainText('Pia Plassen was saved.');
  await expect(heading(page, 'Pia Plassen')).toBeVisible();
  await expect(fact(page, 'Title')).toHaveText('Treasurer');
  await expect(fact(page, 'Office Phone')).toHaveText('+47 22 00 00 00 ext. 12');
  await press(page, 'Edit');
  await fill(page, { Title: '' });
  await press(page, 'Save User');
  await expect(fact(page, 'Title')).toContainText('not given');
});

test('two administrators at once: the second is shown what the first saved, and chooses', async ({
  admin: first,
  hub,
  elsewhere,
  mailbox,
}) => {
  const rolf = person('Rolf', 'Rud');
  const id = await create(first, rolf, { title: 'Clerk' });
  const ola = person('Ola', 'Olsen');
  await welcome(first, elsewhere, mailbox, ola, { role: 'Portal Administrator' });
  const second = await elsewhere();
  await enter(second, hub, ola);
  for (const page of [first, second]) {
    await page.goto(`/users/${id}/details?edit`);
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Clerk');
  }

  await fill(first, { Title: 'Chair' });
  await press(first, 'Save User');
  await expect(fact(first, 'Title')).toHaveText('Chair');

  await fill(second, { Title: 'Deputy' });
  await press(second, 'Save User');
  const conflict = second.getByRole('alert');
  await expect(conflict).toContainText('Nothing was saved: somebody else changed this user in the meantime.');
  await expect(conflict).toBeFocused();
  await expect(fact(conflict, 'Title')).toContainText('yours: Deputy');
  await expect(fact(conflict, 'Title')).toContainText('theirs: Chair');
  await press(conflict, 'Keep mine, then save again');
  await press(second, 'Save User');
  await expect(fact(second, 'Title')).toHaveText('Deputy');
});

test('a note is for administrators, and never for the person', async ({ admin: page, hub, elsewhere, mailbox }) => {
  const siri = person('Siri', 'Skog');
  const id = await welcome(page, elsewhere, mailbox, siri);
  await page.goto(`/users/${id}/details?edit`);
  await page.getByRole('textbox', { name: 'Note' }).fill('Owes us a favour.');
  await press(page, 'Save User');
  await expect(page.getByRole('region', { name: 'Note' })).toContainText('Owes us a favour.');

  const own = await elsewhere();
  await enter(own, hub, siri);
  await own.goto('/me');
  await expect(heading(own, 'You are signed in')).toBeVisible();
  await expect(own.getByText('favour')).toHaveCount(0);
  const asked = ask<{ node: { note: string | null } }>(own, `{ node(id: "${id}") { ... on User { note } } }`);
  expect(
    await asked.then(
      ({ node }) => node.note,
      () => null,
    ),
  ).toBeNull();
});
