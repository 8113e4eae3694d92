/** A source: where evidence comes from. Shared by all claims of a document; its reliability is its own, not the evidence's. */
import * as z from 'zod/mini';
import { instant, recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { authorship, line, partialDate, takenBack, webAddress } from './fields.ts';

/** Admiralty code: A completely reliable … E unreliable, F cannot be judged (no basis, not "worst"). */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof reliabilities)[number];

/** A file that was handed in: what the server itself found out about its bytes, and the name that it came with. */
export const storedFile = z.object({
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  name: line,
  mediaType: line,
  bytes: z.int().check(z.minimum(0)),
});
export type StoredFile = z.infer<typeof storedFile>;

/** What a source said at one time, kept where it cannot vanish: at an address, as a file, or both. */
export const archivedCopy = z.object({
  id: recordId,
  url: webAddress,
  file: z.nullable(storedFile),
  capturedAt: instant,
  removed: takenBack,
});
export type ArchivedCopy = z.infer<typeof archivedCopy>;

export const source = z.object({
  id: recordId,
  url: webAddress,
  archived: z.array(archivedCopy).check(z.maxLength(limits.copies)),
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
