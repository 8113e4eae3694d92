/** What axe finds wrong with a page, by the standards that Attest keeps to. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// React-aria speaks through it and lets go of what it spoke of before it empties it.
const announcer = '[data-live-announcer]';

// A splitter lies between the landmarks that it divides: outside of all regions.
const aside = ['region'];
// What a page has to have; while a modal window hides the page from everybody, it has nothing.
const ofThePage = ['landmark-one-main', 'page-has-heading-one'];

async function isCovered(page: Page): Promise<boolean> {
  return (
    (await page
      .locator('main')
      .and(page.locator('[inert] *, [aria-hidden="true"] *, [inert], [aria-hidden="true"]'))
      .count()) > 0
  );
}

/** By all rules of the standards, or by these alone. */
export async function faults(page: Page, rules?: string[]): Promise<string[]> {
  // In one go: nothing here has frames, and for them axe opens a page of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude(announcer);
  if (rules) axe.withRules(rules);
  else
    axe.withTags(standards).disableRules([...aside, ...((await isCovered(page)) ? ofThePage : [])]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
