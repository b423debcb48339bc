import { create, person } from './api.ts';
import { follow } from './forms.ts';
import { expect, test } from './test.ts';

test.use({ hasProvider: false });

test('the Email screen is searched while typing, by the keyboard, and its address says so', async ({
  admin: page,
  axe,
}) => {
  const ase = { ...person('Åse', 'Ødegård'), email: 'ase@example.org' };
  const bo = person('Bo', 'Berg');
  for (const who of [ase, bo]) await create(page, who, { account: { notify: 'IMMEDIATELY' } });
  await page.goto('/email');
  const row = (email: string) => page.getByRole('row', { name: email });
  await expect(row(ase.email)).toBeVisible();
  await expect(row(bo.email)).toBeVisible();

  const search = page.getByRole('searchbox', { name: 'Search messages' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('åse ØDE');
  await expect(row(bo.email)).toHaveCount(0);
  await expect(row(ase.email)).toBeVisible();
  await expect(page.getByText('1 message', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\?q=/);
  await axe(page);

  await follow(page, 'Problems');
  await expect(search).toHaveValue('åse ØDE');
  await expect(page.getByText('No such message.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('No such message.')).toBeVisible();
  await follow(page, 'Clear filters');
  await expect(row(bo.email)).toBeVisible();
  await expect(search).toHaveValue('');

  await search.fill(bo.email.slice(0, 2));
  await expect(row(ase.email)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(row(ase.email)).toBeVisible();
  await expect(page).toHaveURL('/email');
});
