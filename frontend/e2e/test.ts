import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { ada, enter } from './api.ts';
import { Hub, type HubOptions } from './hub.ts';
import { axe, looks } from './looks.ts';
import type { Mailbox } from './mailbox.ts';
import { Manners } from './manners.ts';

interface Fixtures {
  /** Whether this file's hub can send mail: `test.use({ hasProvider: false })` says no. */
  hasProvider: boolean;
  /** Whether people reach this file's hub through an nginx. */
  isProxied: boolean;
  /**
   * This file's hub: fresh and empty when the file's first test begins, and again after a failure. A story told by
   * several tests says test.describe.configure({ mode: 'serial' }), so that it stops where it breaks.
   */
  hub: Hub;
  mailbox: Mailbox;
  /** The hub's clock, moved on by a Go duration such as "24h1m". */
  clock: { advance: (duration: string) => Promise<void> };
  /** The first administrator's browser: Ada is signed in, and nothing is open yet. */
  admin: Page;
  /** Another browser, which knows nothing of the first. */
  elsewhere: () => Promise<Page>;
  /** Asserted at the end of every test by itself; only `allow` is for stories. */
  manners: Manners;
  /** Nothing for axe to find on the page as it is now, in both themes. */
  axe: (page: Page) => Promise<void>;
  /** A whole screen, wide and narrow, light and dark: axe, no sideways scroll, and pictures under that name. */
  looks: (page: Page, name: string) => Promise<void>;
}

interface Shelf {
  /** Hands out the hub of a test file, and puts the one of the file before away. */
  shelf: (file: string, options: HubOptions) => Promise<Hub>;
}

export const test = base.extend<Fixtures, Shelf>({
  shelf: [
    async ({}, use) => {
      let current: { file: string; hub: Hub } | undefined;
      await use(async (file, options) => {
        if (current?.file === file) return current.hub;
        await current?.hub.stop();
        current = undefined;
        const hub = await new Hub(options).start();
        current = { file, hub };
        return hub;
      });
      await current?.hub.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  hasProvider: [true, { option: true }],
  isProxied: [false, { option: true }],
  hub: async ({ shelf, hasProvider, isProxied }, use, info) => {
    const hub = await shelf(info.file, { hasProvider, isProxied });
    const from = hub.log.length;
    await use(hub);
    if (info.status !== info.expectedStatus) await info.attach('hub.log', { body: hub.log.slice(from) });
  },
  baseURL: async ({ hub }, use) => use(hub.url),
  mailbox: async ({ hub }, use) => use(hub.mailbox),
  clock: async ({ hub }, use) => use({ advance: (duration) => hub.advance(duration) }),
  manners: [
    async ({ hub, context }, use) => {
      const manners = new Manners(hub.url);
      await manners.watch(context);
      await use(manners);
      test.expect(manners.findings, 'every page behaves').toEqual([]);
    },
    { auto: true },
  ],
  admin: async ({ page, hub }, use) => {
    await enter(page, hub, ada);
    await use(page);
  },
  elsewhere: async ({ browser, manners }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      await manners.watch(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  axe: async ({}, use) => use(axe),
  looks: async ({}, use) => use(looks),
});

export { expect } from '@playwright/test';
export { Mailbox } from './mailbox.ts';
