/** Talk, evidence and its sources, exports: what the desk leads to. */
import type { Page } from '@playwright/test';
import type { DeskScene } from './desk-scene.ts';

const seed = { who: 'amir', document: 'seed' } as const;

async function tab(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

export const talkAndSourceScenes: readonly DeskScene[] = [
  {
    ...seed,
    name: 'talk',
    at: '/c/3',
    async act(page) {
      await tab(page, /^Talk/);
      await page.getByText('The channel has deleted the post since').waitFor();
    },
  },
  {
    ...seed,
    name: 'talk-writing',
    at: '/c/3',
    async act(page) {
      await tab(page, /^Talk/);
      const reply = page.getByRole('button', { name: 'Reply' }).first();
      await reply.click();
      await page.keyboard.type('Ask @Yu');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
    },
  },
  {
    ...seed,
    name: 'bell',
    async act(page) {
      await page.getByRole('button', { name: /^Notifications/ }).click();
      await page.getByRole('dialog', { name: 'Notifications' }).waitFor();
    },
  },
  {
    ...seed,
    name: 'evidence-form',
    at: '/c/5',
    async act(page) {
      await page.getByRole('button', { name: /^Add evidence/ }).click();
      await page.getByRole('textbox', { name: 'Link' }).fill('https://tribunal.example.org/report');
      await page.getByRole('textbox', { name: 'Passage' }).fill('They had four days on the range.');
    },
  },
  {
    ...seed,
    name: 'sources',
    path: ({ documents }) => `/d/${documents.seed}/sources`,
    ready: 'They face a tribunal',
  },
  {
    ...seed,
    name: 'sources-empty',
    path: ({ documents }) => `/d/${documents.empty}/sources`,
    who: 'lead',
    ready: 'No sources yet',
  },
  {
    ...seed,
    name: 'clip',
    path: () =>
      `/clip?${new URLSearchParams({
        url: 'https://www.example.org/news/tribunal',
        title: 'Families say the men face a tribunal',
        text: 'The families were told on Wednesday that charges had been read.',
      })}`,
    ready: 'Passage',
  },
  {
    ...seed,
    name: 'export',
    who: 'lead',
    wideOnly: true,
    async act(page) {
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...seed,
    name: 'differences',
    who: 'lead',
    document: 'draft',
    wideOnly: true,
    async act(page) {
      await page.getByText('Edit text', { exact: true }).click();
      const text = page.locator('#text .ProseMirror');
      await text.locator('p').nth(1).click();
      await page.keyboard.press('End');
      await page.keyboard.type(' Corrected.');
      await page.getByText(/differs from the original in/).waitFor();
    },
  },
];
