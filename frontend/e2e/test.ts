import { test as base, type Page } from '@playwright/test';
import { Hub } from './hub.ts';
import { axe, looks } from './looks.ts';
import type { Mailbox } from './mailbox.ts';
import { Manners } from './manners.ts';

interface Fixtures {
  /**
   * This file's hub: fresh and empty when the file's first test begins, and again after a failure. A story told by
   * several tests says test.describe.configure({ mode: 'serial' }), so that it stops where it breaks.
   */
  hub: Hub;
  mailbox: Mailbox;
  /** The hub's clock, moved on by a Go duration such as "24h1m". */
  clock: { advance: (duration: string) => Promise<void> };
  /** Asserted at the end of every test by itself; only `allow` is for stories. */
  manners: Manners;
  /** Nothing for axe to find on the page as it is now, in both themes. */
  axe: (page: Page) => Promise<void>;
  /** A whole screen, wide and narrow, light and dark: axe, no sideways scroll, and pictures under that name. */
  looks: (page: Page, name: string) => Promise<void>;
}

interface Shelf {
  /** Hands out the hub of a test file, and puts the one of the file before away. */
  shelf: (file: string) => Promise<Hub>;
}

export const test = base.extend<Fixtures, Shelf>({
  shelf: [
    async ({}, use) => {
      let current: { file: string; hub: Hub } | undefined;
      await use(async (file) => {
        if (current?.file === file) return current.hub;
        await current?.hub.stop();
        current = undefined;
        const hub = await new Hub().start();
        current = { file, hub };
        return hub;
      });
      await current?.hub.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  hub: async ({ shelf }, use, info) => {
    const hub = await shelf(info.file);
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
  axe: async ({}, use) => use(axe),
  looks: async ({}, use) => use(looks),
});

export { expect } from '@playwright/test';
export { Mailbox } from './mailbox.ts';
