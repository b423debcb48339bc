import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { ask, create, person } from './api.ts';
import { fact, fill, follow, heading, press, toast } from './forms.ts';
import { expect, Mailbox, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const nora = person('Nora', 'Near');
const consent = (page: Page) => page.getByRole('region', { name: 'Email communication' });
const theSwitch = (page: Page) => consent(page).getByRole('switch', { name: 'Receives email communication' });

/** A site of somebody else, whose one page holds what it is given. */
class Site {
  html = '';
  origin = '';
  readonly #server: Server = createServer(({ url }, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(url === '/' ? this.html : '<title>Thanks</title><h1>Thanks from the shop</h1>');
  });

  async open() {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

test('consent is switched by keyboard, says when and by whom, and is taken back', async ({ admin: page, looks }) => {
  const id = await create(page, person('Ana', 'Adams'));
  await page.goto(`/users/${id}`);
  await expect(fact(consent(page), 'Last change')).toHaveText('never changed');
  await theSwitch(page).focus();
  await page.keyboard.press('Space');
  await expect(toast(page)).toContainText('Ana Adams receives email communication.');
  await expect(theSwitch(page)).toBeChecked();
  await expect(fact(consent(page), 'Last change')).toHaveText(
    /^On, today \d\d:\d\d, by Ada Lovelace \(administrator\)$/,
  );
  await page.keyboard.press('Control+z');
  await expect(toast(page)).toContainText('Undone.');
  await expect(theSwitch(page)).not.toBeChecked();
  await expect(fact(consent(page), 'Last change')).toHaveText(/^Off, today/);
  await theSwitch(page).press('Space');
  await expect(theSwitch(page)).toBeChecked();
  await consent(page).getByRole('button', { name: 'History' }).press('Enter');
  const history = page.getByRole('dialog', { name: 'Email communication of Ana Adams' });
  await expect(history.getByRole('article')).toHaveCount(3);
  await looks(page, 'consent-history');
  await page.keyboard.press('Escape');
  await expect(consent(page).getByRole('button', { name: 'History' })).toBeFocused();
});

test('the list is filtered by consent, and shows it in a column', async ({ admin: page }) => {
  await page.goto('/users');
  await press(page, 'Add filter');
  await page.getByRole('menuitem', { name: 'Consent' }).click();
  await page.getByRole('radio', { name: 'Yes, they receive it' }).check();
  await press(page, 'Done');
  await expect(page).toHaveURL(/consent=yes/);
  await expect(page.getByRole('link', { name: 'Ana Adams', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ada Lovelace', exact: true })).toHaveCount(0);
});

test('settings name the sites that a form may lead back to, with a way back', async ({ admin: page, looks }) => {
  await page.goto('/users');
  await follow(page, 'Settings');
  await expect(heading(page, 'General')).toBeVisible();
  await fill(page, { 'Keep activities for': 'ten', 'Sites that Portico may lead back to': 'shop.example' });
  await press(page, 'Save Settings');
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Keep activities for' })).toHaveAccessibleDescription(
    /Enter 1 to 36500 days/,
  );
  await looks(page, 'settings-general-errors');
  await fill(page, { 'Keep activities for': '365', 'Sites that Portico may lead back to': 'https://shop.example' });
  await press(page, 'Save Settings');
  await expect(toast(page)).toContainText('The settings were saved.');
  await toast(page).getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Sites that Portico may lead back to' })).toHaveValue('');
  await looks(page, 'settings-general');

  // So is the language of whoever has chosen none.
  const language = page.getByRole('combobox', { name: 'Language of emails' });
  await language.click();
  await page.getByRole('option', { name: 'Norsk bokmål' }).click();
  await press(page, 'Save Settings');
  await expect(toast(page)).toContainText('The settings were saved.');
  await page.reload();
  await expect(language).toContainText('Norsk bokmål');

  await language.click();
  await page.getByRole('option', { name: 'English' }).click();

  // Whether people are reminded before an invitation ends is a switch, too.
  const nudge = page.getByRole('switch', { name: 'Remind before an invitation expires' });
  await nudge.check();
  await press(page, 'Save Settings');
  await expect(toast(page)).toContainText('The settings were saved.');
  await page.reload();
  await expect(nudge).toBeChecked();
  await nudge.uncheck();
  await press(page, 'Save Settings');
  await expect(toast(page)).toContainText('The settings were saved.');
});

test('a page of another site embeds the form; who confirms is on record since they sent it', async ({
  admin: page,
  browser,
  elsewhere,
  hub,
  mailbox,
  clock,
  looks,
}) => {
  const shop = await new Site().open();
  const { settings } = await ask<{ settings: { version: number } }>(page, '{ settings { version } }');
  await ask(
    page,
    'mutation List($input: UpdateSettingsInput!) { updateSettings(input: $input) { userErrors { code } } }',
    {
      input: { version: settings.version, redirectOrigins: [shop.origin] },
    },
  );
  await page.goto('/users');
  await follow(page, 'Developers');
  await follow(page, 'Sign-up form');
  await expect(heading(page, 'Sign-up form')).toBeVisible();
  await fill(page, { 'Where it leads': 'https://elsewhere.example/' });
  await expect(page.getByText('This site is not listed')).toBeVisible();
  await fill(page, { 'Where it leads': `${shop.origin}/thanks`, 'What people agree to': 'Yes, write to me.' });
  await expect(page.getByText('This site is not listed')).toHaveCount(0);
  await looks(page, 'signup-form');
  shop.html = `<!doctype html><html lang="en"><title>Shop</title><body>${await page.getByRole('textbox', { name: 'HTML' }).inputValue()}</body></html>`;

  // Another site is not held to our manners.
  const stranger = await browser.newContext();
  const visitor = await stranger.newPage();
  await visitor.goto(shop.origin);
  await visitor.getByLabel('Email').fill(nora.email);
  await visitor.getByLabel('First name').fill('Nora');
  await visitor.getByLabel('Last name').fill('Near');
  const sent = Date.now();
  await visitor.getByRole('button', { name: 'Sign up' }).press('Enter');
  await expect(visitor.getByRole('heading', { name: 'Thanks from the shop' })).toBeVisible();
  await stranger.close();
  shop.close();

  const email = await mailbox.next(nora.email);
  expect(email.subject).toBe('Confirm that you want email from Portico');
  const found = '{ users(first: 9, filter: { search: "nora" }) { edges { node { id emailSubscriptionChangedAt } } } }';
  type Found = { users: { edges: { node: { id: string; emailSubscriptionChangedAt: string } }[] } };
  expect((await ask<Found>(page, found)).users.edges).toEqual([]);

  await clock.advance('3h');
  const link = Mailbox.link(email);
  const hers = await elsewhere();
  await hers.goto(link);
  await expect(heading(hers, 'Confirm your address')).toBeVisible();
  await looks(hers, 'confirm');
  expect((await ask<Found>(page, found)).users.edges).toEqual([]);
  await hers.getByRole('button', { name: 'Yes, confirm' }).press('Enter');
  await expect(heading(hers, 'Thank you')).toBeFocused();
  await looks(hers, 'confirm-done');
  await hers.reload();
  await expect(heading(hers, 'Confirmed already')).toBeVisible();
  await looks(hers, 'confirm-used');
  await hers.goto('/confirm#token=nonsense');
  await expect(heading(hers, 'This link is not complete')).toBeVisible();

  const { node } = (await ask<Found>(page, found)).users.edges[0]!;
  expect(Math.abs(Date.parse(node.emailSubscriptionChangedAt) - sent)).toBeLessThan(60_000);
  await page.goto(`/users/${node.id}`);
  await expect(fact(consent(page), 'Last change')).toHaveText(/^On, .* by Nora Near \(sign-up form\)$/);
  await looks(page, 'card-consent');
  await press(consent(page), 'History');
  const history = page.getByRole('dialog', { name: 'Email communication of Nora Near' });
  await expect(fact(history, 'Wording')).toHaveText('Yes, write to me.');
  await expect(fact(history, 'Form on')).toHaveText(shop.origin);
  await expect(fact(history, 'From the address')).toHaveText(/127\.0\.0\.1|::1/);
  await looks(page, 'consent-proof');
  expect(hub.log).not.toContain(link.split('token=')[1]);
});

test('an expired link says so, and what to do', async ({ admin: page, elsewhere, mailbox, clock, looks }) => {
  const late = person('Late', 'Comer');
  const answer = await page.request.post('/forms/signup', {
    form: { email: late.email, firstName: 'Late', lastName: 'Comer' },
  });
  expect(answer.status()).toBe(202);
  const link = Mailbox.link(await mailbox.next(late.email));
  await clock.advance('24h1m');
  const theirs = await elsewhere();
  await theirs.goto(link);
  await expect(heading(theirs, 'Link expired')).toBeVisible();
  await expect(theirs.getByText('Links work for 24 hours.')).toBeVisible();
  await looks(theirs, 'confirm-expired');
});

test('a form without a page of its own leads to ours', async ({ elsewhere, hub, browser, looks }) => {
  const site = await new Site().open();
  site.html = `<!doctype html><form action="${hub.url}/forms/signup" method="post"><input name="email" value="una@example.org">
    <input name="firstName" value="Una"><input name="lastName" value="Unn"><button>Go</button></form>`;
  const stranger = await browser.newContext();
  const visitor = await stranger.newPage();
  await visitor.goto(site.origin);
  await visitor.getByRole('button', { name: 'Go' }).click();
  await expect(heading(visitor, 'Check your email')).toBeVisible();
  expect(await stranger.cookies()).toEqual([]);
  await looks(visitor, 'signup-thanks');
  await stranger.close();
  site.close();
  const refused = await (await elsewhere()).request.post('/forms/signup', { form: { email: 'una' } });
  expect(refused.status()).toBe(400);
  expect(await refused.text()).toContain('This is not an email address.');
});

test('an unsubscribe link shows what is so, and switches it', async ({
  admin: page,
  elsewhere,
  hub,
  looks,
  manners,
}) => {
  type Link = { users: { edges: { node: { id: string; unsubscribeUrl: string } }[] } };
  const { users } = await ask<Link>(
    page,
    '{ users(first: 1, filter: { search: "nora" }) { edges { node { id unsubscribeUrl } } } }',
  );
  const { id, unsubscribeUrl } = users.edges[0]!.node;
  const hers = await elsewhere();
  await hers.goto(unsubscribeUrl);
  await expect(hers.getByText('You receive email communication')).toBeVisible();
  await looks(hers, 'unsubscribe');
  await page.goto(`/users/${id}`);
  await expect(theSwitch(page)).toBeChecked();
  await hers.getByRole('button', { name: 'Unsubscribe' }).press('Enter');
  await expect(heading(hers, 'You are unsubscribed')).toBeFocused();
  await looks(hers, 'unsubscribed');
  await page.reload();
  await expect(fact(consent(page), 'Last change')).toHaveText(/^Off, .* by Nora Near \(unsubscribe link\)$/);
  await press(hers, 'Receive it again');
  await expect(heading(hers, 'You receive email again')).toBeFocused();
  const click = await hers.request.post(unsubscribeUrl, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect(click.status()).toBe(200);
  await hers.reload();
  await expect(hers.getByText('You receive no email communication.')).toBeVisible();
  manners.allow(/404 \(Not Found\)/);
  await hers.goto(`${unsubscribeUrl}x`);
  await expect(heading(hers, 'This link is not complete')).toBeVisible();
  expect(hub.log).not.toContain(unsubscribeUrl.split('/').pop());
});
