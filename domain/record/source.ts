/** A source: where evidence comes from. Shared by all claims of a document; its reliability is its own, not the evidence's. */
import * as z from 'zod/mini';
import { instant, recordId } from '../id.ts';
import { authorship, line, partialDate, takenBack, webAddress } from './fields.ts';

/** Admiralty code: A completely reliable … E unreliable, F cannot be judged (no basis, not "worst"). */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof reliabilities)[number];

export const archivedCopy = z.object({
  url: webAddress,
  /** An uploaded copy, by the SHA-256 of its bytes in hexadecimal. */
  file: z.nullable(
    z.object({
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      name: line,
      mediaType: line,
      bytes: z.int(),
    }),
  ),
  capturedAt: instant,
});

export const source = z.object({
  id: recordId,
  url: webAddress,
  archived: z.array(archivedCopy).check(z.maxLength(10)),
  title: line,
  publisher: line,
  author: line,
  published: z.nullable(partialDate),
  language: line,
  medium: line,
  /** What rests on one channel bears one name here and is not independent. */
  origin: line,
  reliability: z.nullable(z.enum(reliabilities)),
  /** Never leaves the document's members. */
  protected: z.boolean(),
  removed: takenBack,
  ...authorship,
});
export type Source = z.infer<typeof source>;
