import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask, create, person } from './api.ts';
import { fill, press } from './forms.ts';
import { root } from './program.ts';
import { expect, test } from './test.ts';

const folder = join(root, 'docs/partner-portal');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The sample portal, on a loopback port of its own: another origin than the hub's. */
async function serve(): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : request.url!.slice(1);
    readFile(join(folder, name)).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(name)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

interface Made {
  createAPIClient: { token: string; apiClient: { id: string } };
}

const CreateClient = `mutation($input: CreateAPIClientInput!) {
  createAPIClient(input: $input) { token apiClient { id } userErrors { message } }
}`;

/** Opens the portal and gives it what it needs. */
async function connect(page: Page, origin: string, hub: string, token: string) {
  await page.goto(origin);
  await fill(page, { 'Address of Portico': hub });
  await page.getByLabel('Token of the API client').fill(token);
  await press(page, 'Connect');
}

test('a partner portal shows whom it may see, and nobody else', async ({ admin, browser, hub, axe }) => {
  const { origin, server } = await serve();
  const foreign = await serve();
  try {
    const company = 'Nordlys AS';
    const near = Array.from({ length: 23 }, (_, index) =>
      person(`Near${index}`, `Aas${String(index).padStart(2, '0')}`),
    );
    for (const who of near) await create(admin, who, { companyName: company });
    await create(admin, person('Far', 'Away'), { companyName: 'Sydlys AS' });
    const { companies } = await ask<{ companies: { edges: { node: { id: string } }[] } }>(
      admin,
      '{ companies(first: 1, search: "nordlys") { edges { node { id } } } }',
    );
    const { createAPIClient } = await ask<Made>(admin, CreateClient, {
      input: {
        name: 'Partner portal',
        scopes: ['USERS_READ'],
        reach: 'ASSIGNED_COMPANIES',
        companyIds: [companies.edges[0]!.node.id],
        allowedOrigins: [origin],
      },
    });

    // The portal has manners of its own: it is another site, and is told no by the browser's console, too.
    const context = await browser.newContext();
    const page = await context.newPage();
    const cookies: string[] = [];
    page.on('request', (request) => cookies.push(request.headers()['cookie'] ?? ''));
    await connect(page, origin, hub.url, createAPIClient.token);
    const rows = page.getByRole('rowheader');
    await expect(page.getByRole('status')).toHaveText('23 people');
    await expect(rows).toHaveCount(20);
    await expect(rows.first()).toHaveText('Near0 Aas00');
    await axe(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await axe(page);
    await page.setViewportSize({ width: 1280, height: 800 });

    await press(page, 'Next');
    await expect(rows).toHaveCount(3);
    await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
    await press(page, 'Previous');
    await expect(rows).toHaveCount(20);

    await page.getByRole('searchbox', { name: 'Search people' }).fill('near22');
    await expect(page.getByRole('status')).toHaveText('1 person');
    await page.getByRole('searchbox', { name: 'Search people' }).fill('far');
    await expect(page.getByRole('status')).toHaveText('Nobody matches.');
    expect(cookies.join('')).toBe('');

    const other = await context.newPage();
    await connect(other, foreign.origin, hub.url, createAPIClient.token);
    await expect(other.getByRole('alert')).toContainText('Portico does not answer this page');
    await expect(other.getByRole('rowheader')).toHaveCount(0);

    await page.getByRole('searchbox', { name: 'Search people' }).fill('');
    await expect(rows).toHaveCount(20);
    await ask(admin, 'mutation($id: ID!) { revokeAPIClient(input: { id: $id }) { userErrors { message } } }', {
      id: createAPIClient.apiClient.id,
    });
    await press(page, 'Next');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(rows).toHaveCount(0);
    await context.close();
  } finally {
    server.close();
    foreign.server.close();
  }
});
