// What the server tells of a file before a document is made of it, and what
// the page asks for then.
import * as z from 'zod/mini';
import { instant } from '../id.ts';
import { limits } from '../limits.ts';
import { settings } from '../record/settings.ts';
import type { Block } from './block.ts';
import { edit } from './edit.ts';

const choice = z.object({ id: z.string(), label: z.string() });

/** A file on its way, as a list shows it. */
export const importDraft = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  createdAt: instant,
  expiresAt: instant,
});
export type ImportDraft = z.infer<typeof importDraft>;

const { title, byline, dateline, publisher, sourceUrl, published, asOf, language } = settings.shape;

/** What the preview lets somebody say of the document. */
export const importSettings = z.strictObject({
  title: title.check(z.trim(), z.minLength(1, 'A document needs a title.')),
  byline,
  dateline,
  publisher,
  sourceUrl,
  published,
  asOf,
  language,
});
export type ImportSettings = z.infer<typeof importSettings>;

/** A numbered note that names an address, offered as a source. */
const offeredSource = z.object({
  numbers: z.array(z.int()),
  url: z.string(),
  words: z.string(),
});
export type OfferedSource = z.infer<typeof offeredSource>;

export const importPreview = z.object({
  draft: importDraft,
  format: z.string(),
  formats: z.array(choice),
  encoding: z.string(),
  /** The likely ones first, then every other that can be chosen. */
  encodings: z.array(choice),
  /** How many of them are likely: one where the bytes leave no doubt. */
  likely: z.int(),
  settings: z.partial(importSettings),
  dropped: z.array(z.string()),
  sources: z.array(offeredSource),
  // The server made them by the same code; 100,000 are not looked at one by one.
  blocks: z.custom<readonly Block[]>((value) => Array.isArray(value)),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** Everything that turns a draft into a document. */
export const importOrder = z.strictObject({
  format: z.string().check(z.maxLength(40)),
  encoding: z.string().check(z.maxLength(40)),
  edits: z
    .array(edit)
    .check(
      z.maxLength(
        limits.importEdits,
        'These are more joins and splits than one import takes. Mend the file itself.',
      ),
    ),
  settings: importSettings,
  /** Places in `sources` of those that are not to become sources. */
  leftOut: z.array(z.int().check(z.minimum(0))).check(z.maxLength(1000)),
});
export type ImportOrder = z.infer<typeof importOrder>;
