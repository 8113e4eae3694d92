/** What holds for the whole document: where it comes from, how it is rated, whether its text is locked. */
import * as z from 'zod/mini';
import { instant, personId } from '../id.ts';
import { line, partialDate, webAddress } from './fields.ts';
import { policy, quick } from './policy.ts';

/** Each field is one key of the `settings` map, so that two changes of different fields never meet. */
export const settings = z.object({
  title: line,
  /** As written in the text, not parsed. */
  byline: line,
  dateline: line,
  publisher: line,
  sourceUrl: webAddress,
  archivedUrl: webAddress,
  published: z.nullable(partialDate),
  retrieved: z.nullable(instant),
  /** BCP 47. */
  language: z.string().check(z.maxLength(35)),
  asOf: z.nullable(partialDate),
  /** The imported bytes, kept for download; null for a document that began blank. */
  original: z.nullable(
    z.object({
      name: line,
      mediaType: line,
      bytes: z.int(),
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
  /** A finished document to learn from, which Attest brought itself. */
  example: z.boolean(),
  scale: z.string().check(z.maxLength(60)),
  policy,
  lock: z.object({ locked: z.boolean(), at: instant, by: personId }),
});
export type Settings = z.infer<typeof settings>;

export function blankSettings(title: string): Settings {
  return {
    title,
    byline: '',
    dateline: '',
    publisher: '',
    sourceUrl: '',
    archivedUrl: '',
    published: null,
    retrieved: null,
    language: '',
    asOf: null,
    original: null,
    example: false,
    scale: 'truth-5',
    policy: quick,
    lock: { locked: false, at: 0, by: 0 },
  };
}
