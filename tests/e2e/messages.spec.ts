// Messages in passing: one of a kind at a time, and never over what is about to be
// pressed; and the right pane, which shows what was asked for whatever lies above it.
import type { Locator } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { press } from './hands.ts';
import { expect, test } from './newsroom.ts';

test('a message takes the place of one of its kind and makes way for a dialog and its buttons', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const { page } = ada;
  const document = await newsroom.seed(ada);
  const desk = await DeskPage.open(page, document);
  const messages = page.getByRole('region', { name: 'Messages' });
  for (const words of ['Mobilized', 'the mobilized personnel once']) {
    await desk.select(words);
    await desk.markButton.click();
    await expect(messages.getByText('Claim marked')).toBeVisible();
  }
  await expect(desk.claim(2)).toBeVisible();
  await expect(messages.getByText('Claim marked')).toHaveCount(1);

  // A dialog as high as the window, with its buttons where messages lie.
  await desk.openClaim(1);
  await page.setViewportSize({ width: 420, height: 700 });
  await press(page, 'e');
  const save = page.getByRole('dialog').getByRole('button', { name: 'Save' });
  await expect(save).toBeVisible();
  await expect(messages).toBeVisible();
  await expect.poll(() => overlap(messages, save)).toBe(false);
  await save.click({ trial: true });
});

test('a tab that is chosen shows what it holds, though the claim above it is long', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner('Ada Osei');
  const { page } = ada;
  const document = await newsroom.seed(ada);
  await page.setViewportSize({ width: 1440, height: 640 });
  const desk = await DeskPage.open(page, document);
  await desk.select('Mobilized personnel from', 'protective gear');
  await desk.markButton.click();
  await desk.openClaim(1);
  await expect(desk.panel.getByText('From the sentence')).toBeVisible();
  const tab = desk.panel.getByRole('tab', { name: /^Verdicts/ });
  await expect(tab).not.toBeInViewport();
  await press(page, 'g', 'v');
  await expect(tab).toBeInViewport({ ratio: 1 });

  await test.step('while a comment is written the verdict keeps to its title', async () => {
    await desk.tab('Talk');
    await expect(desk.panel.getByRole('radiogroup', { name: 'Rating' })).toBeVisible();
    await desk.panel.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(desk.panel.getByRole('radiogroup', { name: 'Rating' })).toHaveCount(0);
    await press(page, 'Escape');
    await expect(desk.panel.getByRole('radiogroup', { name: 'Rating' })).toBeVisible();
  });
});

async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = [await one.boundingBox(), await other.boundingBox()];
  if (!a || !b) throw new Error('One of them is not on the page.');
  const apart =
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  return !apart;
}
