/** Keys pressed as people press them who mean something by each. */
import type { Locator, Page } from '@playwright/test';

/** Slower than a burst of typing; in ms. */
const UNHURRIED = 150;
const MOST_STOPS = 60;

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.waitForTimeout(UNHURRIED);
    await page.keyboard.press(key);
  }
}

/** Presses Tab until `wanted` has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await wanted.evaluateAll((found) => found.some((each) => each === document.activeElement)))
      return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tab key does not lead to ${String(wanted)}.`);
}

/** Takes the first thing that the palette finds for these words. */
export async function take(page: Page, words: string): Promise<void> {
  await press(page, 'Control+k');
  const palette = page.getByRole('dialog', { name: 'Actions' });
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.type(words);
  await palette.getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
}
