/** Notes, inside a page and from its first moment, when the text was on the screen and when it could be worked on. */
import type { BrowserContext, Page } from '@playwright/test';

export interface Opening {
  /** From the start of the navigation, in ms: anything at all was painted. */
  readonly first: number;
  /** The text was on the screen. */
  readonly text: number;
  /** It could be worked on: see `Readiness`. */
  readonly ready: number;
  /** When the navigation began, ms since 1970. */
  readonly began: number;
}

/**
 * What must be on the page, besides text, before it counts as ready: an element
 * for each selector, with exactly these words where there are any.
 */
export type Readiness = readonly { readonly selector: string; readonly words?: string }[];

declare global {
  interface Window {
    benchOpening?: { text: number; ready: number };
  }
}

/** For every page that this profile opens from now on. */
export async function watchOpenings(profile: BrowserContext, readiness: Readiness): Promise<void> {
  await profile.addInitScript(watch, readiness);
}

/** Waits until a page is ready and says how it came to be. */
export async function opening(page: Page): Promise<Opening> {
  await page.waitForFunction(() => window.benchOpening !== undefined);
  return page.evaluate(() => {
    const noted = window.benchOpening ?? { text: Number.NaN, ready: Number.NaN };
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    return { ...noted, first: first ?? Number.NaN, began: performance.timeOrigin };
  });
}

/**
 * Runs in the page, before its own scripts. The text counts from the moment
 * when the screen shows it, which the browser itself tells of whatever is the
 * largest thing on it; the rest is looked at once a frame.
 */
function watch(readiness: Readiness): void {
  let text = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const element = 'element' in entry ? entry.element : null;
      if (text === 0 && element instanceof Element && element.closest('#text .ProseMirror'))
        text = entry.startTime;
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });

  let ready = 0;
  const look = (): void => {
    const there = readiness.every(({ selector, words }) => {
      const found = document.querySelector(selector);
      return found !== null && (words === undefined || found.textContent.trim() === words);
    });
    if (there && ready === 0) ready = performance.now();
    if (text > 0 && ready > 0) window.benchOpening = { text, ready: Math.max(text, ready) };
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
