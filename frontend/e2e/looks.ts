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
    const whole = await page.evaluate(() => {
      const scrollers = [document.documentElement, ...document.querySelectorAll('main')];
      return innerHeight + Math.max(...scrollers.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
    });
    await page.setViewportSize({ width: Number(width), height: whole });
    for (const theme of themes) {
      await wear(page, theme);
      await page.screenshot({
        path: join(folder, `${name}-${width}-${theme}.png`),
        animations: 'disabled',
      });
      await findNothing(page, `${width} ${theme}`);
    }
    expect(await scrollingSideways(page), `${name} scrolls sideways at ${width}`).toEqual([]);
  }
  await wear(page, 'light');
  if (before) await page.setViewportSize(before);
}

/** What can be scrolled sideways, in the order of the page. */
function scrollingSideways(page: Page) {
  return page.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll('*')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        return element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
}

async function wear(page: Page, theme: (typeof themes)[number]) {
  await page.emulateMedia({ colorScheme: theme });
  // Colours that fade over would be measured on their way. What turns for ever is not waited for.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ending.map((animation) => animation.finished.catch(() => {})));
  });
}

async function findNothing(page: Page, where: string) {
  // Of the rules that are off unless asked for, the one that WCAG 2.2 AA has. Without frames there is no need for the
  // blank page in which axe would gather their results.
  const builder = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).setLegacyMode();
  const { violations } = await builder.analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`),
  );
  expect(findings, `axe, ${where}`).toEqual([]);
}
