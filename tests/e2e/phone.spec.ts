// On a phone one reads, judges and reviews: with a thumb, one thing at a time.
import type { Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { expect, test } from './newsroom.ts';

test('a claim is found in the text, judged and reviewed by touch', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  const desk = await DeskPage.open(ada.page, document);
  await desk.select('the Russian military command', 'without proper training');
  await desk.markButton.click();
  await desk.openClaim(1);
  await desk.judge('True', 'High', 'Three of them say so.');

  const phone = await newsroom.browser({
    viewport: { width: 400, height: 800 },
    hasTouch: true,
    isMobile: true,
    storageState: await ben.context.storageState(),
  });
  const page = await phone.newPage();
  const small = await DeskPage.open(page, document);
  await expect(small.panel).toBeHidden();
  await small.marks.first().tap();
  await expect(small.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  await small.judge('Mostly true', 'Moderate', 'One saw it.');
  await expect(desk.claim(1)).toContainText('2 of');
  if (!(await small.panel.isVisible())) await small.marks.first().tap();
  await small.review('Agree', 'I asked one of them.');
  await desk.tab('Verdicts');
  await expect(desk.panel.getByText('I asked one of them.')).toBeVisible();
  expect(await tooSmall(page)).toEqual([]);
  await small.panel.getByRole('button', { name: 'Close the claim' }).tap();
  await expect(small.panel).toBeHidden();
  await expect(small.text).toBeVisible();
});

/** What can be pressed and is seen, but is smaller than WCAG 2.2 allows for a target, 24 px. */
async function tooSmall(page: Page): Promise<string[]> {
  return page
    .locator('button:visible, [role=radio]:visible, [role=tab]:visible')
    .evaluateAll((targets) =>
      targets.flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        const name = target.getAttribute('aria-label') ?? target.textContent;
        return Math.min(width, height) < 24 && width > 1 ? [`${name}: ${width} × ${height}`] : [];
      }),
    );
}
