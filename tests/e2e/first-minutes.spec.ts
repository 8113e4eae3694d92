/** A newcomer's first minutes: the seed and the example, the tour, the empty pane that leads to it. */
import { AxeBuilder } from '@axe-core/playwright';
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

test('a newcomer finds the example beside the seed, takes the tour by keyboard, and goes to work', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  await page.goto('/');
  const rows = page.getByRole('table', { name: 'Documents' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  const example = rows.filter({ hasText: 'Sallow Bay ferry' });
  await expect(example).toContainText('Example');
  await expect(example).toContainText('14 settled');

  await page.getByRole('link', { name: /^Russian Offensive/ }).click();
  const desk = await DeskPage.on(page);
  const claims = page.getByRole('region', { name: 'Claims' });
  await expect(claims).toContainText('No claims yet');
  await claims.getByRole('link', { name: 'Take the 2-minute tour on the example' }).click();

  await expect(page.getByRole('note').filter({ hasText: 'finished example' })).toBeVisible();
  const card = page.getByRole('dialog', { name: /^Tour/ });
  await expect(card).toHaveAccessibleName(/^Tour, step 1 of 7/);
  await expect(card.getByRole('button', { name: 'Next' })).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  for (let step = 2; step <= 7; step++) {
    await page.keyboard.press('Enter');
    await expect(card).toHaveAccessibleName(new RegExp(`^Tour, step ${step} of 7`));
    if (step === 5) {
      await expect(desk.panel).toContainText('Mostly true');
      await expect(page.getByRole('tab', { name: /^Verdicts and ruling/ })).toHaveAttribute(
        'aria-selected',
        'true',
      );
    }
  }
  await card.getByRole('button', { name: 'Choose a document to check' }).press('Enter');
  await expect(rows).toHaveCount(3);
});

test('the tour ends by Esc and by its cross, leaves the desk as it is, and fits a phone', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const context = await newsroom.browser({
    viewport: { width: 400, height: 800 },
    storageState: await ada.context.storageState(),
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: /^Example: / }).click();
  const desk = await DeskPage.on(page);
  await page.getByRole('link', { name: 'Take the 2-minute tour' }).click();
  const card = page.getByRole('dialog', { name: /^Tour/ });
  for (let step = 1; step <= 4; step++) {
    await expect(card).toHaveAccessibleName(new RegExp(`^Tour, step ${step} of 7`));
    const box = await card.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(400);
    await card.getByRole('button', { name: 'Next' }).click();
  }
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(page).not.toHaveURL(/tour/);
  await page.goto(`${page.url()}?tour`);
  await DeskPage.on(page);
  await card.getByRole('button', { name: 'End the tour' }).click();
  await expect(card).toBeHidden();
  await expect(desk.text).toBeVisible();
});
