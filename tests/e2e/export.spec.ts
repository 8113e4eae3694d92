// The document as a file, from the menu: what stays out is said before, each
// format comes down, and an export that takes long can be cancelled.
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

test('every format comes down, for members and for the public', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const desk = await DeskPage.open(ada.page, await newsroom.seed(ada));
  const { page } = ada;

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Annotated page' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('region', { name: 'What will be left out' })).toContainText(
    'the names of those who worked on it',
  );
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  for (const [format, ending, words] of [
    ['Annotated page', '.html', '<!doctype html>'],
    ['Markdown', '.md', '# Russian Offensive Campaign Assessment'],
    ['Tables', '.csv', '"Number"'],
    ['Web Annotation', '.jsonld', 'AnnotationCollection'],
    ['Attest bundle', '.attest.json', '"attest-bundle"'],
  ] as const) {
    for (const audience of ['Members', 'The public'] as const) {
      const file = await desk.export(format, audience);
      expect(file.endsWith(ending), file).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(words);
    }
  }
});

test('an export shows that it is under way, is cancelled, and a failure says why', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  await DeskPage.open(ada.page, await newsroom.seed(ada));
  const { page } = ada;
  // Held back, as a large document would be.
  await page.route('**/export/markdown?**', () => {});
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('progressbar', { name: 'Exporting' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel the export' }).click();
  await expect(dialog.getByRole('progressbar')).toHaveCount(0);

  await page.unroute('**/export/markdown?**');
  await page.route('**/export/markdown?**', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({ detail: 'Too many exports wait. Try again in a minute.' }),
    }),
  );
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Not exported. Too many exports wait.');
  await page.unroute('**/export/markdown?**');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Try again' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.md$/);
});
