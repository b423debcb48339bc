import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { root } from './program.ts';

const widths = { 1280: 800, 390: 844 };
const themes = ['light', 'dark'] as const;
const folder = join(root, 'frontend/test-results/screens');

/** Asks axe, with all its rules, about the page as it is now, in both themes. */
export async function axe(page: Page) {
  for (const theme of themes) {
    await wear(page, theme);
    await findNothing(page, theme);
  }
  await wear(page, 'light');
}

/**
 * Looks at a whole screen, wide and narrow, light and dark: nothing for axe to find, nothing to scroll sideways, and a
 * picture of it in frontend/test-results/screens for people to look at.
 */
export async function looks(page: Page, name: string) {
  const before = page.viewportSize();
  for (const [width, height] of Object.entries(widths)) {
    await page.setViewportSize({ width: Number(width), height });
    for (const theme of themes) {
      await wear(page, theme);
      await page.screenshot({
        path: join(folder, `${name}-${width}-${theme}.png`),
        fullPage: true,
        animations: 'disabled',
      });
      await findNothing(page, `${width} ${theme}`);
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `${name} scrolls sideways at ${width}`).toBe(0);
  }
  await wear(page, 'light');
  if (before) await page.setViewportSize(before);
}

async function wear(page: Page, theme: (typeof themes)[number]) {
  await page.emulateMedia({ colorScheme: theme });
  // Colours that fade over would be measured on their way.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))),
  );
}

async function findNothing(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  );
  expect(findings, `axe, ${where}`).toEqual([]);
}
