// On a phone one reads, judges and reviews: with a thumb, one thing at a time.
import type { Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { faults } from './faults.ts';
import { expect, test } from './newsroom.ts';

test('claims are found in the text, chosen where they overlap, judged and reviewed by touch', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  const desk = await DeskPage.open(ada.page, document);
  await desk.select('the Russian military command', 'without proper training');
  await desk.markButton.click();
  await desk.select('without proper training');
  await desk.markButton.click();
  await expect(desk.claims).toHaveCount(2);
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
  expect.soft(await faults(page), 'reading').toEqual([]);
  expect.soft(await tooSmall(page), 'reading').toEqual([]);

  await small.marks.last().tap();
  const sheet = page.getByRole('region', { name: 'Claims at this place' });
  await expect(sheet).toContainText('2 claims at this place');
  expect.soft(await faults(page), 'claims that overlap').toEqual([]);
  expect.soft(await tooSmall(page), 'claims that overlap').toEqual([]);
  await sheet.getByRole('button', { name: /^#1/ }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(small.panel.getByRole('heading', { name: '#1' })).toBeVisible();

  await small.judge('Mostly true', 'Moderate', 'One saw it.');
  await expect(desk.claim(1)).toContainText('2 of');
  await page.goto(`/d/${document}/c/1`);
  await expect(small.panel.getByRole('heading', { name: '#1' })).toBeVisible();
  expect.soft(await faults(page), 'judged').toEqual([]);
  expect.soft(await tooSmall(page), 'judged').toEqual([]);

  await small.review('Agree', 'I asked one of them.');
  await desk.openClaim(1);
  await desk.tab('Verdicts');
  await expect(desk.panel.getByText('I asked one of them.')).toBeVisible();
  expect.soft(await faults(page), 'reviewed').toEqual([]);
  expect.soft(await tooSmall(page), 'reviewed').toEqual([]);
  await small.panel.getByRole('button', { name: 'Close the claim' }).tap();
  await expect(small.panel).toBeHidden();
  await expect(small.text).toBeVisible();
});

test('somebody is asked for a verdict by touch: the list stays open, and no keyboard covers it', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  const desk = await DeskPage.open(ada.page, document);
  await desk.select('without proper training');
  await desk.markButton.click();
  await expect(desk.saved).toHaveText('Saved');

  const phone = await newsroom.browser({
    viewport: { width: 400, height: 800 },
    hasTouch: true,
    isMobile: true,
    storageState: await ada.context.storageState(),
  });
  const page = await phone.newPage();
  const small = await DeskPage.open(page, document);
  await small.marks.first().tap();
  await small.panel.getByRole('button', { name: 'Assign' }).tap();
  const people = page.getByRole('dialog', { name: 'Who is asked about claim 1' });
  const ben = people.getByRole('menuitemcheckbox', { name: 'Ben Adeyemi' });
  await expect(ben).toBeVisible();
  await expect(people.getByRole('searchbox', { name: 'Name' })).not.toBeFocused();
  expect.soft(await faults(page), 'assigning').toEqual([]);
  await ben.tap();
  await expect(ben).toBeChecked();
  await expect(desk.panel.getByText('Ben Adeyemi', { exact: true })).toBeVisible();
  await people.getByRole('searchbox', { name: 'Name' }).tap();
  // As a keyboard on the screen leaves it.
  await page.setViewportSize({ width: 400, height: 420 });
  await page.keyboard.type('ben');
  await expect(ben).toBeVisible();
  await ben.tap();
  await expect(ben).not.toBeChecked();
});

test('words under a claim and a thread offer both by touch, and talk is read and answered there', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const document = await newsroom.seed(ada);
  const ben = await newsroom.member(ada, document, 'Ben Adeyemi', 'analyst');
  const desk = await DeskPage.open(ada.page, document);
  await desk.select('without proper training');
  await desk.markButton.click();
  await ada.page.keyboard.press('Escape');
  await desk.select('without proper');
  await ada.page.keyboard.press('m');
  await ada.page
    .getByRole('textbox', { name: 'Comment on these words' })
    .fill('Says who? @Ben Adeyemi');
  await ada.page.keyboard.press('Control+Enter');
  await expect(desk.text.locator('.talk').first()).toBeVisible();

  const phone = await newsroom.browser({
    viewport: { width: 400, height: 800 },
    hasTouch: true,
    isMobile: true,
    storageState: await ben.context.storageState(),
  });
  const page = await phone.newPage();
  const small = await DeskPage.open(page, document);
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).tap();
  await expect(page.getByRole('link', { name: /^Ada Osei mentioned you/ })).toBeVisible();
  expect.soft(await faults(page), 'the bell').toEqual([]);
  expect.soft(await tooSmall(page), 'the bell').toEqual([]);
  await page.keyboard.press('Escape');
  await small.marks.first().tap();
  const sheet = page.getByRole('region', { name: 'Claims and threads at this place' });
  await expect(sheet).toContainText('1 claim and 1 thread at this place');
  expect.soft(await faults(page), 'both').toEqual([]);
  expect.soft(await tooSmall(page), 'both').toEqual([]);
  await sheet.getByRole('button', { name: /^Thread: Says who/ }).tap();
  await expect(sheet).toHaveCount(0);
  const thread = page.getByRole('article', { name: /^Thread/ });
  await expect(thread).toContainText('Says who?');
  expect.soft(await faults(page), 'talk').toEqual([]);
  expect.soft(await tooSmall(page), 'talk').toEqual([]);
  await thread.getByRole('button', { name: 'Reply' }).tap();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Three of the men.');
  await page.getByRole('button', { name: 'Reply', exact: true }).tap();
  await expect(thread).toContainText('Three of the men.');
  expect.soft(await tooSmall(page), 'answered').toEqual([]);
});

test('the theme is chosen in the account menu, where the header has no room for its switch', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Theme' })).toBeHidden();
  for (const theme of ['light', 'dark'] as const) {
    await page.getByRole('button', { name: 'Account of Ada Osei' }).click();
    await page.getByRole('menuitem', { name: 'Theme' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});

/** What is pressed with a thumb has 44 px, the space around it that is its own included. */
async function tooSmall(page: Page): Promise<string[]> {
  return page
    .locator('button:visible, [role=tab]:visible, label:has([type=radio]):visible, summary:visible')
    .evaluateAll((targets) =>
      targets.flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        const name = target.getAttribute('aria-label') ?? target.textContent;
        // In a line of words the words' own height counts (WCAG 2.5.8, inline).
        const inLine = getComputedStyle(target).display === 'inline';
        // Ticks lie as dense as the paragraphs do: the least that WCAG 2.5.8 allows.
        const least = target.closest('[aria-label="Read by others"]') ? 24 : 43.5;
        // For screen readers alone: cut to nothing by what holds it.
        const isUnseen = (target.parentElement?.getBoundingClientRect().width ?? 0) <= 1;
        const isSmall = Math.min(width, height) < least && width > 1 && !inLine && !isUnseen;
        return isSmall ? [`${name}: ${width.toFixed(0)} × ${height.toFixed(0)}`] : [];
      }),
    );
}
