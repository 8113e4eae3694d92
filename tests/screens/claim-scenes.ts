/** What is said of a claim, and what is done to it: each of the forms over the desk, filled in. */
import type { Page } from '@playwright/test';
import { claimId } from './desk-record.ts';
import type { DeskScene } from './desk-scene.ts';

const lead = { who: 'lead', document: 'seed' } as const;

async function restating(page: Page, number: number) {
  await page.getByRole('heading', { name: `#${number}`, exact: true }).waitFor();
  await page.keyboard.press('e');
  const form = page.getByRole('dialog', { name: `Restate #${number}` });
  await form.getByRole('textbox', { name: 'Restated' }).waitFor();
  return form;
}

async function choose(page: Page, item: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Current claim' })
    .getByRole('button', { name: 'More' })
    .click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** No two pictures of it may write the same. */
let written = 0;

export const claimScenes: readonly DeskScene[] = [
  {
    ...lead,
    name: 'claim-offers',
    at: '/c/5',
    async act(page) {
      await page.getByRole('region', { name: 'From the sentence' }).waitFor();
    },
  },
  {
    ...lead,
    name: 'claim-restate',
    at: '/c/4',
    async act(page) {
      const form = await restating(page, 4);
      await form
        .getByRole('textbox', { name: 'Restated' })
        .fill('The men from Serpukhov left their positions in Makiivka, Luhansk Oblast.');
      await form.getByRole('textbox', { name: 'Claimant' }).fill('A Russian source');
      await form.getByRole('button', { name: 'Add a step' }).click();
      await form.getByRole('textbox', { name: 'Who, step 1' }).fill('A Telegram channel');
      await form.getByRole('textbox', { name: 'Tags' }).fill('mobilization,desertion,');
      await form.getByRole('textbox', { name: 'Restated' }).focus();
    },
  },
  {
    ...lead,
    name: 'claim-overtaken',
    at: '/c/11',
    async act(page, { people, documents }) {
      const form = await restating(page, 11);
      await form.getByRole('textbox', { name: 'Place' }).fill('Moscow Oblast');
      written += 1;
      await people.amir.give(documents.seed, 'claim.restate', {
        claimId: claimId(11),
        version: 1,
        changes: { place: `Moscow, Red Square ${written}` },
      });
      await form.getByText('while you were writing').waitFor();
      await form.getByRole('button', { name: 'Keep mine' }).scrollIntoViewIfNeeded();
    },
  },
  {
    ...lead,
    name: 'claim-merge',
    at: '/c/2',
    async act(page) {
      await choose(page, 'Merge into another claim…');
      await page.getByRole('radio', { name: /#5/ }).check();
      await page.getByRole('button', { name: 'Merge into #5' }).waitFor();
    },
  },
  {
    ...lead,
    name: 'claim-link',
    at: '/c/2',
    async act(page) {
      await choose(page, 'Link with a claim…');
      await page.getByRole('dialog', { name: 'Link #2' }).waitFor();
    },
  },
  {
    ...lead,
    name: 'claim-split',
    at: '/c/2',
    async act(page) {
      await choose(page, 'Split…');
      await page.getByRole('button', { name: 'Split', exact: true }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...lead,
    name: 'claim-assign',
    at: '/c/1',
    async act(page) {
      await page.getByRole('button', { name: 'Assign' }).click();
      await page.getByRole('menuitemcheckbox').first().waitFor();
    },
  },
];
