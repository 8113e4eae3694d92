/**
 * Types a key after the other in one page and notes when it was pressed, when
 * its own page had painted it and when the other page had. A time of painting
 * is that of a task posted from the frame in which the letter was there.
 */
import type { Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../../tests/until.ts';
import { clockAhead } from './browsers.ts';

export interface Painted {
  /** From the key to the own page's paint, in ms. */
  readonly here: number[];
  /** From the key to the other page's paint, in ms. */
  readonly there: number[];
}

/** Somebody typing briskly. */
const BETWEEN_KEYS_MS = 110;
/** Found in the text by both pages: the paragraph that is typed into. */
const MARKER = 'zqx';
const WARM_UP = 5;

interface Noted {
  readonly at: number;
  /** Letters in the paragraph. */
  readonly length: number;
}

declare global {
  interface Window {
    benchKeys: number[];
    benchPaints: { at: number; length: number }[];
  }
}

/** `typist` has the caret where it types; `other` has the same words in view. */
export async function typedAndPainted(typist: Page, other: Page, count: number): Promise<Painted> {
  await typist.keyboard.type(MARKER);
  for (const page of [typist, other]) {
    await page.locator(`#text p:has-text("${MARKER}")`).waitFor();
    await page.evaluate(watchParagraph, MARKER);
  }
  const ahead = { typist: await clockAhead(typist), other: await clockAhead(other) };
  const keys = WARM_UP + count;
  const before = await paragraphLength(typist);
  for (let key = 0; key < keys; key++) {
    await typist.keyboard.press('abcdefghijklmnopqrstuvwxyz'[key % 26] ?? 'a');
    await until(
      `key ${key} on the other page`,
      async () =>
        (await other.evaluate(() => window.benchPaints.at(-1)?.length ?? 0)) > before + key,
    );
    await pause(BETWEEN_KEYS_MS);
  }
  const pressed = (await typist.evaluate(() => window.benchKeys)).map((at) => at - ahead.typist);
  const read = (page: Page): Promise<Noted[]> => page.evaluate(() => window.benchPaints);
  const times = (noted: readonly Noted[], pageAhead: number): number[] =>
    pressed
      .map((at, key) => {
        const painted = noted.find(({ length }) => length > before + key);
        return painted === undefined ? Number.NaN : painted.at - pageAhead - at;
      })
      .slice(WARM_UP);
  return {
    here: times(await read(typist), ahead.typist),
    there: times(await read(other), ahead.other),
  };
}

/** Runs in the page. */
function watchParagraph(marker: string): void {
  const text = document.querySelector('#text .ProseMirror');
  if (!text) throw new Error('There is no text on this page.');
  window.benchKeys = [];
  window.benchPaints = [];
  window.addEventListener(
    'keydown',
    (event) => window.benchKeys.push(performance.timeOrigin + event.timeStamp),
    true,
  );
  const lengthOf = (paragraph: Element): number => {
    const copy = paragraph.cloneNode(true);
    if (!(copy instanceof Element)) return 0;
    // The caret of another is drawn into the paragraph, with their name.
    for (const widget of copy.querySelectorAll('.ProseMirror-widget')) widget.remove();
    return copy.textContent.length;
  };
  new MutationObserver((mutations) => {
    // A binding may also draw the whole paragraph anew.
    const paragraph = mutations
      .flatMap(({ target, addedNodes }) => [target, ...addedNodes])
      .map((node) => (node instanceof Element ? node : node.parentElement)?.closest('p'))
      .find((found) => found?.textContent.includes(marker));
    if (!paragraph) return;
    const length = lengthOf(paragraph);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.benchPaints.push({ at: performance.timeOrigin + performance.now(), length });
        port1.close();
      };
      port2.postMessage(null);
    });
  }).observe(text, { subtree: true, childList: true, characterData: true });
}

async function paragraphLength(page: Page): Promise<number> {
  // The very count that the watcher makes, once the marker's own paints are over.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))),
  );
  return page.locator(`#text p:has-text("${MARKER}")`).evaluate((paragraph) => {
    const copy = paragraph.cloneNode(true);
    if (!(copy instanceof Element)) return 0;
    for (const widget of copy.querySelectorAll('.ProseMirror-widget')) widget.remove();
    return copy.textContent.length;
  });
}
