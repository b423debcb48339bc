import { create, person, welcome } from './api.ts';
import { fill, heading, press, signIn } from './forms.ts';
import { expect, Mailbox, test } from './test.ts';

test('setting up', async ({ page, hub, looks }) => {
  await page.goto(await hub.setUpLink());
  await expect(heading(page, 'Set up Portico')).toBeVisible();
  await looks(page, 'set-up');
  await fill(page, { Email: 'ada', Password: 'short ' });
  await press(page, 'Create administrator');
  await looks(page, 'set-up-errors');
  await page.goto('/setup');
  await expect(heading(page, 'This set-up link does not work')).toBeVisible();
  await looks(page, 'set-up-dead');
});

test('signing in', async ({ page, looks }) => {
  await page.goto('/login');
  await looks(page, 'login');
  await fill(page, { 'Email or login name': 'ada@example.org', Password: 'not the right one' });
  await press(page, 'Sign in');
  await expect(page.getByRole('alert')).toBeVisible();
  await looks(page, 'login-refused');
});

test('a forgotten password', async ({ page, looks }) => {
  await page.goto('/forgot');
  await looks(page, 'forgot');
  await fill(page, { 'Email or login name': 'ada@example.org' });
  await press(page, 'Send me a link');
  await expect(heading(page, 'Check your email')).toBeVisible();
  await looks(page, 'check-your-email');
});

test('choosing a password, and links that no longer can', async ({ admin, elsewhere, mailbox, clock, looks }) => {
  const vera = person('Vera', 'Vik');
  await create(admin, vera, { account: { notify: 'IMMEDIATELY' } });
  const link = Mailbox.link(await mailbox.next(vera.email));
  const page = await elsewhere();
  await page.goto(link);
  await expect(heading(page, 'Choose a password')).toBeVisible();
  await looks(page, 'set-password');
  await fill(page, { 'New password': 'short ' });
  await press(page, 'Save password');
  await looks(page, 'set-password-errors');
  await page.goto(link.slice(0, -4));
  await expect(heading(page, 'This link is not complete')).toBeVisible();
  await looks(page, 'link-unknown');
  await clock.advance('24h1m');
  await page.goto(link);
  await expect(heading(page, 'Link expired')).toBeVisible();
  await looks(page, 'link-expired');
  await press(page, 'Send me a new link');
  const fresh = Mailbox.link(await mailbox.next(vera.email));
  await page.goto(link);
  await expect(heading(page, 'This link no longer works')).toBeVisible();
  await looks(page, 'link-replaced');
  await page.goto(fresh);
  await fill(page, { 'New password': vera.password });
  await press(page, 'Save password');
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await page.goto(fresh);
  await expect(heading(page, 'This link was used already')).toBeVisible();
  await looks(page, 'link-used');
});

test('one’s own page', async ({ admin, elsewhere, mailbox, looks }) => {
  const wim = person('Wim', 'Wolf');
  await welcome(admin, elsewhere, mailbox, wim);
  const page = await elsewhere();
  await signIn(page, wim);
  await expect(page.getByText(wim.email)).toBeVisible();
  await looks(page, 'me');
});
