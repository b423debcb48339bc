import { expect, type Locator, type Page } from '@playwright/test';

/** Presses Tab until this has the focus; it must be no more than so many stops away. */
export async function tabTo(page: Page, wanted: Locator, stops = 40) {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < stops; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

/** Presses keys, one after the other. */
export const keys = async (page: Page, ...names: string[]) => {
  for (const name of names) await page.keyboard.press(name);
};
