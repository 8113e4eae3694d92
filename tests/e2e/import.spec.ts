import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './newsroom.ts';

const arabic = 'ارتفع منسوب المياه في نهر Dnipro مترين خلال ليلة واحدة.';
const report = [
  '# The river rose',
  'It rose by **two** metres [1].',
  'Nobody was hurt. Two houses were lost.',
  arabic,
  '[1] https://t dot me/river/12',
].join('\n\n');

function row(page: Page, index: number) {
  return page.getByRole('textbox', { name: `Paragraph ${index + 1}`, exact: true });
}
async function texts(page: Page): Promise<string[]> {
  return page.locator('[role=textbox][data-index]').allInnerTexts();
}
async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}
async function drop(page: Page, name: string, bytes: readonly number[] | string): Promise<void> {
  const files = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      const part = typeof content === 'string' ? content : Uint8Array.from(content);
      transfer.items.add(new File([part], file));
      return transfer;
    },
    [name, bytes] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
}

test('a report is dropped, looked over, put right and imported; its correction is shown', async ({
  newsroom,
}) => {
  const { page } = await newsroom.owner();
  await page.goto('/');
  await page.getByText('Drop a report').waitFor();

  await test.step('the preview shows it as it would be', async () => {
    await drop(page, 'river.md', report);
    await page.waitForURL('**/import/*');
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('The river rose');
    expect(await texts(page)).toEqual([
      'It rose by two metres [1].',
      'Nobody was hurt. Two houses were lost.',
      arabic,
      '[1] https://t dot me/river/12',
    ]);
    await expect(row(page, 0).locator('strong')).toHaveText('two');
    expect(await row(page, 2).evaluate((element) => getComputedStyle(element).direction)).toBe(
      'rtl',
    );
    await expect(page.getByText('https://t.me/river/12')).toBeVisible();
    await accessible(page);
  });

  await test.step('by keyboard: split, join, take back, do again; no letter gets in', async () => {
    await row(page, 1).click({ position: { x: 1, y: 8 } });
    await page.keyboard.press('Home');
    for (let step = 0; step < 'Nobody was hurt.'.length; step += 1)
      await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(row(page, 2)).toHaveText('Two houses were lost.');
    await expect(row(page, 2)).toBeFocused();
    await page.keyboard.type('xyz');
    await page.keyboard.press('Backspace');
    await expect(row(page, 1)).toHaveText('Nobody was hurt. Two houses were lost.');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(row(page, 1)).toHaveText('Nobody was hurt.');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByText('Taken back. 4 paragraphs.')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(page.getByText('Done again. 5 paragraphs.')).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await expect(row(page, 0)).toBeFocused();
    await page.keyboard.press('Shift+Enter');
    await expect(row(page, 0)).toHaveText('It rose by two metres [1]. Nobody was hurt.');
    await page.getByRole('textbox', { name: 'Publisher' }).press('ControlOrMeta+k');
    await page.getByRole('combobox').fill('split back');
    await page.keyboard.press('Enter');
    await expect(row(page, 0)).toHaveText('It rose by two metres [1].');
  });

  await test.step('a reload keeps what was done', async () => {
    await page.getByRole('textbox', { name: 'Publisher' }).fill('Gauge Watch');
    await page.reload();
    await expect(row(page, 1)).toHaveText('Nobody was hurt.');
    await expect(page.getByRole('textbox', { name: 'Publisher' })).toHaveValue('Gauge Watch');
  });

  await test.step('the document has the words of the preview, and is locked', async () => {
    const shown = await texts(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.waitForURL('**/d/*');
    await expect(page.getByText('This text is locked')).toBeVisible();
    const blocks = page.locator('.text p');
    expect(await blocks.allInnerTexts()).toEqual(shown);
    const last = blocks.filter({ hasText: 'Dnipro' });
    expect(await last.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  await test.step('unlocked and corrected, it says where it differs from the original', async () => {
    await page.getByRole('button', { name: 'Unlock text' }).click();
    await page.getByRole('radio', { name: 'Edit text' }).click();
    await page
      .locator('.text p')
      .nth(1)
      .click({ position: { x: 1, y: 12 } });
    await page.keyboard.press('Home');
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
    await page.keyboard.type('Everybody ');
    await expect(page.getByText('This text differs from the original in one place.')).toBeVisible();
    await expect(page.locator('.text .deleted')).toHaveText(/^Nobody/);
    await expect(page.locator('.text .inserted')).toHaveText(/^Everybody/);
    await accessible(page);
    await page.getByRole('radio', { name: 'Hidden' }).click();
    await expect(page.locator('.text .deleted')).toHaveCount(0);
    await page.getByRole('radio', { name: 'Shown' }).click();
    await page.getByRole('button', { name: 'Original' }).click();
    await expect(page.getByRole('region', { name: 'Original' })).toContainText('Nobody was hurt.');
    await expect(page.getByRole('link', { name: 'Download river.md' })).toBeVisible();
    await accessible(page);
  });
});

test('what cannot be read says why and leaves nothing; a pasted text goes the same way', async ({
  newsroom,
}) => {
  const { page } = await newsroom.owner();
  await page.goto('/');
  await page.getByText('Drop a report').waitFor();

  await test.step('a Word file under another name', async () => {
    await drop(page, 'report.txt', [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]);
    await expect(page.getByRole('alert')).toContainText('Word file');
    await page.getByRole('button', { name: 'Dismiss report.txt' }).click();
    await expect(page.getByRole('list', { name: 'Unfinished imports' })).toHaveCount(0);
  });

  await test.step('paste, look, and go back: it waits, and can be discarded', async () => {
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, arabic);
    await page.waitForURL('**/import/*');
    await expect(row(page, 0)).toHaveText(arabic);
    await expect(page.getByRole('button', { name: /Arabic.*Language/ })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('link', { name: 'Go on with Pasted text.txt' })).toBeVisible();
    await page.getByRole('button', { name: 'Discard Pasted text.txt' }).click();
    await expect(page.getByRole('list', { name: 'Unfinished imports' })).toHaveCount(0);
  });

  await test.step('a field to paste into, for those whose keys paste nowhere else', async () => {
    await page.getByRole('button', { name: 'Paste a text' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste a text' });
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(dialog.getByRole('alert')).toContainText('no text in the field yet');
    await accessible(page);
    await dialog.getByRole('textbox', { name: 'Text' }).fill('Words from elsewhere.');
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL('**/import/*');
    await expect(row(page, 0)).toHaveText('Words from elsewhere.');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('Drop a report').waitFor();
  });

  await test.step('a file that is chosen; its sending is called off, and it is chosen again', async () => {
    const choose = async () => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      const buffer = Buffer.from('Chosen words.');
      await (await chooser).setFiles({ name: 'chosen.txt', mimeType: 'text/plain', buffer });
    };
    await page.route('**/api/imports', () => undefined, { times: 1 });
    await choose();
    await page.getByRole('button', { name: 'Cancel chosen.txt' }).click();
    await expect(page.getByText('chosen.txt')).toHaveCount(0);
    await choose();
    await page.waitForURL('**/import/*');
    await expect(row(page, 0)).toHaveText('Chosen words.');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('Drop a report').waitFor();
  });

  await test.step('bytes without an encoding: the likely ones are offered', async () => {
    // "Вода в реке поднялась за ночь." in Windows-1251.
    const bytes = Array.from('Вода в реке поднялась за ночь.', (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 ? code - 0x350 : code;
    });
    await drop(page, 'river.txt', bytes);
    await page.waitForURL('**/import/*');
    await expect(row(page, 0)).toHaveText('Вода в реке поднялась за ночь.');
    await expect(page.getByText('does not say how its letters are encoded')).toBeVisible();
    await page.getByRole('button', { name: /Encoding/ }).click();
    await page.getByRole('option', { name: /Western \(Windows-1252\)/ }).click();
    await expect(row(page, 0)).toContainText('Âîäà');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText('Drop a report').waitFor();
    await expect(page.getByRole('list', { name: 'Unfinished imports' })).toHaveCount(0);
  });

  await test.step('a long text stays quick, and making it can be called off', async () => {
    const line = 'The quick brown fox jumps over the lazy dog by the river. ';
    await drop(page, 'long.txt', `${line.repeat(8)}\n\n`.repeat(5000));
    await page.waitForURL('**/import/*');
    await expect(page.getByText(/^5,000 paragraphs/)).toBeVisible();
    expect(await page.locator('[role=textbox][data-index]').count()).toBeLessThan(60);
    await page.route('**/api/imports/*/document', () => undefined, { times: 1 });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeEnabled();
  });

  await test.step('called off too late: it says so, and the document can be deleted', async () => {
    let made = false;
    await page.route(
      '**/api/imports/*/document',
      async (route) => {
        made = (await route.fetch()).status() === 201;
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.poll(() => made).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('made before this was called off')).toBeVisible();
    await accessible(page);
    await page.getByRole('button', { name: 'Delete it' }).click();
    await page.getByText('Drop a report').waitFor();
    await expect(page.getByRole('link', { name: 'long', exact: true })).toHaveCount(0);
  });
});
