import { expect, test } from './test.ts';

test.describe('a stranger', () => {
  test('finds the sign-in page, in good order at every size and in both themes', async ({ page, looks }) => {
    await page.goto('/login');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await looks(page, 'login');
  });

  test('is sent to the sign-in page from anywhere in the hub', async ({ page }) => {
    await page.goto('/users');
    await expect(page).toHaveURL(/\/login/);
  });
});
