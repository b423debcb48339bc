import { ada, create, enter, person } from './api.ts';
import { follow, heading, press } from './forms.ts';
import type { Manners } from './manners.ts';
import { expect, test } from './test.ts';

/** What a journey itself runs in each frame is not run in one that runs nothing, and the browser says so. */
const runsNothing = (manners: Manners) => manners.allow(/Blocked script execution in 'about:/);

test.use({ hasProvider: false });
test.describe.configure({ mode: 'serial' });

test('a template is written, seen in every way, tested, and sent from then on', async ({
  admin: page,
  looks,
  manners,
}) => {
  runsNothing(manners);
  await page.goto('/email');
  await follow(page, 'Templates');
  await expect(page.getByRole('row', { name: /Security alert/ })).toBeVisible();
  await looks(page, 'templates');
  await follow(page, 'Invitation');
  await expect(heading(page, 'Invitation')).toBeVisible();
  const subject = page.getByRole('textbox', { name: 'Subject' });
  const text = page.getByRole('textbox', { name: 'Plain text' });
  const html = page.getByRole('textbox', { name: 'HTML' });
  await expect(subject).toHaveValue('Choose a password for your {{instanceName}} account');
  const desktop = page.frameLocator('iframe[title="Preview, desktop"]');
  await expect(desktop.getByText('Hello Ada,')).toBeVisible();
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', 'allow-same-origin');
  await expect(desktop.locator('script, a[href], form, img')).toHaveCount(0);
  // Its styles came through although the page lets none in.
  await expect(desktop.locator('.card')).toHaveCSS('border-top-left-radius', '12px');
  await looks(page, 'template');

  await subject.fill('Welcome to ');
  await subject.press('End');
  await page.getByRole('button', { name: 'Insert instanceName:' }).focus();
  await page.keyboard.press('Enter');
  await expect(subject).toHaveValue('Welcome to {{instanceName}}');
  await expect(subject).toBeFocused();
  await expect(page.getByText('Subject: Welcome to Portico')).toBeVisible();

  await text.fill('Hi {{firstname}}');
  await expect(page.getByText(/There are: link, expiresAt/).first()).toBeVisible();
  await press(page, 'Save Template');
  await expect(page.getByRole('alert').filter({ hasText: 'Here is no variable' })).toBeVisible();
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await looks(page, 'template-broken');

  await text.fill('Hi {{firstName}}');
  for (const [broken, why] of [
    ['<p>{{firstName}}\n<script>alert(1)</script>', 'Line 2: <script>: Scripts run in no email.'],
    ['<p>{{firstName}}\n\n<a href="{{link}}"', 'Line 3: A tag is not closed.'],
    ['<p>\n<b>{{firstName}}</p>', 'Line 2: <b> is not closed.'],
    ['<p>{{firstName}}</p>', 'It needs <a href="{{link}}">'],
    ['{{if firstName}}<p>', 'What stands between {{ and }} is not understood.'],
  ] as const) {
    await html.fill(broken);
    await press(page, 'Save Template');
    await expect(page.getByRole('form').getByText(why).first()).toBeVisible();
    await expect(html).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('Built in')).toBeVisible();
  }

  await text.fill('Hi {{firstName}}\n{{link}}\nuntil {{expiresAt}}');
  const shop =
    '<p>Hi {{firstName}}: <a href="{{link}}">Come in</a> until {{expiresAt}}, or <a href="https://shop.example/">shop</a></p>';
  await html.fill(shop);
  await press(page, 'Save Template');
  await expect(page.getByText('It leads to shop.example.')).toBeVisible();
  await looks(page, 'template-doubtful');
  await html.fill(shop.replace(/, or <a.*<\/a>/, ''));
  await press(page, 'Save Template');
  await expect(page.getByText('The template was saved.')).toBeVisible();
  await expect(page.getByText('Edited', { exact: true })).toBeVisible();

  for (const [tab, shown] of [
    ['Mobile', 'Preview, mobile'],
    ['Dark', 'Preview, dark'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.frameLocator(`iframe[title="${shown}"]`).getByText('Hi Ada')).toBeVisible();
    await looks(page, `template-${tab.toLowerCase()}`);
  }
  await page.getByRole('tab', { name: 'Plain text' }).click();
  await expect(page.getByText('/set-password#token=sample')).toBeVisible();
  await looks(page, 'template-edited');

  await press(page, 'Send test');
  const to = page.getByRole('dialog').getByRole('textbox', { name: 'To' });
  await expect(to).toHaveValue('ada@example.org');
  await to.fill('nobody');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await looks(page, 'template-test');
  await to.fill('tester@example.org');
  await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('the test is kept under Email')).toBeVisible();
  await page.goto('/email');
  await follow(page, 'tester@example.org');
  await expect(heading(page, 'Test: Welcome to Portico')).toBeVisible();
  await expect(page.getByText('· Test', { exact: true })).toBeVisible();
  await press(page, 'Send again');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Sent again to tester@example.org.')).toBeVisible();
  await expect(page.getByText('· Test', { exact: true })).toBeVisible();

  await create(page, { ...person('Bo', 'Berg'), email: 'bo@example.org' }, { account: { notify: 'IMMEDIATELY' } });
  await page.goto('/email');
  await follow(page, 'bo@example.org');
  await expect(heading(page, 'Welcome to Portico')).toBeVisible();
  await expect(page.getByText('Hi Bo')).toBeVisible();
});

test('what is typed stays when the screen is left, and versions lead back', async ({ admin: page, axe, manners }) => {
  runsNothing(manners);
  await page.goto('/email/templates');
  await follow(page, 'Invitation');
  const subject = page.getByRole('textbox', { name: 'Subject' });
  await expect(subject).toHaveValue('Welcome to {{instanceName}}');
  await subject.fill('Not saved yet');
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(heading(page, 'Templates')).toBeVisible();
  await follow(page, 'Invitation');
  await expect(subject).toHaveValue('Not saved yet');
  await expect(page.getByText('did not save is here again')).toBeVisible();
  await axe(page);
  await press(page, 'Drop it');
  await expect(subject).toHaveValue('Welcome to {{instanceName}}');

  await expect(page.locator('summary').first()).toBeVisible();
  const before = await page.locator('summary').count();
  await press(page, 'Reset to the built-in text');
  await expect(page.locator('summary')).toHaveCount(before + 1);
  await expect(subject).toHaveValue('Choose a password for your {{instanceName}} account');
  await expect(page.getByText('Built in', { exact: false }).first()).toBeVisible();
  await page.locator('summary').first().click();
  await axe(page);
  await page.getByRole('button', { name: 'Undo this change' }).first().click();
  await expect(subject).toHaveValue('Welcome to {{instanceName}}');
});

test('whoever saves second is told of the first', async ({ admin: page, elsewhere, hub, manners }) => {
  runsNothing(manners);
  await page.goto('/email/templates?locale=de');
  await follow(page, 'Notice');
  const subject = page.getByRole('textbox', { name: 'Subject' });
  // An edit begins from the built-in text of its language.
  await expect(subject).toHaveValue('Ihr Profil bei {{instanceName}} ist bereit');
  const desktop = page.frameLocator('iframe[title="Preview, desktop"]');
  await expect(desktop.getByText('Guten Tag Ada,')).toBeVisible();
  await expect(desktop.locator('html')).toHaveAttribute('lang', 'de');
  await subject.fill('Ihr Profil');
  const other = await elsewhere();
  await enter(other, hub, ada);
  await other.goto(page.url());
  await other.getByRole('textbox', { name: 'Subject' }).fill('Ihr neues Profil');
  await press(other, 'Save Template');
  await expect(other.getByText('The template was saved.')).toBeVisible();
  await press(page, 'Save Template');
  await expect(page.getByText('Nothing was saved: somebody else changed this template')).toBeVisible();
  await press(page, 'Keep mine, then save again');
  await press(page, 'Save Template');
  await expect(page.getByText('The template was saved.')).toBeVisible();
  await expect(subject).toHaveValue('Ihr Profil');
  await press(page, 'Reset to the built-in text');
  await expect(subject).toHaveValue('Ihr Profil bei {{instanceName}} ist bereit');
});
