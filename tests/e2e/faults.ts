/** What axe finds wrong with a page, by the standards that Attest keeps to. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// React-aria speaks through it and lets go of what it spoke of before it empties it.
const announcer = '[data-live-announcer]';

/** By all rules of the standards, or by these alone. */
export async function faults(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).exclude(announcer);
  if (rules) axe.withRules(rules);
  // A splitter lies between the landmarks that it divides: outside of all regions.
  else axe.withTags(standards).disableRules(['region']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
