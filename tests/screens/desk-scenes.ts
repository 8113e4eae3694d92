/** Every state of the desk: who looks at which document, and what was done before. */
import type { Page } from '@playwright/test';
import { claimScenes } from './claim-scenes.ts';
import { claimId } from './desk-record.ts';
import type { DeskScene } from './desk-scene.ts';
import { refused } from './scene.ts';
import { talkAndSourceScenes } from './talk-and-source-scenes.ts';

const session = '**/api/documents/*/session';

async function answer(page: Page, status: number, code: string, detail: string): Promise<void> {
  const { json } = refused(status, code, detail);
  await page.route(session, (route) => route.fulfill({ status, json }));
}

async function select(page: Page, from: string, to: string): Promise<void> {
  await page.locator('#text .ProseMirror').evaluate(
    (text, [first, last]) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let begun = false;
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const start = node.data.indexOf(first ?? '');
        if (!begun && start >= 0) {
          range.setStart(node, start);
          begun = true;
        }
        const end = node.data.indexOf(last ?? '');
        if (!begun || end < 0) continue;
        range.setEnd(node, end + (last?.length ?? 0));
        break;
      }
      text.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      window.dispatchEvent(new PointerEvent('pointerup'));
    },
    [from, to],
  );
  await page.getByRole('toolbar', { name: 'Selection' }).waitFor();
}

const seed = { who: 'amir', document: 'seed' } as const;
const draft = { who: 'lead', document: 'draft' } as const;
const example = { who: 'lead', document: 'example' } as const;

export const deskScenes: readonly DeskScene[] = [
  { ...example, name: 'example' },
  {
    ...example,
    name: 'example-tour',
    zoomed: true,
    at: '?tour',
    async act(page) {
      for (let step = 0; step < 4; step++) {
        await page
          .getByRole('dialog', { name: /^Tour/ })
          .getByRole('button', { name: 'Next' })
          .click();
      }
      await page.getByRole('dialog', { name: /^Tour, step 5/ }).waitFor();
    },
  },
  { ...seed, name: 'desk' },
  { ...seed, name: 'desk-lead', who: 'lead' },
  { ...seed, name: 'desk-viewer', who: 'noor' },
  { ...seed, name: 'desk-claim-judging', at: '/c/1' },
  { ...seed, name: 'desk-claim-settled', at: '/c/6' },
  { ...seed, name: 'desk-claim-disputed', who: 'lead', at: '/c/3' },
  {
    ...seed,
    name: 'desk-drafting',
    at: '/c/5',
    async act(page) {
      await page.getByRole('radiogroup', { name: 'Rating' }).getByText('Mostly true').click();
      await page
        .getByRole('textbox', { name: 'Rationale' })
        .fill(
          'Three families name the same four days of training and the same range; the unit list of the region agrees with two of them. The helmets in the video are of a kind that is no longer given out.',
        );
    },
  },
  {
    ...seed,
    name: 'desk-selection',
    act: (page) => select(page, 'Some Russian milbloggers', 'training and command issues'),
  },
  {
    ...seed,
    name: 'desk-sentence',
    wideOnly: true,
    async act(page) {
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
      await page.getByRole('toolbar', { name: 'Selection' }).waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-marked-already',
    async act(page) {
      await select(page, 'command only feeds', 'once a day');
      await page.getByRole('button', { name: 'Mark claim' }).click();
      await page.getByRole('heading', { name: 'This is #2 already' }).waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-marked-both',
    wideOnly: true,
    async act(page) {
      await select(page, 'command only feeds', 'once a day');
      await page.keyboard.press('Shift+C');
      await page.getByRole('heading', { name: 'This is #2 already' }).waitFor();
    },
  },
  ...claimScenes,
  ...talkAndSourceScenes,
  {
    ...seed,
    name: 'desk-overlap',
    async act(page) {
      await page
        .locator(`[data-anchor="${claimId(5)}"]`)
        .first()
        .click();
      await page.getByRole('region', { name: 'Claims at this place' }).waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-list',
    async act(page) {
      const show = page.getByRole('button', { name: 'Show the claims' });
      if (await show.isVisible()) await show.click();
      await page.getByRole('button', { name: /^Unsourced/ }).click();
    },
  },
  {
    ...seed,
    name: 'desk-filters',
    who: 'lead',
    at: '/c/2?filter=stage%3Aopen&filter=stage%3Ajudging&sort=number',
    wideOnly: true,
    async act(page) {
      await page.getByRole('button', { name: 'More filters' }).click();
      await page.getByRole('menu', { name: 'Filters' }).waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-found',
    at: '?q=mobilized',
    async act(page) {
      const show = page.getByRole('button', { name: 'Show the claims' });
      if (await show.isVisible()) await show.click();
      await page.getByRole('searchbox', { name: 'Search claims' }).focus();
    },
  },
  {
    ...seed,
    name: 'desk-selected',
    who: 'lead',
    async act(page) {
      const show = page.getByRole('button', { name: 'Show the claims' });
      if (await show.isVisible()) await show.click();
      const list = page.getByRole('listbox', { name: /^Claims/ });
      await list
        .getByRole('option')
        .nth(0)
        .click({ modifiers: ['Control'] });
      await list
        .getByRole('option')
        .nth(2)
        .click({ modifiers: ['Shift'] });
      await page.getByRole('toolbar', { name: 'Selected claims' }).waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-tags',
    who: 'lead',
    wideOnly: true,
    async act(page) {
      await page.getByRole('listbox', { name: /^Claims/ }).focus();
      await page.keyboard.press('Control+a');
      await page.getByRole('button', { name: 'Tags…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-search-nothing',
    async act(page) {
      const show = page.getByRole('button', { name: 'Show the claims' });
      if (await show.isVisible()) await show.click();
      await page.getByRole('searchbox', { name: 'Search claims' }).fill('tanks');
      await page.getByText('No claim fits').waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-help',
    wideOnly: true,
    async act(page) {
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Keyboard' }).waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-keys',
    async act(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /^Find an action/ }).fill('choose keys');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Choose keys' });
      await dialog.getByRole('button', { name: 'Change the key: Mark claim', exact: true }).click();
      await page.keyboard.press('j');
      await dialog.getByText('j means “Next claim” now.').waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-going',
    wideOnly: true,
    async act(page) {
      await page.keyboard.press('g');
      await page.getByRole('heading', { name: 'Go to' }).waitFor();
    },
  },
  {
    ...seed,
    name: 'desk-palette',
    at: '/c/1',
    wideOnly: true,
    async act(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('mo');
    },
  },
  {
    ...seed,
    name: 'desk-menu',
    who: 'lead',
    async act(page) {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Russian Offensive/ })
        .click();
      await page.getByRole('menuitem', { name: 'Members and settings' }).waitFor();
    },
  },
  {
    ...draft,
    name: 'desk-edit',
    wideOnly: true,
    async act(page) {
      await page.getByRole('radio', { name: 'Edit text' }).click();
      await page.getByRole('textbox', { name: /text being edited/ }).focus();
      await select(page, 'dividing the Russian', 'exposing the tension');
    },
  },
  {
    ...draft,
    name: 'desk-offline',
    wideOnly: true,
    async act(page) {
      await editOffline(page, ' And so it was.');
    },
  },
  {
    ...draft,
    name: 'desk-handed-back',
    wideOnly: true,
    async act(page, { people, documents }) {
      await editOffline(page, ' The morale of the men is said to be low.');
      await people.lead.give(documents.draft, 'text.lock', {});
      await page.context().setOffline(false);
      await page.getByText('Not saved.').waitFor({ timeout: 20_000 });
      await page.locator('#text .ProseMirror').waitFor();
      await people.lead.give(documents.draft, 'text.unlock', {});
    },
  },
  { name: 'desk-empty', who: 'lead', document: 'empty' },
  {
    ...seed,
    name: 'desk-opening',
    async prepare(page) {
      await page.route(session, () => {});
    },
    ready: 'Opening the document…',
  },
  {
    ...seed,
    name: 'desk-signed-out',
    prepare: (page) =>
      answer(page, 401, 'signed-out', 'Your session has ended. Sign in and go on.'),
    ready: 'All documents',
  },
  {
    ...seed,
    name: 'desk-no-access',
    prepare: (page) =>
      answer(
        page,
        403,
        'forbidden',
        'You are no member of this document. Ask a lead to invite you.',
      ),
    ready: 'All documents',
  },
  {
    ...seed,
    name: 'desk-gone',
    prepare: (page) =>
      answer(page, 404, 'not-found', 'There is no such document, or it was deleted.'),
    ready: 'All documents',
  },
];

async function editOffline(page: Page, words: string): Promise<void> {
  await page.getByRole('radio', { name: 'Edit text' }).click();
  const text = page.getByRole('textbox', { name: /text being edited/ });
  await text.getByText('more meals.').click();
  await page.keyboard.press('End');
  await page.context().setOffline(true);
  await page.getByText('Offline. You can go on working').waitFor({ timeout: 20_000 });
  await page.keyboard.type(words);
  await page.getByText(/changes? kept here/).waitFor();
}
