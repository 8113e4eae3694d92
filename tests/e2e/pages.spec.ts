// Every page around the desk in every state, on canned answers: no fault that axe
// knows, nothing that the security policy forbids, nothing wider than the screen.
import type { Server } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { asOwner, documents, NOW, signedOut } from '../screens/answers.ts';
import { type Answers, answerFrom, ok } from '../screens/scene.ts';
import { scenes } from '../screens/scenes.ts';
import { serveClient } from '../screens/serve-client.ts';
import { showIn } from './color-scheme.ts';
import { faults } from './faults.ts';

let origin = '';
let server: Server;
test.beforeAll(async () => {
  ({ origin, server } = await serveClient());
});
test.afterAll(() => {
  server.close();
});

test.use({ reducedMotion: 'reduce' });

async function open(page: Page, path: string, answers: Answers): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const refusal = message.text().startsWith('Failed to load resource');
    if (!refusal && ['warning', 'error'].includes(message.type())) complaints.push(message.text());
  });
  await page.clock.setFixedTime(NOW);
  await answerFrom(page, answers);
  await page.goto(origin + path);
  return complaints;
}

for (const scene of scenes) {
  test(`${scene.name}: accessible, within the policy, within the screen`, async ({ page }) => {
    const complaints = await open(page, scene.path, scene.answers);
    await page.getByText(scene.ready).first().waitFor();
    await scene.act?.(page);

    expect(await faults(page)).toEqual([]);
    await showIn(page, 'dark');
    expect(await faults(page, ['color-contrast'])).toEqual([]);
    expect(complaints).toEqual([]);

    await page.setViewportSize({ width: 400, height: 800 });
    // An open list finds its new place a moment after the window has changed.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), {
        message: 'px wider than a phone',
      })
      .toBeLessThanOrEqual(0);
  });
}

test('whoever is not signed in goes to sign in, and from there to where they were going', async ({
  page,
}) => {
  await open(page, '/d/isw25nov/members?from=mail', {
    ...signedOut,
    'POST /auth/sign-in/email': ok({ user: {} }),
  });
  await page.getByRole('textbox', { name: 'E-mail' }).fill('lena@newsroom.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('four words in a row');
  await page.unroute('**/api/**');
  await answerFrom(page, { ...asOwner, 'POST /auth/sign-in/email': ok({ user: {} }) });
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Members and settings');
  expect(new URL(page.url()).search).toBe('?from=mail');
});

test('a change of page takes the focus to its heading and names the window', async ({ page }) => {
  await open(page, '/', asOwner);
  await page.getByText('Example').first().waitFor();
  await page.getByRole('button', { name: 'Account of Lena Okafor' }).click();
  await page.getByRole('menuitem', { name: 'Account' }).click();
  const heading = page.getByRole('heading', { level: 1, name: 'Account' });
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle('(9) Account · Attest');
});

test('the first Tab offers to skip to the content', async ({ page }) => {
  await open(page, '/', asOwner);
  await page.getByText('Example').first().waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Active' })).toBeFocused();
});

test('deleting is undone from its message, by keyboard alone', async ({ page }) => {
  const calls: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET')
      calls.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await open(page, '/', {
    ...asOwner,
    'DELETE /documents/example': ok(null),
    'POST /documents/example/restore': ok(null),
  });
  await page.getByRole('button', { name: 'Actions on Example' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await page.getByText('“Example: how a settled document looks” deleted.').waitFor();
  await page.keyboard.press('F6');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('is back where it was').waitFor();
  expect(calls).toEqual(['DELETE /api/documents/example', 'POST /api/documents/example/restore']);
});

test('a title that the server refuses stays in its field, with the reason', async ({ page }) => {
  const scene = scenes.find(({ name }) => name === 'home-rename');
  await open(page, '/', scene?.answers ?? {});
  await scene?.act?.(page);
  await expect(page.getByRole('alert')).toContainText('Only a lead may rename this.');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Example, renamed');
});

test('a file that is dropped is opened as a preview', async ({ page }) => {
  await open(page, '/', { ...asOwner, 'POST /imports': ok({ id: 'fresh' }) });
  await page.getByText('Drop a report').waitFor();
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['A report.'], 'report.txt', { type: 'text/plain' }));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
  await expect(page.getByText('Drop it to import it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  await page.waitForURL('**/import/fresh');
});

test('a chosen theme holds after a reload, before anything is drawn', async ({ page }) => {
  await open(page, '/', asOwner);
  // The page that comes after the first answer has a header of its own.
  await page.getByText('Example').first().waitFor();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.body !== null);
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('dark');
});

test('the row of a document leads to its desk wherever it is clicked', async ({ page }) => {
  await open(page, '/', asOwner);
  const row = page.getByRole('row', { name: new RegExp(documents[1]?.title ?? '') });
  await row.click({ position: { x: 700, y: 20 } });
  await page.waitForURL('**/d/example');
});
