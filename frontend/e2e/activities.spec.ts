import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ask, create, enter, person, switchFeature, welcome } from './api.ts';
import { fill, heading, press, toast } from './forms.ts';
import { keys, tabTo } from './keys.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const record = `mutation Record($input: [RecordActivityInput!]!) {
  recordActivities(input: $input) { recorded userErrors { message } }
}`;

interface Made {
  createAPIClient: { token: string };
}

/** A shop's own way in. */
async function shopToken(admin: Page): Promise<string> {
  const query = `mutation Make($input: CreateAPIClientInput!) { createAPIClient(input: $input) { token userErrors { message } } }`;
  const input = { name: 'Shop', scopes: ['ACTIVITIES_WRITE'] };
  return (await ask<Made>(admin, query, { input })).createAPIClient.token;
}

/** Tells Portico what happened in the shop. */
async function report(page: Page, token: string, input: object[]) {
  const answer = await page.request.post('/graphql', {
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': crypto.randomUUID() },
    data: { query: record, variables: { input } },
  });
  const { data } = (await answer.json()) as { data: { recordActivities: { recorded: number; userErrors: object[] } } };
  expect(data.recordActivities).toEqual({ recorded: input.length, userErrors: [] });
}

const entries = (page: Page) => page.getByRole('article').getByRole('listitem');

test.describe('Activities', () => {
  const ana = person('Ana', 'Activa');
  let id = '';
  let token = '';

  test('are there by themselves: messages, sign-ins, and what a shop reports, as it happens', async ({
    admin: page,
    elsewhere,
    mailbox,
  }) => {
    id = await welcome(page, elsewhere, mailbox, ana);
    token = await shopToken(page);
    await page.goto(`/users/${id}/activities`);
    await expect(heading(page, 'Ana Activa')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
    await expect(entries(page)).toHaveText([/Signed in to Portico.*Sign-in/, /.*Email/]);
    await report(page, token, [{ email: 'ANA.Activa@example.org', kind: 'order', summary: 'Order 1042, 3 items' }]);
    await expect(entries(page).first()).toHaveText(/Order 1042, 3 items.*Order · Shop/);
    await expect(entries(page).first()).not.toContainText('Manual');
  });

  test('are added by hand, by the keyboard alone, and marked manual', async ({ admin: page, axe }) => {
    await page.goto(`/users/${id}/activities`);
    await tabTo(page, page.getByRole('button', { name: 'Add activity' }));
    await keys(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: 'Add activity' });
    await expect(dialog.getByRole('textbox', { name: 'What happened' })).toBeFocused();
    await axe(page);
    await tabTo(page, dialog.getByRole('button', { name: 'Save activity' }));
    await keys(page, 'Enter');
    await expect(dialog.getByRole('alert')).toContainText('Say what happened.');
    await dialog.getByRole('textbox', { name: 'What happened' }).focus();
    await page.keyboard.type('Asked for an offer\nfor three boats');
    await keys(page, 'Tab', 'Tab');
    await tabTo(page, dialog.getByRole('button', { name: 'Save activity' }));
    await keys(page, 'Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Add activity' })).toBeFocused();
    await expect(entries(page).filter({ hasText: 'Asked for an offer' })).toHaveText(/Call · Ada Lovelace\s*Manual/);
  });

  test('are deleted one by one, and come back by Undo', async ({ admin: page }) => {
    await page.goto(`/users/${id}/activities`);
    const entry = entries(page).filter({ hasText: 'Order 1042' });
    await tabTo(page, entry.getByRole('button', { name: 'Delete “Order 1042, 3 items”' }), 60);
    await keys(page, 'Enter');
    await expect(entry).toHaveCount(0);
    await expect(page.locator('[data-row-button="bin"]:focus')).toHaveCount(1);
    await expect(toast(page)).toContainText('“Order 1042, 3 items” was deleted.');
    await press(toast(page), 'Undo');
    await expect(entry).toHaveCount(1);
  });

  test('are filtered by kind', async ({ admin: page }) => {
    await page.goto(`/users/${id}/activities`);
    const kinds = page.getByRole('group', { name: 'Kinds' });
    await tabTo(page, kinds.getByRole('button', { name: 'Order' }));
    await keys(page, 'Space');
    await expect(entries(page)).toHaveText([/Order 1042/]);
    await expect(kinds.getByRole('button', { name: 'Order' })).toHaveAttribute('aria-pressed', 'true');
    await kinds.getByRole('button', { name: 'Sign-in' }).click();
    await expect(entries(page).filter({ hasText: 'Sign-in' })).not.toHaveCount(0);
    await expect(entries(page).filter({ hasText: 'Email' })).toHaveCount(0);
    await kinds.getByRole('button', { name: 'Order' }).click();
    await kinds.getByRole('button', { name: 'Sign-in' }).click();
    await expect(entries(page).filter({ hasText: 'Order 1042' })).toHaveCount(1);
  });

  test('are endless and light, and download as one file beyond any page', async ({ admin: page }) => {
    const day = 24 * 60 * 60 * 1000;
    for (let batch = 0; batch < 3; batch++) {
      const orders = Array.from({ length: 400 }, (_, index) => ({
        userId: id,
        kind: 'order',
        summary: index === 399 && batch === 2 ? '=SUM(A1:A9)' : `Order ${batch * 400 + index}`,
        occurredAt: new Date(Date.now() - day * (1 + batch) - index * 60_000).toISOString(),
      }));
      await report(page, token, orders);
    }
    await page.goto(`/users/${id}/activities`);
    await expect(page.getByRole('heading', { name: 'Yesterday' })).toBeVisible();
    await page.mouse.move(640, 500);
    const end = entries(page).filter({ hasText: '=SUM(A1:A9)' });
    await expect(async () => {
      await page.mouse.wheel(0, 20_000);
      await expect(end).toBeVisible({ timeout: 100 });
    }).toPass({ timeout: 60_000 });
    expect(await page.getByRole('listitem').count(), 'entries on the page at once').toBeLessThan(400);
    await page.keyboard.press('Home');

    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download CSV' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('activities.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\ufeffID,Time,Kind,Summary,Source,')).toBe(true);
    expect(text.match(/,Order \d+,API,/g)).toHaveLength(1199);
    expect(text).toContain(",order,'=SUM(A1:A9),API,");
    expect(text).toContain(',call,"Asked for an offer\nfor three boats",MANUAL,Ada Lovelace,');
  });

  test('stay as they are for who may only look, and say why where they are switched off', async ({
    admin: page,
    elsewhere,
    hub,
    mailbox,
  }) => {
    const sue = person('Sue', 'Super');
    await welcome(page, elsewhere, mailbox, sue, { role: 'Super User' });
    const looking = await elsewhere();
    await enter(looking, hub, sue);
    await looking.goto(`/users/${id}/activities`);
    await expect(entries(looking).filter({ hasText: 'Order 1042' })).toHaveCount(1);
    await expect(looking.getByRole('button', { name: /Delete|Add activity/ })).toHaveCount(0);

    const sec = person('Sec', 'Security');
    await welcome(page, elsewhere, mailbox, sec, { role: 'Security Administrator' });
    const without = await elsewhere();
    await enter(without, hub, sec);
    await without.goto(`/users/${id}/activities`);
    await expect(heading(without, 'Ana Activa')).toBeVisible();
    await expect(without.getByRole('link', { name: 'Activities' })).toHaveCount(0);

    await switchFeature(page, 'ACTIVITIES', false, 'Not in your plan.');
    await page.goto(`/users/${id}/activities`);
    await expect(page.getByText('Not in your plan.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add activity' })).toHaveCount(0);
    await switchFeature(page, 'ACTIVITIES', true);
  });
});

test('looks', async ({ admin: page, looks, manners }) => {
  manners.allow(/Failed to load resource/);
  const bare = await create(page, person('Bare', 'Bones'));
  await page.goto(`/users/${bare}/activities`);
  await expect(page.getByText('No activities yet.')).toBeVisible();
  await looks(page, 'activities-none');

  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const long =
    'Ordered everything that was left of the summer collection, to be delivered to the old harbour, with an invoice to the association. '.repeat(
      3,
    );
  await ask(page, record, {
    input: [
      { userId: bare, kind: 'order', summary: 'Order 1042, 3 items', occurredAt: at(0) },
      { userId: bare, kind: 'visit', summary: 'Came to the open day\nwith two children', occurredAt: at(1) },
      { userId: bare, kind: 'call', summary: 'Asked for an offer', occurredAt: at(25) },
      { userId: bare, kind: 'newsletter_opened', summary: long, occurredAt: at(24 * 40) },
    ],
  });
  await page.goto(`/users/${bare}/activities`);
  await expect(entries(page)).toHaveCount(4);
  await looks(page, 'activities');
  await press(page, 'Add activity');
  const dialog = page.getByRole('dialog', { name: 'Add activity' });
  await fill(dialog, { Kind: '' });
  await press(dialog, 'Save activity');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await looks(page, 'activities-add');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Delete “Order 1042, 3 items”' }).click();
  await expect(toast(page)).toContainText('was deleted');
  await looks(page, 'activities-deleted');

  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('ActivitiesTab')
      ? route.fulfill({ status: 500, body: '{}' })
      : route.continue(),
  );
  await page.goto(`/users/${bare}/activities`);
  await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  await looks(page, 'activities-failed');
  await page.unroute('**/graphql');

  await switchFeature(page, 'ACTIVITIES', false, 'Not in your plan.');
  await page.goto(`/users/${bare}/activities`);
  await expect(page.getByText('Not in your plan.')).toBeVisible();
  await looks(page, 'activities-off');
});
