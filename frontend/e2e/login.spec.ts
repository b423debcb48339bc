import { ada } from './api.ts';
import { fill, heading, press } from './forms.ts';
import { expect, test } from './test.ts';

test('a stranger is led to the sign-in page, and back to where they wanted to go', async ({ admin, elsewhere }) => {
  await admin.close();
  const page = await elsewhere();
  await page.goto('/users?q=ada');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await fill(page, { 'Email or login name': ada.email, Password: ada.password });
  await press(page, 'Sign in');
  await expect(page).toHaveURL('/users?q=ada');
  await expect(page.getByRole('row', { name: /Ada Lovelace/ })).toBeVisible();
});

test('whoever signs in with the wrong password learns no more than that', async ({ page }) => {
  const said: string[] = [];
  for (const login of [ada.email, 'nobody@example.org']) {
    await page.goto('/login');
    await fill(page, { 'Email or login name': login, Password: 'not the right one' });
    await press(page, 'Sign in');
    said.push(await page.getByRole('alert').innerText());
  }
  expect(said[1]).toBe(said[0]);
});
