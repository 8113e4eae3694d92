/**
 * Every page as it looks under what people set for themselves: zoomed in,
 * without motion, in forced colours, on paper. What can be said of colours
 * alone is computed in tests/client/ui/tokens.test.ts.
 */
import type { Page } from '@playwright/test';
import { DeskPage } from './desk-page.ts';
import { expect, type Newsroom, type Person, test } from './newsroom.ts';

/** A finished document shows most; the pages around it follow. */
async function addresses(newsroom: Newsroom, ada: Person): Promise<readonly string[]> {
  const example = await newsroom.example(ada);
  return [
    '/',
    '/archived',
    '/account',
    '/queue',
    '/search?q=ferry',
    `/d/${example}`,
    `/d/${example}/c/6`,
    `/d/${example}/sources`,
    `/d/${example}/members`,
    '/clip?url=https%3A%2F%2Fexample.org%2Fpage&title=A%20page',
  ];
}

async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('h1, h2').first()).toBeVisible();
  await expect(page.getByText('Loading').first()).toBeHidden();
}

/** What is chosen by the width of the window comes with the drawing after it. */
async function within(page: Page, where: string): Promise<void> {
  const softly = expect.configure({ soft: true, timeout: 3_000 });
  await softly.poll(() => overflow(page), { message: where }).toEqual([]);
}

test('at 200 and at 400 percent nothing runs out of the page sideways', async ({ newsroom }) => {
  const ada = await newsroom.owner();
  const { page } = ada;
  for (const address of await addresses(newsroom, ada)) {
    await page.setViewportSize({ width: 720, height: 450 });
    await settled(page, address);
    await within(page, `${address} at 200 %`);
    await page.setViewportSize({ width: 320, height: 256 });
    await within(page, `${address} at 400 %`);
  }
});

test('where no motion is wanted nothing moves, elsewhere nothing moves for longer than 150 ms', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const example = await newsroom.example(ada);
  for (const [reducedMotion, most] of [
    ['reduce', 1],
    ['no-preference', 150],
  ] as const) {
    await ada.page.emulateMedia({ reducedMotion });
    await DeskPage.open(ada.page, `${example}/c/6`);
    expect(await slowest(ada.page), reducedMotion).toBeLessThanOrEqual(most);
  }
});

test('in forced colours claims keep their lines and letters, and controls their edges', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const example = await newsroom.example(ada);
  await ada.page.emulateMedia({ forcedColors: 'active' });
  const desk = await DeskPage.open(ada.page, `${example}/c/6`);
  const lines = await desk.marks.evaluateAll((marks) =>
    marks.map((mark) => {
      const style = getComputedStyle(mark);
      return style.textDecorationStyle !== 'solid' || style.textDecorationLine.includes('underline')
        ? 'line'
        : `${style.borderBottomStyle} ${style.borderBottomWidth}`;
    }),
  );
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(line).not.toMatch(/^none|^hidden| 0px$/);
  const bare = await ada.page.locator('button:visible').evaluateAll((buttons) =>
    buttons
      .filter((button) => {
        const style = getComputedStyle(button);
        return style.forcedColorAdjust === 'none' && style.borderStyle === 'none';
      })
      .map((button) => button.outerHTML.slice(0, 120)),
  );
  expect(bare).toEqual([]);
});

test('on paper there are the text, its claims by letters, and nothing to press', async ({
  newsroom,
}) => {
  const ada = await newsroom.owner();
  const example = await newsroom.example(ada);
  const desk = await DeskPage.open(ada.page, `${example}/c/6`);
  await ada.page.emulateMedia({ media: 'print' });
  await expect(desk.text).toBeVisible();
  await expect(ada.page.getByRole('banner')).toBeHidden();
  await expect(ada.page.getByRole('toolbar', { name: 'Selection' })).toBeHidden();
  await expect(ada.page.locator('nav').first()).toBeHidden();
  const pdf = await ada.page.pdf();
  expect(pdf.length).toBeGreaterThan(10_000);
});

/** What begins or ends outside of the window although the page does not scroll there. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .slice(-3)
      .map((element) => `${root.scrollWidth} px: ${element.outerHTML.slice(0, 160)}`);
  });
}

/** The longest that anything on the page takes to change, in ms; what says that work goes on may turn for longer. */
function slowest(page: Page): Promise<number> {
  return page.evaluate(() => {
    const ms = (durations: string): number[] =>
      durations
        .split(',')
        .map((each) => Number.parseFloat(each) * (each.trim().endsWith('ms') ? 1 : 1000));
    let longest = 0;
    for (const element of document.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      longest = Math.max(longest, ...ms(style.transitionDuration));
      const counts = style.animationIterationCount.split(', ');
      const finite = ms(style.animationDuration).filter((_, n) => counts[n] !== 'infinite');
      longest = Math.max(longest, ...finite);
    }
    return longest;
  });
}
