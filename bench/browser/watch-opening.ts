/** Notes, inside a page and from its first moment, when the text was painted and when it could be worked on. */
import type { BrowserContext, Page } from '@playwright/test';

export interface Opening {
  /** From the start of the navigation, in ms: anything at all was painted. */
  readonly first: number;
  /** The text was painted. */
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

/** Runs in the page, before its own scripts; looks once a frame. */
function watch(readiness: Readiness): void {
  let text = 0;
  /** Calls back when the frame that is being made has been painted. */
  const painted = (done: (at: number) => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      done(performance.now());
      port1.close();
    };
    port2.postMessage(null);
  };
  const look = (): void => {
    const shown = document.querySelector('#text .ProseMirror p')?.textContent;
    if (shown && text === 0) {
      painted((at) => {
        text = at;
      });
    }
    const ready =
      text > 0 &&
      readiness.every(({ selector, words }) => {
        const found = document.querySelector(selector);
        return found !== null && (words === undefined || found.textContent.trim() === words);
      });
    if (ready) {
      painted((at) => {
        window.benchOpening = { text, ready: at };
      });
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
