import type { Page } from '@playwright/test';
import { ask, create, person, welcome } from './api.ts';
import { fill, follow, heading, press } from './forms.ts';
import { expect, Mailbox, test } from './test.ts';

const invited = { account: { notify: 'IMMEDIATELY' } };

async function choose(page: Page, password: string) {
  await fill(page, { 'New password': password });
  await press(page, 'Save password');
}

test('a link works for 24 hours, then its page says so and sends a new one', async ({
  admin,
  elsewhere,
  mailbox,
  clock,
}) => {
  const liv = person('Liv', 'Lund');
  await create(admin, liv, invited);
  const first = Mailbox.link(await mailbox.next(liv.email));
  const inbox = await elsewhere();
  await clock.advance('23h59m');
  await inbox.goto(first);
  await expect(heading(inbox, 'Choose a password')).toBeVisible();

  await clock.advance('2m');
  await inbox.reload();
  await expect(heading(inbox, 'Link expired')).toBeVisible();
  await expect(inbox.getByText('This link has expired. Links work for 24 hours.')).toBeVisible();
  await inbox.getByRole('button', { name: 'Send me a new link' }).dblclick();
  // Not its focus: the second click may land on the new page already and take the focus along.
  await expect(heading(inbox, 'Check your email')).toBeVisible();

  await inbox.goto(Mailbox.link(await mailbox.next(liv.email)));
  await choose(inbox, liv.password);
  await expect(heading(inbox, 'You are signed in')).toBeVisible();
  expect((await mailbox.all()).filter(({ to }) => to.includes(liv.email))).toHaveLength(2);
});

test('a link that expires under an open form loses nothing', async ({ admin, elsewhere, mailbox, clock }) => {
  const mia = person('Mia', 'Moen');
  await create(admin, mia, invited);
  const inbox = await elsewhere();
  await inbox.goto(Mailbox.link(await mailbox.next(mia.email)));
  await expect(heading(inbox, 'Choose a password')).toBeVisible();
  await clock.advance('24h1m');
  await choose(inbox, mia.password);
  await press(inbox, 'Send me a new link');
  await expect(heading(inbox, 'Check your email')).toBeFocused();
  await mailbox.next(mia.email);
});

test('links that were replaced, used or never ours say which, and lead on', async ({ admin, elsewhere, mailbox }) => {
  const noa = person('Noa', 'Nes');
  const id = await create(admin, noa, invited);
  const old = Mailbox.link(await mailbox.next(noa.email));
  await ask(admin, 'mutation Again($id: ID!) { resendInvitation(input: { userId: $id }) { userErrors { code } } }', {
    id,
  });
  const link = Mailbox.link(await mailbox.next(noa.email));
  const inbox = await elsewhere();

  await inbox.goto(old);
  await expect(heading(inbox, 'This link no longer works')).toBeVisible();
  await expect(inbox.getByText(/Use the link in the newest email from us/)).toBeVisible();

  await inbox.goto(link);
  await choose(inbox, noa.password);
  await expect(heading(inbox, 'You are signed in')).toBeVisible();
  await inbox.goto(link);
  await expect(heading(inbox, 'This link was used already')).toBeVisible();
  await follow(inbox, 'Sign in');
  await expect(heading(inbox, 'Sign in')).toBeVisible();

  await inbox.goto(link.slice(0, -6));
  await expect(heading(inbox, 'This link is not complete')).toBeVisible();
  await follow(inbox, 'Reset Password');
  await expect(heading(inbox, 'Reset Password')).toBeVisible();
});

test('asking for a reset answers alike, whether or not the address is known', async ({ admin, elsewhere, mailbox }) => {
  const olav = person('Olav', 'Oen');
  await welcome(admin, elsewhere, mailbox, olav);
  const page = await elsewhere();
  const answers: string[] = [];
  for (const login of ['nobody.here@example.org', olav.email]) {
    await page.goto('/login');
    await follow(page, 'Reset Password');
    await fill(page, { 'Email or login name': login });
    await press(page, 'Send me a link');
    await expect(heading(page, 'Check your email')).toBeVisible();
    answers.push((await page.getByRole('main').innerText()).replaceAll(login, 'LOGIN'));
  }
  expect(answers[1]).toBe(answers[0]);

  await page.goto(Mailbox.link(await mailbox.next(olav.email)));
  await expect(heading(page, 'Choose a new password')).toBeVisible();
  await choose(page, 'another evening walk');
  await expect(heading(page, 'You are signed in')).toBeVisible();
  expect((await mailbox.all()).flatMap(({ to }) => to)).not.toContain('nobody.here@example.org');
});
