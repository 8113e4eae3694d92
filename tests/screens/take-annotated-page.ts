// Takes pictures of the annotated page, light and dark, 1440 and 400 px wide, and as it prints:
//   node tests/screens/take-annotated-page.ts [folder]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { annotatedHtml } from '../../server/exporters/annotated-html.ts';
import { chromiumFlags, findChromium } from '../run/chromium.ts';
import { withTalk } from '../server/exporters/sample-talk.ts';
import { written } from '../server/exporters/written.ts';

const [folder = 'test-results/screens'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const executablePath = findChromium();
const browser = await chromium.launch({
  args: chromiumFlags,
  ...(executablePath !== undefined && { executablePath }),
});
const page = await browser.newPage();
const source = written(annotatedHtml, withTalk(), { audience: 'internal' });
const take = (name: string) =>
  page.screenshot({ path: join(folder, `annotated-page-${name}.png`) });

for (const colorScheme of ['light', 'dark'] as const) {
  await page.emulateMedia({ colorScheme, media: 'screen' });
  for (const width of [1440, 400]) {
    await page.setViewportSize({ width, height: 900 });
    await page.setContent(source);
    await take(`${colorScheme}-${width}`);
    if (width === 400) {
      // The list lies below the text there.
      await page.locator('#claims').evaluate((list) => list.scrollIntoView());
      await take(`claims-${colorScheme}-${width}`);
    }
  }
}
await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
for (const [name, place] of [
  ['card', '#claim-1'],
  ['talk', 'section.talk'],
] as const) {
  await page.locator(place).screenshot({ path: join(folder, `annotated-page-${name}.png`) });
}
await page.emulateMedia({ media: 'print' });
await page.setViewportSize({ width: 800, height: 1100 });
await take('print');
await browser.close();
