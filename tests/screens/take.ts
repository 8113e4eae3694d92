/**
 * Takes a picture of every scene, light and dark, 1440 and 400 px wide:
 *   node tests/screens/take.ts [folder] [part of a scene's name]
 * Needs a built client. Prints what the page's console said; it should say nothing.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../run/chromium.ts';
import { NOW } from './answers.ts';
import { answerFrom } from './scene.ts';
import { scenes } from './scenes.ts';
import { serveClient } from './serve-client.ts';

const [folder = 'test-results/screens', part = ''] = process.argv.slice(2);
const widths = [
  { width: 1440, height: 900 },
  { width: 400, height: 800 },
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

mkdirSync(folder, { recursive: true });
const { origin, server } = await serveClient();
const executablePath = findChromium();
const browser = await chromium.launch({
  args: chromiumFlags,
  ...(executablePath !== undefined && { executablePath }),
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of widths) {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      hasTouch: viewport.width < 500,
      isMobile: viewport.width < 500,
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    for (const scene of scenes.filter(({ name }) => name.includes(part))) {
      const page = await context.newPage();
      const label = `${scene.name}-${colorScheme}-${viewport.width}`;
      page.on('console', (message) => {
        const refusal = message.text().startsWith('Failed to load resource');
        if (!refusal && ['warning', 'error'].includes(message.type()))
          say(`${label}: ${message.text()}`);
      });
      page.on('pageerror', (error) => say(`${label}: ${error.message}`));
      await page.clock.setFixedTime(NOW);
      await answerFrom(page, scene.answers);
      await page.goto(origin + scene.path);
      await page.getByText(scene.ready).first().waitFor({ timeout: 10_000 });
      await scene.act?.(page);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(folder, `${label}.png`), fullPage: true });
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
server.close();
