// From a link to graded evidence, its archived copy, and what all of it rests on.
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

const words = {
  men: 'Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23',
  once: 'command only feeds the mobilized personnel once a day',
};
const post = 'https://t.me/example/12?utm_source=share#top';
const PAGE = '<!doctype html><title>Saved</title><script>window.ran = true</script>';

/** As a browser gives it when somebody pastes, with no field focused. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a pasted link becomes graded evidence, is reused with its grade, archived, and found among the sources', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const desk = await DeskPage.open(ada.page, document);
  const { page } = ada;
  for (const quote of Object.values(words)) {
    await desk.select(quote);
    await desk.markButton.click();
  }

  await test.step('paste, type the grade, Enter', async () => {
    await desk.openClaim(1);
    await page.keyboard.press('Escape');
    await desk.openClaim(1);
    await paste(page, post);
    const form = desk.panel.getByRole('form', { name: 'New evidence' });
    await expect(form.getByRole('textbox', { name: 'Link' })).toHaveValue(post);
    const grade = form.getByRole('textbox', { name: 'Grade' });
    await expect(grade).toBeFocused();
    await page.keyboard.type('b');
    await page.keyboard.press('ArrowDown');
    await expect(form.getByRole('radio', { name: 'Refutes' })).toBeChecked();
    await page.keyboard.type('9');
    await expect(form.getByText('A letter from A to F')).toBeVisible();
    await page.keyboard.press('Backspace');
    await page.keyboard.type('2');
    await expect(form.getByText('Usually reliable. Probably true.')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(form).toHaveCount(0);
    await expect(desk.panel.getByText('B2')).toBeVisible();
  });

  await test.step('the letters are explained where they are typed', async () => {
    await page.keyboard.press('s');
    const form = desk.panel.getByRole('form', { name: 'New evidence' });
    await form.getByRole('button', { name: 'What the letters and figures mean' }).click();
    const meanings = page.getByRole('dialog', { name: 'Grades' });
    await expect(meanings.getByText('Confirmed by other independent sources')).toBeVisible();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('the same page under another address is offered with its grade', async () => {
    await desk.openClaim(2);
    await paste(page, 'http://www.t.me/example/12/');
    const form = desk.panel.getByRole('form', { name: 'New evidence' });
    await expect(form.getByText('A source of this document already: t.me, graded B')).toBeVisible();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect(form).toHaveCount(0);
    await expect(desk.panel.getByText('B3')).toBeVisible();
  });

  await test.step('a saved page is uploaded, and comes back as a download that runs nothing', async () => {
    await desk.panel.getByRole('button', { name: 'Actions on t.me' }).click();
    await page.getByRole('menuitem', { name: 'Archived copies (0)' }).click();
    const copies = desk.panel.getByRole('group', { name: 'Archived copies' });
    const picker = copies.locator('input[type=file]');
    await picker.setInputFiles({
      name: 'drawing.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg onload="alert(1)"/>'),
    });
    await expect(copies.getByText('its content, not its name')).toBeVisible();
    await picker.setInputFiles({
      name: 'saved.html',
      mimeType: 'text/html',
      buffer: Buffer.from(PAGE),
    });
    const link = copies.getByRole('link', { name: 'saved.html' });
    await expect(link).toBeVisible();
    await expect(copies.getByText(/SHA-256 [0-9a-f]{12}/)).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(await readFile(await download.path(), 'utf8')).toBe(PAGE);
    await noViolations(page);
  });

  await test.step('the sources page says what rests on one origin, and finds', async () => {
    await page.getByRole('banner').getByRole('link', { name: 'Sources' }).click();
    await expect(page).toHaveURL(`/d/${document}/sources`);
    await expect(
      page.getByText('1 source of 1 origin; 2 claims rest on one origin alone.'),
    ).toBeVisible();
    await noViolations(page);
    const list = page.getByRole('list', { name: 'Sources' });
    await list.getByRole('button', { name: 'Edit t.me' }).click();
    const form = page.getByRole('form', { name: 'Edit source' });
    await form.getByRole('textbox', { name: 'Title' }).fill('Video appeal');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(list.getByRole('link', { name: 'Video appeal' })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search sources' }).fill('nothing like it');
    await expect(page.getByText('No source fits')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search sources' }).fill('appeal #2');
    await expect(list.getByRole('article')).toHaveCount(1);
    await list.getByRole('link', { name: '#2' }).first().click();
    await expect(page).toHaveURL(`/d/${document}/c/2`);
  });
});

test('the clip window adds what was selected elsewhere, and says so; signed out, it comes back', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const desk = await DeskPage.open(ada.page, document);
  await desk.select(words.men);
  await desk.markButton.click();
  await expect(desk.saved).toHaveText('Saved');

  const page = await ada.context.newPage();
  await page.setViewportSize({ width: 420, height: 560 });
  const clip = new URLSearchParams({
    url: 'https://paper.example/a',
    title: '<img src=x onerror=alert(1)>',
    text: 'They fight untrained.',
  });
  await page.goto(`/clip?${clip}`);
  const form = page.getByRole('form', { name: 'New evidence' });
  await form.getByRole('textbox', { name: 'Claim' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(form.getByText('#1')).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Link' })).toHaveValue('https://paper.example/a');
  await expect(form.getByRole('textbox', { name: 'Title' })).toHaveValue(clip.get('title') ?? '');
  await form.getByRole('textbox', { name: 'Grade' }).fill('c3');
  await noViolations(page);
  const wide = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(420);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved on #1.')).toBeVisible();
  await desk.tab('Evidence');
  await expect(desk.panel.getByText('They fight untrained.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(desk.panel.getByText('They fight untrained.')).toHaveCount(0);

  await test.step('another address than one of the web is not taken over', async () => {
    await page.goto(`/clip?${new URLSearchParams({ url: 'javascript:alert(1)' })}`);
    await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue('');
  });

  const stranger = await newsroom.browser();
  const elsewhere = await stranger.newPage();
  await elsewhere.goto(`/clip?${clip}`);
  await elsewhere.getByRole('textbox', { name: 'E-mail' }).fill(ada.email);
  await elsewhere.getByRole('textbox', { name: 'Password' }).fill('four words in a row');
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(elsewhere.getByRole('textbox', { name: 'Link' })).toHaveValue(
    'https://paper.example/a',
  );
});
