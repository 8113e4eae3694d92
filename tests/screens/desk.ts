/**
 * Takes a picture of the desk in every state, light and dark, 1440 and 400 px wide,
 * of some also at 200 %:
 *   node tests/screens/desk.ts [folder] [parts of scenes' names, with commas between]
 * Needs a built client; starts a server of its own. Prints what the page's
 * console said and every fault that axe knows; it should print nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { faults } from '../e2e/faults.ts';
import { chromiumFlags, findChromium } from '../run/chromium.ts';
import type { DeskScene } from './desk-scene.ts';
import { deskScenes } from './desk-scenes.ts';
import { setStage, type Stage } from './desk-stage.ts';
import { smallPng } from './small-png.ts';

const [folder = 'test-results/screens', parts = ''] = process.argv.slice(2);
const isAsked = (name: string): boolean => parts.split(',').some((part) => name.includes(part));
const widths = [
  { width: 1440, height: 900 },
  { width: 400, height: 800 },
];
/** 1440 × 900 at 200 %. */
const zoomed = { width: 720, height: 450 };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: chromiumFlags,
  ...(executablePath !== undefined && { executablePath }),
});
const stage = await setStage();
try {
  await colleaguesArrive(browser, stage);
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [...widths, zoomed]) {
      const phone = viewport.width < 500;
      for (const scene of deskScenes) {
        if (!isAsked(scene.name) || (phone && scene.wideOnly)) continue;
        if (viewport === zoomed && !scene.zoomed) continue;
        const page = await stage.enter(browser, scene.who, {
          viewport,
          deviceScaleFactor: viewport === zoomed ? 2 : 1,
          colorScheme,
          hasTouch: phone,
          isMobile: phone,
          locale: 'en-GB',
          timezoneId: 'UTC',
          reducedMotion: 'reduce',
        });
        const label = `${scene.name}-${colorScheme}-${viewport.width}`;
        listen(page, label);
        await show(page, scene).catch((error: unknown) => say(`${label}: ${String(error)}`));
        writeFileSync(join(folder, `${label}.png`), smallPng(await page.screenshot()));
        for (const fault of await faults(page)) say(`${label}: ${fault}`);
        await page.context().close();
      }
    }
  }
} finally {
  await browser.close();
  await stage.close();
}

/** Somebody else has a claim open, and somebody stands in the text that is edited. */
async function colleaguesArrive(on: Browser, { enter, url, documents }: Stage): Promise<void> {
  const yuki = await enter(on, 'yuki', { reducedMotion: 'reduce' });
  await yuki.goto(`${url}/d/${documents.seed}/c/3`);
  await yuki.locator('#text .ProseMirror').waitFor();
}

async function show(page: Page, scene: DeskScene): Promise<void> {
  await scene.prepare?.(page, stage);
  const desk = `/d/${stage.documents[scene.document]}${scene.at ?? ''}`;
  await page.goto(stage.url + (scene.path?.(stage) ?? desk));
  if (scene.ready === undefined) await page.locator('#text .ProseMirror').waitFor();
  else await page.getByText(scene.ready).first().waitFor();
  // Who else is here comes by a message of its own.
  if (scene.document === 'seed' && scene.ready === undefined)
    await page
      .getByRole('button', { name: /^Yuki Tanaka/, includeHidden: true })
      .waitFor({ state: 'attached', timeout: 10_000 });
  await scene.act?.(page, stage);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 250))),
  );
}

function listen(page: Page, label: string): void {
  page.on('console', (message) => {
    const expected = /^Failed to load resource|^WebSocket connection to/.test(message.text());
    if (!expected && ['warning', 'error'].includes(message.type()))
      say(`${label}: ${message.text()}`);
  });
  page.on('pageerror', (error) => say(`${label}: ${error.stack ?? error.message}`));
}
