/** Real Chromium, one process for each person, as people have them. */
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../../tests/run/chromium.ts';
import type { Bench } from '../scenarios/scenario.ts';

/** A window that another covers must go on painting: what is measured is when it does. */
const AWAKE = [
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
];

export async function openBrowser(bench: Bench): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...chromiumFlags, ...AWAKE],
  });
  bench.cleanUp(() => browser.close());
  return browser;
}

/** A browser's profile of its own, with the cookies of a session where there is one. */
export async function openProfile(
  browser: Browser,
  url: string,
  cookie = '',
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(60_000);
  const cookies = cookie.split('; ').flatMap((each) => {
    const at = each.indexOf('=');
    // The browser encodes nothing here: the value goes back as it came.
    return at > 0 ? [{ name: each.slice(0, at), value: each.slice(at + 1), url }] : [];
  });
  if (cookies.length > 0) await context.addCookies(cookies);
  return context;
}

/** How far a page's clock is ahead of this process's, in ms, good to half a round trip. */
export async function clockAhead(page: Page): Promise<number> {
  let best = { trip: Number.POSITIVE_INFINITY, ahead: 0 };
  for (let round = 0; round < 20; round++) {
    const before = performance.timeOrigin + performance.now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const after = performance.timeOrigin + performance.now();
    const trip = after - before;
    if (trip < best.trip) best = { trip, ahead: there - (before + after) / 2 };
  }
  return best.ahead;
}
