import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask, person, welcome } from './api.ts';
import { fill, heading, press, signIn } from './forms.ts';
import type { Hub } from './hub.ts';
import { expect, test } from './test.ts';

/** What an authenticator app with this key shows by the hub's clock (RFC 6238). */
async function shown(hub: Hub, key: string): Promise<string> {
  const answer = await fetch(`${hub.url}/test/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: '0s' }),
  });
  const { now } = (await answer.json()) as { now: string };
  const bits = [...key.replaceAll(' ', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.parse(now) / 30_000)));
  const mac = createHmac('sha1', secret).update(step).digest();
  const at = mac[19]! & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Chooses a second factor on somebody's card, by keyboard. */
async function provide(admin: Page, id: string, name: string) {
  await admin.goto(`/users/${id}/settings`);
  const choice = admin.getByRole('combobox', { name: /Authentication Factor Provider/ });
  await choice.focus();
  await admin.keyboard.press('Enter');
  await admin.getByRole('option', { name }).waitFor();
  await admin.keyboard.type(name.slice(0, 3));
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('status', { name: 'Notifications' })).toContainText('asks for it');
}

test('an authenticator app is enrolled at the next sign-in, and asked for from then on', async ({
  admin,
  elsewhere,
  mailbox,
  hub,
  clock,
  looks,
}) => {
  const tora = person('Tora', 'Tveit');
  const id = await welcome(admin, elsewhere, mailbox, tora);
  await provide(admin, id, 'Authenticator app');
  await looks(admin, 'card-settings-factor');
  const page = await elsewhere();
  await signIn(page, tora);
  await expect(heading(page, 'Set up your authenticator app')).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  await looks(page, 'enrol');
  const key = await page.getByRole('textbox', { name: 'Or type this key into the app' }).inputValue();
  await page.getByRole('textbox', { name: 'Code' }).focus();
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This code is wrong')).toBeVisible();
  await fill(page, { Code: await shown(hub, key) });
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Your app is set up')).toBeVisible();
  const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  await looks(page, 'recovery-codes');
  await press(page, 'I have kept them');
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await looks(page, 'me-with-app');

  await press(page, 'Sign out');
  await clock.advance('1m');
  await signIn(page, tora);
  await expect(heading(page, 'Enter the code')).toBeVisible();
  await looks(page, 'factor');
  await fill(page, { Code: await shown(hub, key) });
  await page.keyboard.press('Enter');
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await press(page, 'Sign out');
  await signIn(page, tora);
  await fill(page, { Code: codes[0]! });
  await press(page, 'Sign in');
  await expect(heading(page, 'You are signed in')).toBeVisible();
});

test('a code by email lets in for ten minutes', async ({ admin, elsewhere, mailbox, clock }) => {
  const emil = person('Emil', 'Eng');
  const id = await welcome(admin, elsewhere, mailbox, emil);
  await provide(admin, id, 'Email code');
  const page = await elsewhere();
  const code = async () => (await mailbox.next(emil.email)).text.match(/\b\d{6}\b/)![0];
  await signIn(page, emil);
  const old = await code();
  await clock.advance('10m');
  await fill(page, { Code: old });
  await press(page, 'Sign in');
  await expect(page.getByText('This code is wrong')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in again for a new code' }).click();
  await signIn(page, emil);
  await fill(page, { Code: await code() });
  await press(page, 'Sign in');
  await expect(heading(page, 'You are signed in')).toBeVisible();
});

test('too many wrong passwords lock for a while, and an administrator lifts it', async ({
  admin,
  elsewhere,
  mailbox,
  looks,
}) => {
  const lars = person('Lars', 'Lund');
  const id = await welcome(admin, elsewhere, mailbox, lars);
  const page = await elsewhere();
  const wrong = 'mutation($i:SignInInput!){signIn(input:$i){userErrors{code}}}';
  for (let i = 0; i < 10; i++) await ask(page, wrong, { i: { login: lars.email, password: 'a wrong guess' } });
  await signIn(page, lars);
  await expect(page.getByRole('alert')).toContainText('Too many tries. Try again in 15 minutes.');
  await looks(page, 'login-locked');
  await admin.goto('/users');
  await admin.getByRole('link', { name: 'Locked' }).click();
  await expect(admin.getByRole('row', { name: /Lars Lund/ })).toBeVisible();
  await admin.goto(`/users/${id}/settings`);
  await looks(admin, 'card-settings-locked');
  await press(admin, 'Unlock');
  await expect(admin.getByRole('status', { name: 'Notifications' })).toContainText('Lars Lund can sign in again.');
  await signIn(page, lars);
  await expect(heading(page, 'You are signed in')).toBeVisible();
});

test('signing out everywhere ends every browser', async ({ admin, elsewhere, mailbox }) => {
  const siri = person('Siri', 'Sand');
  await welcome(admin, elsewhere, mailbox, siri);
  const [one, two] = [await elsewhere(), await elsewhere()];
  for (const page of [one, two]) {
    await signIn(page, siri);
    await expect(heading(page, 'You are signed in')).toBeVisible();
  }
  await one.reload();
  await press(one, 'Sign out everywhere');
  await expect(heading(one, 'Sign in')).toBeVisible();
  await two.reload();
  await expect(heading(two, 'Sign in')).toBeVisible();
});

test('some minutes after signing in, a factor is changed only by whoever confirms that it is them', async ({
  admin,
  elsewhere,
  mailbox,
  hub,
  clock,
  looks,
}) => {
  const vera = person('Vera', 'Vik');
  await welcome(admin, elsewhere, mailbox, vera);
  const page = await elsewhere();
  const asking = page.getByRole('dialog', { name: "Confirm it's you" });
  await signIn(page, vera);
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await clock.advance('11m');
  await page.getByRole('link', { name: 'Set up an authenticator app' }).focus();
  await page.keyboard.press('Enter');
  await expect(asking.getByLabel('Password', { exact: true })).toBeFocused();
  await looks(page, 'confirm-identity');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toContainText('Confirm that it is you first');
  await press(page, 'Retry');
  await expect(asking.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type('not this one');
  await page.keyboard.press('Enter');
  await expect(asking.getByText('This is not your password.')).toBeVisible();
  await fill(asking, { Password: vera.password });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const key = await page.getByRole('textbox', { name: 'Or type this key into the app' }).inputValue();
  await fill(page, { Code: await shown(hub, key) });
  await press(page, 'Confirm');
  await press(page, 'I have kept them');
  await expect(heading(page, 'You are signed in')).toBeVisible();

  await clock.advance('11m');
  await page.getByRole('button', { name: 'Renew recovery codes' }).focus();
  await page.keyboard.press('Enter');
  await expect(asking.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type(vera.password);
  await page.keyboard.press('Enter');
  await expect(asking.getByRole('textbox', { name: 'Code' })).toBeFocused();
  await looks(page, 'confirm-identity-code');
  await fill(asking, { Code: await shown(hub, key) });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10);
  await expect(asking).toHaveCount(0);
});
