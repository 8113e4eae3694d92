// A lead verifies the record from the document's menu: progress, an end at any
// moment, and what came out in plain words; also where the record does not hold
// and the document can therefore not be opened.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import Sqlite from 'better-sqlite3';
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

test('the record is verified from the menu and the palette, and the head is taken along', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  await ada.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await DeskPage.open(page, await newsroom.example(ada));

  await page.locator('header [aria-haspopup]').first().click();
  await page.getByRole('menuitem', { name: 'Verify the record…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Verify the record' });
  await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
  const result = dialog.getByRole('region', { name: 'What was found' });
  await expect(result.getByRole('status').first()).toContainText(
    /The record holds: \d+ entries, none changed\./,
  );
  const short = await result.locator('dd code').innerText();
  await result.getByRole('button', { name: 'Copy' }).click();
  const head = await page.evaluate(() => navigator.clipboard.readText());
  expect(head).toMatch(/^[0-9a-f]{64}$/);
  expect(short).toBe(`${head.slice(0, 8)}…${head.slice(-8)}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    result.getByRole('button', { name: 'Download the signed head' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^attest-head-\d{4}-\d\d-\d\d-entry-\d+\.json$/);
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(file).toMatchObject({ format: 'attest-heads', heads: [{ hash: head }] });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('verify the rec');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
});

test('it shows that it is under way, is cancelled, and a failure says why', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  const id = await newsroom.seed(ada);
  await page.goto('/');
  // Held back, as a long record would be.
  await page.route('**/verification', () => {});
  await page.route('**/verifications/*', (route) =>
    route.fulfill({ json: { done: 25_000, of: 100_000 } }),
  );
  await page.getByRole('button', { name: /^Actions on Russian Offensive/ }).click();
  await page.getByRole('menuitem', { name: 'Verify the record…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Verify the record' });
  await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
  const bar = dialog.getByRole('progressbar', { name: 'Verifying' });
  await expect(bar).toHaveAttribute('aria-valuenow', '25');
  await expect(dialog.getByRole('status')).toHaveText('25,000 of 100,000 entries');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toHaveCount(0);

  await page.unroute('**/verification');
  await page.route('**/verification', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({ detail: 'Other records are being verified. Try again in a minute.' }),
    }),
  );
  await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Not verified. Other records');

  // Who does not lead is not offered it.
  const vic = await newsroom.member(ada, id, 'Vic Viewer', 'viewer');
  await vic.page.goto('/');
  await vic.page.getByRole('button', { name: /^Actions on Russian Offensive/ }).click();
  await expect(vic.page.getByRole('menuitem', { name: 'Members' })).toBeVisible();
  await expect(vic.page.getByRole('menuitem', { name: 'Verify the record…' })).toHaveCount(0);
});

test('a record that does not hold names its first bad entry', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  const id = await newsroom.blank(ada, 'A damaged one');
  await newsroom.call(ada, 'PATCH', `/documents/${id}`, { title: 'A damaged one, renamed' });
  const sqlite = new Sqlite(path.join(newsroom.dataDirectory, 'attest.db'));
  sqlite
    .prepare(
      'update log set at = at - 3600000 where seq = 2 and document = (select id from documents where public_id = ?)',
    )
    .run(id);
  sqlite.close();
  await page.goto('/');
  await page.getByRole('button', { name: 'Actions on A damaged one, renamed' }).click();
  await page.getByRole('menuitem', { name: 'Verify the record…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Verify the record' });
  await dialog.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    'The first entry that does not is number 2: its hash does not match.',
  );
  await expect(dialog.getByText('a fact was recorded')).toBeVisible();
  await expect(dialog.getByText('Ada Osei')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
