/** A page of the real server in one state: nothing that axe knows, in every shape that it is seen in. */
import { expect, type Page } from '@playwright/test';
import { showIn } from './color-scheme.ts';
import { faults } from './faults.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 400, height: 800 };

/** Wide in full, narrow in full, and the colours of the dark theme, which are the same at any width. */
export async function faultless(page: Page, state: string): Promise<void> {
  expect.soft(await faults(page), `${state}, wide`).toEqual([]);
  await showIn(page, 'dark');
  expect.soft(await faults(page, ['color-contrast']), `${state}, dark`).toEqual([]);
  await page.setViewportSize(PHONE);
  await showIn(page, 'light');
  expect.soft(await faults(page), `${state}, narrow`).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(over, `${state}: px wider than a phone`).toBeLessThanOrEqual(0);
  await page.setViewportSize(WIDE);
}
