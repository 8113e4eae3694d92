/** Evidence: what one source says about one claim. */
import * as z from 'zod/mini';
import { personId, recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { authorship, line, statement, takenBack, words } from './fields.ts';

export const stances = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof stances)[number];

export const directnesses = ['primary', 'secondary'] as const;
export type Directness = (typeof directnesses)[number];

/** Admiralty code: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const credibilities = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof credibilities)[number];

export const evidence = z.object({
  id: recordId,
  claim: recordId,
  source: recordId,
  /** Raised by every edit (not by removing and restoring), so that a verdict can name what it rested on. */
  version: z.int().check(z.minimum(1)),
  passage: words,
  translation: words,
  translator: line,
  stance: z.enum(stances),
  directness: z.nullable(z.enum(directnesses)),
  credibility: z.nullable(z.literal(credibilities)),
  /** Who gave stance and credibility. */
  grader: personId,
  note: words,
  /** The question that it answers, where one was asked. */
  question: statement,
  removed: takenBack,
  /** The claims that it was brought for before they were merged into this one, the first first. */
  cameFrom: z._default(z.array(recordId).check(z.maxLength(limits.moves)), []),
  /** The piece that it is a copy of, where a claim was split. */
  copiedFrom: z._default(z.nullable(recordId), null),
  ...authorship,
});
export type Evidence = z.infer<typeof evidence>;
