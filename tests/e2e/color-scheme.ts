/** Light or dark, once the page is drawn in it: right after the change some colours are still those of the other. */
import type { Page } from '@playwright/test';

export async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}
