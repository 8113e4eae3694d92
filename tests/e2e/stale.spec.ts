// A verdict that has become stale says what changed, word by word; and the way back from a message's Undo.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

/** The claim that is open. */
async function restate(page: Page, words: string): Promise<void> {
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Restate #1' });
  await dialog.getByRole('textbox', { name: 'Restated' }).fill(words);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

test('what changed since my verdict is shown as a difference: the claim and what it rests on', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Cho', 'analyst');
  const desk = await DeskPage.open(ada.page, document);
  await desk.select('without proper training');
  await desk.markButton.click();
  await desk.addEvidence({
    link: 'https://example.org/unit',
    title: 'Unit list',
    passage: 'The unit was never trained.',
    stance: 'Supports',
    grade: 'b2',
  });
  await restate(ada.page, 'The men were never trained.');
  const theirs = await DeskPage.open(ben.page, document);
  await theirs.openClaim(1);
  const mine = theirs.panel.getByRole('region', { name: 'My verdict' });
  for (const means of ['scant, questionable', 'not well corroborated', 'more than one origin'])
    await expect(mine.getByText(means)).toBeVisible();
  await theirs.judge('True', 'High', 'The list says so.');
  await theirs.openClaim(1);

  await restate(ada.page, 'The men were badly trained.');
  await desk.tab('Evidence');
  await desk.panel.getByRole('button', { name: 'Actions on Unit list' }).click();
  await ada.page.getByRole('menuitem', { name: 'Edit…' }).click();
  const form = desk.panel.getByRole('form', { name: /evidence/i });
  await form.getByRole('textbox', { name: 'Passage' }).fill('The unit was hardly trained.');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);

  await mine.getByRole('button', { name: 'What changed' }).click();
  const changes = mine.locator('dl');
  await expect(changes.locator('del')).toHaveText(['never', 'never']);
  await expect(changes.locator('ins')).toHaveText(['badly', 'hardly']);

  const { violations } = await new AxeBuilder({ page: ben.page }).include('#claim').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await mine.getByRole('button', { name: 'Still stands' }).click();
  await expect(mine.getByRole('button', { name: 'What changed' })).toHaveCount(0);
});

test('from the Undo of a message the focus goes back to where it was, and single keys go on', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  const desk = await DeskPage.open(page, await newsroom.seed(ada));
  for (const words of ['without proper training', 'command only feeds', 'once a day']) {
    await desk.select(words);
    await desk.markButton.click();
    await expect(desk.panel.getByText(words).first()).toBeVisible();
  }
  await desk.openClaim(3);
  const list = page.getByRole('listbox', { name: /^Claims/ });
  await list.focus();
  const message = page.getByRole('alertdialog').filter({ hasText: 'Claim marked.' }).first();
  await message.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(desk.claims).toHaveCount(2);
  await expect(list).toBeFocused();
  await page.waitForTimeout(400);
  await page.keyboard.press('Home');
  await expect(desk.panel.getByRole('heading', { name: '#1' })).toBeVisible();

  // By pointer, from nowhere: no message keeps the focus for itself.
  await desk.select('Russian milblogger responses');
  await desk.markButton.click();
  await expect(desk.claims).toHaveCount(3);
  await page.evaluate(() => (window.document.activeElement as HTMLElement | null)?.blur());
  await message.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.claims).toHaveCount(2);
  await page.waitForTimeout(400);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search claims' })).toBeFocused();
});
