import { create, person } from './api.ts';
import { follow, heading, must, fill, press } from './forms.ts';
import { expect, test } from './test.ts';

const una = person('Una', 'Urdal');

test('a warning appears as a field is left, blocks once, and is overridden with a tick; history says so', async ({
  admin: page,
}) => {
  await create(page, { ...una, email: 'una.first@example.org' }, { companyName: 'Urd Partners' });
  await page.goto('/users/new');
  await fill(page, must(una));
  await page.getByRole('combobox', { name: 'Company' }).fill('Urd');
  await page.getByRole('option', { name: 'Urd Partners' }).click();
  const phone = page.getByRole('textbox', { name: 'Cell Phone' });
  await phone.fill('ask at the desk');
  await phone.press('Tab');
  await expect(phone).toHaveAccessibleDescription(
    'This does not look like a phone number. It looks like +49 30 901820.',
  );
  const last = page.getByRole('textbox', { name: 'Last Name' });
  await expect(last).toHaveAccessibleDescription(/^Urd Partners already has a user of this name: Una Urdal/);
  await expect(last).not.toHaveAttribute('aria-invalid');

  await press(page, 'Save User');
  const summary = page.getByRole('alert').filter({ hasText: 'Nothing was saved yet. Is this right?' });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('listitem')).toHaveCount(2);
  await expect(page).toHaveURL('/users/new');

  // What was shown is overridden by its code, whichever field it is about.
  await page.getByRole('checkbox', { name: 'Override warnings' }).check();
  await fill(page, { 'Office Phone': 'second floor' });
  await phone.fill('+47 900 00 001');
  await press(page, 'Save User');
  await expect(heading(page, 'Una Urdal')).toBeVisible();
  await follow(page, 'History');
  await expect(page.getByRole('article').filter({ hasText: 'User created' })).toContainText(
    'In spite of: unusual phone number, same name in the company',
  );
});

test('a warning that was not shown blocks again', async ({ admin: page }) => {
  const second = person('Una', 'Ustad');
  await page.goto('/users/new');
  await fill(page, { ...must(second), 'Cell Phone': 'none' });
  await press(page, 'Save User');
  await expect(page.getByRole('alert')).toContainText('Is this right?');
  await page.getByRole('checkbox', { name: 'Override warnings' }).check();
  await page.getByRole('combobox', { name: 'Assigned Role' }).click();
  await page.getByRole('option', { name: 'Portal Administrator' }).click();
  await page.getByRole('switch', { name: 'Send invitation to create a password' }).check();
  await press(page, 'Save User');
  const summary = page.getByRole('alert').filter({ hasText: 'Is this right?' });
  await expect(summary).toContainText('signs in without a second factor');
  await expect(page.getByRole('checkbox', { name: 'Override warnings' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'Override warnings' }).check();
  await press(page, 'Save User');
  await expect(heading(page, 'Una Ustad')).toBeVisible();
});
