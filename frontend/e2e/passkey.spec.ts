import type { CDPSession, Page } from '@playwright/test';
import { ask, person, welcome } from './api.ts';
import { fill, heading, press, signIn } from './forms.ts';
import { expect, test } from './test.ts';

/** A device that keeps passkeys, beside a page: Chromium's own stand-in for one. */
async function device(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

test('a passkey is added, signs in alone, and is removed', async ({ admin, elsewhere, mailbox, clock, looks }) => {
  const pia = person('Pia', 'Pran');
  await welcome(admin, elsewhere, mailbox, pia);
  const page = await elsewhere();
  const { cdp, authenticatorId } = await device(page);
  await signIn(page, pia);
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await fill(page, { 'Name of a new passkey': 'My phone' });
  await press(page, 'Add a passkey');
  await expect(page.getByRole('button', { name: 'Remove the passkey My phone' })).toBeVisible();
  await looks(page, 'me-passkey');

  await press(page, 'Sign out');
  await expect(heading(page, 'Sign in')).toBeVisible();
  await looks(page, 'login-passkey');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await expect(page.getByText(/^Last used /)).toBeVisible();

  // A device that does not make sure who it is opens nothing, and one that knows another key neither.
  await press(page, 'Sign out');
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await press(page, 'Sign in with a passkey');
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeEnabled();
  await expect(heading(page, 'Sign in')).toBeVisible();
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  const [known] = credentials;
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId });
  const { privateKey } = await forgedKey();
  await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...known!, privateKey, signCount: 99 } });
  await press(page, 'Sign in with a passkey');
  await expect(page.getByRole('alert')).toContainText('This passkey was not accepted.');
  await looks(page, 'login-passkey-refused');

  // Some minutes after signing in it is asked for again before it goes; then it has shown who is there.
  await cdp.send('WebAuthn.clearCredentials', { authenticatorId });
  await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...known!, signCount: 199 } });
  await signIn(page, pia);
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await clock.advance('11m');
  await press(page, 'Remove the passkey My phone');
  await expect(page.getByRole('dialog', { name: "Confirm it's you" })).toBeVisible();
  await looks(page, 'confirm-identity-passkey');
  await press(page, 'Use a passkey');
  await expect(page.getByRole('button', { name: 'Remove the passkey My phone' })).toHaveCount(0);
});

/** A key that nobody was told of, as the device keeps one (PKCS #8). */
async function forgedKey() {
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  return { privateKey: Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64') };
}

test('a passkey chosen by an administrator is set up at the next sign-in, and asked for after the password', async ({
  admin,
  elsewhere,
  mailbox,
  looks,
}) => {
  const per = person('Per', 'Pladsen');
  const userId = await welcome(admin, elsewhere, mailbox, per);
  await ask(admin, 'mutation($i:SetFactorProviderInput!){setFactorProvider(input:$i){userErrors{code}}}', {
    i: { userId, provider: 'PASSKEY' },
  });
  const page = await elsewhere();
  await device(page);
  await signIn(page, per);
  await expect(heading(page, 'Set up a passkey')).toBeVisible();
  await looks(page, 'enrol-passkey');
  await press(page, 'Create a passkey');
  await expect(heading(page, 'You are signed in')).toBeVisible();
  await press(page, 'Sign out');
  await signIn(page, per);
  await expect(heading(page, 'Show your passkey')).toBeVisible();
  await looks(page, 'factor-passkey');
  await press(page, 'Sign in with a passkey');
  await expect(heading(page, 'You are signed in')).toBeVisible();
});
