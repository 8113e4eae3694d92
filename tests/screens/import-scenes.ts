/** A file on its way to becoming a document, in every state that its preview can be in. */
import type { ImportPreview } from '../../domain/import/preview.ts';
import { paragraph } from '../../domain/import/block.ts';
import { asOwner } from './answers.ts';
import { ok, refused, type Scene } from './scene.ts';

const day = Date.UTC(2026, 10, 27);
const draft = {
  id: 'i1',
  name: 'river.md',
  bytes: 18_204,
  createdAt: day,
  expiresAt: day + 86_400_000,
};
const preview: ImportPreview = {
  draft,
  format: 'markdown',
  formats: [
    { id: 'markdown', label: 'Markdown' },
    { id: 'plain-text', label: 'Plain text' },
  ],
  encoding: 'utf-8',
  encodings: [
    { id: 'utf-8', label: 'Unicode (UTF-8)' },
    { id: 'windows-1252', label: 'Western (Windows-1252)' },
  ],
  likely: 1,
  settings: {
    title: 'The river rose',
    byline: 'Ann Lyst and Bea Rover',
    dateline: 'November 25, 9:00pm ET',
    published: { edtf: 'XXXX-11-25', asWritten: 'November 25' },
    language: 'en',
  },
  dropped: ['A picture is left out; its description stands in the text.'],
  sources: [
    { numbers: [1, 2], url: 'https://example.org/gauge', words: 'Gauge readings of the week' },
    { numbers: [2], url: 'https://t.me/river/12', words: '' },
  ],
  blocks: [
    { type: 'heading', level: 2, inside: [], words: [{ text: 'Water' }] },
    {
      ...paragraph(''),
      words: [
        { text: 'The river rose by ' },
        { text: 'two metres', marks: [{ type: 'strong' }] },
        { text: ' in one night [1]. Nobody was hurt.' },
      ],
    },
    paragraph('ارتفع منسوب المياه في نهر Dnipro مترين خلال ليلة واحدة، ولم يصب أحد بأذى.'),
    paragraph('河水一夜之间上涨了两米。没有人受伤。'),
    paragraph('[1] Gauge readings of the week, https://example.org/gauge'),
    paragraph('[2] https://t dot me/river/12; https://example.org/gauge'),
  ],
};

export const importScenes: readonly Scene[] = [
  {
    name: 'import',
    path: '/import/i1',
    answers: { ...asOwner, 'GET /imports/i1': ok(preview) },
    ready: 'The river rose by',
  },
  {
    name: 'import-details',
    path: '/import/i1',
    answers: { ...asOwner, 'GET /imports/i1': ok({ ...preview, likely: 2 }) },
    ready: 'The river rose by',
    async act(page) {
      // Beside the text where there is room for both.
      const details = page.getByRole('radio', { name: 'Details' });
      if (await details.isVisible()) await details.click();
      await page.getByText('does not say how its letters').waitFor();
    },
  },
  {
    name: 'import-reading',
    path: '/import/i1',
    answers: { ...asOwner, 'GET /imports/i1': { fate: 'hang' } },
    ready: 'Reading the file',
  },
  {
    name: 'import-gone',
    path: '/import/i1',
    answers: {
      ...asOwner,
      'GET /imports/i1': refused(404, 'not-found', 'This import is gone. Import the file again.'),
    },
    ready: 'cannot be shown',
  },
  {
    name: 'import-made',
    path: '/import/i1',
    answers: {
      ...asOwner,
      'GET /imports/i1': ok(preview),
      'POST /imports/i1/document': refused(409, 'conflict', 'A document was made already.'),
      'GET /imports/i1/document': ok({ id: 'i1' }),
    },
    ready: 'The river rose by',
    async act(page) {
      const details = page.getByRole('radio', { name: 'Details' });
      if (await details.isVisible()) await details.click();
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('button', { name: 'Open it' }).waitFor();
    },
  },
  {
    name: 'home-paste',
    path: '/',
    answers: { ...asOwner, 'GET /imports': ok([]) },
    ready: 'Drop a report',
    async act(page) {
      await page.getByRole('button', { name: 'Paste a text' }).click();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('no text in the field yet').waitFor();
    },
  },
  {
    name: 'home-unfinished',
    path: '/',
    answers: { ...asOwner, 'GET /imports': ok([draft]) },
    ready: 'Not finished',
  },
];
