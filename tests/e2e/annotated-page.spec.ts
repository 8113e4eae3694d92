// The annotated page in a real browser: nothing in it runs, whatever people
// wrote; it is accessible; its links lead where they should, without scripts.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import fc from 'fast-check';
import { annotatedHtml } from '../../server/exporters/annotated-html.ts';
import type { ExportInput } from '../../server/exporters/export-document.ts';
import { randomDocument } from '../server/exporters/random-document.ts';
import { sampleInput } from '../server/exporters/sample.ts';
import { withTalk } from '../server/exporters/sample-talk.ts';
import { type Asked, written } from '../server/exporters/written.ts';
import { showIn } from './color-scheme.ts';

async function open(page: Page, input: ExportInput, asked: Asked = {}): Promise<void> {
  await page.route('https://attest.test/page', (route) =>
    route.fulfill({
      contentType: annotatedHtml.kind({}).mediaType,
      body: written(annotatedHtml, input, asked),
    }),
  );
  await page.goto('https://attest.test/page');
}

test('runs nothing that people wrote, and asks for nothing', async ({ page }) => {
  const heard: string[] = [];
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => heard.push(`console ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().endsWith('/page')) heard.push(`request ${request.url()}`);
  });
  for (const { text, records } of fc.sample(randomDocument, { numRuns: 25, seed: 11 })) {
    await page.unrouteAll();
    await open(page, { ...sampleInput(), text, records });
    await expect(page.locator('script, img, iframe, object, [onclick], [onerror]')).toHaveCount(0);
  }
  expect(heard).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a number leads to its claim, and the claim back to its words', async ({ page }) => {
    await open(page, sampleInput());
    await page.getByRole('link', { name: /^Claim\s+5 NE\s+Not enough evidence$/ }).click();
    await expect(page).toHaveURL(/#claim-5$/);
    await expect(page.getByRole('article', { name: /^Claim\s+#5/ })).toBeInViewport();
    await page.getByRole('link', { name: /^in the text\s*, claim 5$/ }).click();
    await expect(page.locator('#text-5')).toBeInViewport();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 400]) {
    test(`has no accessibility faults, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await showIn(page, colorScheme);
      await open(page, withTalk(), { audience: 'internal', withdrawn: 'yes' });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const scrolls = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(scrolls).toBe(false);
    });
  }
}
