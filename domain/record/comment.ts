/**
 * A comment: what somebody says in a thread about a claim, a piece of
 * evidence, a verdict or words of the text. The first comment of a thread is
 * the thread: it bears the anchor and whether it is resolved. A deleted comment
 * keeps its place and loses its words.
 */
import * as z from 'zod/mini';
import { instant, personId, recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { position, quote } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { authorship, words } from './fields.ts';

export const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), claim: recordId }),
  z.object({ kind: z.literal('evidence'), claim: recordId, evidence: recordId }),
  z.object({
    kind: z.literal('verdict'),
    claim: recordId,
    author: personId,
    revision: z.int().check(z.minimum(1)),
  }),
  z.object({ kind: z.literal('text') }),
]);
export type About = z.infer<typeof about>;

/** One time that a thread was resolved or reopened. */
const turn = z.object({
  resolved: z.boolean(),
  at: instant,
  by: personId,
  reason: z.string().check(z.maxLength(limits.turnReason)),
});
export type Turn = z.infer<typeof turn>;

export const comment = z.object({
  id: recordId,
  /** The id of the thread's first comment; its own for the first. */
  thread: recordId,
  /** A reply is about what its thread is about. */
  about,
  /** The words of the text that a thread's first comment was put on; they bear the anchor of its id. */
  anchor: z.nullable(z.object({ quote, position })),
  /** Plain text; `@[12]` mentions the person 12. Empty once deleted. */
  comment: words,
  /** Raised by every change of its words. */
  revision: z.int().check(z.minimum(1)),
  deleted: z.nullable(z.object({ at: instant, by: personId })),
  /** Of a thread's first comment, the latest last; older ones are in the log. */
  turns: z.array(turn),
  ...authorship,
});
export type Comment = z.infer<typeof comment>;

/**
 * The claim that a comment is about in any way; null for one on words of the
 * text. Evidence goes where its claim is merged and comes back: its talk with it.
 */
export function claimOf(
  { evidence }: { readonly evidence: ReadonlyMap<string, Pick<Evidence, 'claim'>> },
  { about: subject }: Pick<Comment, 'about'>,
): string | null {
  if (subject.kind === 'text') return null;
  const piece = subject.kind === 'evidence' ? evidence.get(subject.evidence) : undefined;
  return piece?.claim ?? subject.claim;
}
