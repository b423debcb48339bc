import { once } from 'node:events';
import { createServer, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { ask, person, welcome } from './api.ts';
import { fill, follow, heading, press, toast } from './forms.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });
test.use({ isProxied: true });

const [nora, frode] = [person('Nora', 'Inside'), person('Frode', 'Outside')];
const groups: Record<string, string> = {};
let site: Server;
let users: Record<string, string>;

/** The website behind nginx: it says what it was asked, and what it was told of whoever asks. */
test.beforeAll(async () => {
  site = createServer((asked, answer) => {
    const { 'x-portico-email': email = '', 'x-portico-groups': named = '', connection = '' } = asked.headers;
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () => {
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      answer.end(
        `<!doctype html><html lang="en"><title>Site</title><link rel="icon" href="data:,"><h1>${asked.method} ${asked.url}</h1><p>${email} | ${named} | ${connection} | ${Buffer.concat(chunks).toString()}</p>`,
      );
    });
  });
  site.on('upgrade', (asked, socket) => {
    const name = String(asked.headers['x-portico-email']);
    socket.end(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX-Seen: ${name}\r\n\r\n`,
    );
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
});
test.afterAll(() => site.close());

const order = (page: Page, query: string, input: object) => ask<Record<string, never>>(page, query, { input });

/** Asks in the name of whoever is signed in in this browser, as a program does: nothing in the path is tidied up on the way. */
async function raw(page: Page, path: string, { method = 'GET', headers = {}, body = '' } = {}) {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { port } = new URL(await page.evaluate(() => location.origin));
  const asked = send({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { host: `localhost:${port}`, cookie, ...headers },
  });
  asked.end(body);
  return new Promise<{ status: number; text: string; seen?: string; location?: string }>((resolve, reject) => {
    asked.on('error', reject);
    const said = (answer: { statusCode?: number; headers: Record<string, unknown> }, text: string) =>
      resolve({
        status: answer.statusCode!,
        text,
        seen: answer.headers['x-seen'] as string | undefined,
        location: answer.headers.location as string | undefined,
      });
    asked.on('upgrade', (answer, socket) => {
      socket.destroy();
      said(answer, '');
    });
    asked.on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => said(answer, text));
    });
  });
}

test('pages are protected for groups, changed, and brought back', async ({
  admin: page,
  elsewhere,
  mailbox,
  looks,
}) => {
  for (const name of ['Board', 'Staff']) {
    const made = await ask<{ createGroup: { group: { id: string } } }>(
      page,
      'mutation($input:CreateGroupInput!){createGroup(input:$input){group{id}}}',
      { input: { name } },
    );
    groups[name] = made.createGroup.group.id;
  }
  users = {
    nora: await welcome(page, elsewhere, mailbox, nora, { groupIds: [groups.Board] }),
    frode: await welcome(page, elsewhere, mailbox, frode, { groupIds: [groups.Staff] }),
  };
  await page.goto('/settings/general');
  await follow(page, 'Protected pages');
  await expect(heading(page, 'Protected pages')).toBeVisible();
  await expect(page.getByText('No protected pages yet.')).toBeVisible();
  await looks(page, 'protected-pages-first-run');
  await press(page, 'New protected page');
  const dialog = page.getByRole('dialog', { name: 'New protected page' });
  await fill(dialog, { Path: '/members*' });
  await press(dialog, 'Save');
  await expect(dialog.getByRole('alert')).toContainText('A path begins with a slash');
  await looks(page, 'protected-page-new');
  await fill(dialog, { Path: '/members/*' });
  await dialog.getByRole('combobox', { name: 'Groups' }).fill('boa');
  await page.getByRole('option', { name: 'Board' }).click();
  await press(dialog, 'Save');
  await expect(toast(page)).toContainText('/members/* is protected.');

  // By keyboard alone.
  await page.getByRole('button', { name: 'New protected page' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Path' })).toBeFocused();
  await page.keyboard.type('/members/everybody');
  await page.keyboard.press('Tab');
  for (const name of ['Staff', 'Board']) {
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).waitFor();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('list', { name: 'Groups: picked' })).toContainText(name);
  }
  await press(dialog, 'Save');
  const row = page.getByRole('row', { name: /everybody/ });
  await expect(row).toContainText('Staff');
  await looks(page, 'protected-pages');

  await press(page, 'Delete /members/everybody');
  await expect(toast(page)).toContainText('/members/everybody is no longer listed.');
  await toast(page).hover(); // which holds the toast
  await expect(row).toHaveCount(0);
  await toast(page).getByRole('button', { name: 'Undo' }).last().click();
  await expect(row).toContainText('Board');
  await press(page, 'Edit /members/everybody');
  const edit = page.getByRole('dialog', { name: 'Edit protected page' });
  await fill(edit, { Path: '/members/all' });
  await press(edit, 'Save');
  await expect(page.getByRole('row', { name: /members\/all/ })).toContainText('Staff');
});

test('nginx serves what is shown for it', async ({ admin: page, hub, looks }) => {
  const { port } = site.address() as AddressInfo;
  await page.goto('/settings/pages');
  await follow(page, 'Protect a site');
  await expect(heading(page, 'Protect a site')).toBeVisible();
  const shown = page.getByRole('textbox', { name: 'Configuration' });
  await expect(shown).toHaveValue(/location ~ "\^\(\/members/);
  await looks(page, 'protect-site');
  for (const [server, word] of [
    ['Caddy', /forward_auth/],
    ['Traefik', /forwardAuth/],
    ['nginx', /auth_request/],
  ] as const) {
    await page.getByRole('radio', { name: new RegExp(`^${server}`) }).check();
    await expect(shown).toHaveValue(word);
  }
  await fill(page, { 'Where Portico listens': 'rubbish' });
  await expect(page.getByText('Write it like http://127.0.0.1:3000.')).toBeVisible();
  await fill(page, { 'Where Portico listens': hub.address, 'Where the site listens': `http://127.0.0.1:${port}` });
  await expect(shown).toHaveValue(new RegExp(`proxy_pass http://127.0.0.1:${port};`));
  await hub.nginx!.serve(await shown.inputValue(), hub.url);
  await page.goto('/settings/pages');
  await expect(heading(page, 'Protected pages')).toBeVisible();
});

test('whoever signs in comes back to the page, and loses sight of it with the group', async ({
  admin,
  elsewhere,
  manners,
  looks,
}) => {
  manners.allow(/403 \(Forbidden\)/);
  const page = await elsewhere();
  await page.goto('/members/area?a=1&b=2');
  await expect(page).toHaveURL(/\/login\?next=/);
  await fill(page, { 'Email or login name': nora.email, Password: nora.password });
  await press(page, 'Sign in');
  await expect(page).toHaveURL(/\/members\/area\?a=1&b=2$/);
  await expect(heading(page, 'GET /members/area?a=1&b=2')).toBeVisible();
  await expect(page.getByText(`${nora.email} | Board |`)).toBeVisible();

  const other = await elsewhere();
  await other.goto('/members/area');
  await fill(other, { 'Email or login name': frode.email, Password: frode.password });
  await press(other, 'Sign in');
  await expect(heading(other, 'You may not see this page')).toBeVisible();
  await expect(other.getByText('You are signed in as Frode Outside')).toBeVisible();
  await looks(other, 'no-access');
  expect((await other.reload())!.status()).toBe(403);
  await other.goto('/members/all');
  await expect(heading(other, 'GET /members/all')).toBeVisible();

  const remove = 'mutation($input:MembersInput!){removeMembers(input:$input){userErrors{message}}}';
  await order(admin, remove, { groupId: groups.Board, userIds: [users.nora] });
  expect((await page.reload())!.status()).toBe(403);
  await expect(heading(page, 'You may not see this page')).toBeVisible();
  const add = 'mutation($input:MembersInput!){addMembers(input:$input){userErrors{message}}}';
  await order(admin, add, { groupId: groups.Board, userIds: [users.nora] });
  expect((await page.reload())!.status()).toBe(200);

  await order(admin, 'mutation($input:UserIDInput!){deactivateUser(input:$input){userErrors{message}}}', {
    userId: users.frode,
  });
  await other.goto('/members/all');
  await expect(heading(other, 'Sign in')).toBeVisible();
});

test('whatever is asked, and however it is spelled', async ({ elsewhere, manners }) => {
  manners.allow(/403 \(Forbidden\)/);
  const [page, stranger] = [await elsewhere(), await elsewhere()];
  await stranger.goto('/login');
  await page.goto('/members/x');
  await fill(page, { 'Email or login name': nora.email, Password: nora.password });
  await press(page, 'Sign in');
  await expect(heading(page, 'GET /members/x')).toBeVisible();

  expect(await raw(page, '/members/x', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  const posted = await raw(page, '/members/x', { method: 'POST', body: 'a letter' });
  expect([posted.status, posted.text.includes('a letter')]).toEqual([200, true]);
  expect(posted.text).toContain('POST /members/x');
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket' };
  expect(await raw(page, '/members/live', { headers: upgrade })).toMatchObject({ status: 101, seen: nora.email });
  expect((await raw(stranger, '/members/live', { headers: upgrade })).status).toBe(401);
  expect((await raw(stranger, '/members/x', { method: 'POST', body: 'a letter' })).status).toBe(401);
  const led = await raw(stranger, '/members/x', { headers: { accept: 'text/html' } });
  expect(led.status).toBe(303);
  expect(led.location).toMatch(/\/login\?next=%2Fmembers%2Fx$/);

  // Nobody names themselves, or another page than the one that they ask for.
  const forged = {
    connection: 'X-Portico-Email, X-Portico-Groups',
    'x-portico-email': 'boss@example.org',
    'x-original-uri': '/members/x',
    'x-forwarded-uri': '/members/x',
  };
  expect((await raw(page, '/members/x', { headers: forged })).text).toContain(`${nora.email} | Board |  |`);
  expect((await raw(stranger, '/members/x', { headers: forged })).status).toBe(401);

  // What is not open to the one is not open to the other in any spelling: the site itself answers none of these.
  for (const path of [
    ...[
      '//members/x',
      '/members//x',
      '/./members/x',
      '/open/../members/x',
      '/open/%2e%2e/members/x',
      '/open%2f..%2fmembers/x',
    ],
    ...[
      '/members/../members/x',
      '/%6dembers/./x',
      '/members/%2e%2e/members/x',
      '/members%2fx',
      '/members%5cx',
      '/members/x%00',
    ],
    ...['/members;a=b/x', '/members./x', '/members%20/x', '/members/x.', '/MEMBERS//x', '/members/x%252e'],
  ]) {
    for (const one of [page, stranger]) {
      const { status, text } = await raw(one, path);
      expect(text, `${path} was answered by the site`).not.toContain('<title>Site</title>');
      expect(status, path).not.toBe(500);
    }
  }
});
