/** A ruling: how a claim was settled. The latest counts; the old ones stay visible. */
import * as z from 'zod/mini';
import { instant, personId, recordId } from '../id.ts';
import { ratingId } from '../scale/scale.ts';
import { words } from './fields.ts';

export const rulingMethods = ['single', 'unanimous', 'majority', 'adjudicated'] as const;
export type RulingMethod = (typeof rulingMethods)[number];
export const rulingKinds = ['first', 'correction', 'update'] as const;
export type RulingKind = (typeof rulingKinds)[number];

export const ruling = z.object({
  id: recordId,
  claim: recordId,
  claimVersion: z.int().check(z.minimum(1)),
  rating: ratingId,
  method: z.enum(rulingMethods),
  /** For the public. */
  explanation: words,
  /** Who held otherwise, in their own words. */
  dissent: z.array(z.object({ author: personId, revision: z.int(), rating: ratingId, words })),
  /** `correction`: we erred; `update`: facts changed. */
  kind: z.enum(rulingKinds),
  /** The ruling that this one replaces. */
  replaces: z.nullable(recordId),
  ruledAt: instant,
  ruledBy: personId,
});
export type Ruling = z.infer<typeof ruling>;
