/** How many must judge and review before a claim counts as checked, and whether they see each other meanwhile. */
import * as z from 'zod/mini';

export const presets = ['quick', 'blind-2', 'blind-3', 'custom'] as const;
export type Preset = (typeof presets)[number];

export const policy = z.object({
  preset: z.enum(presets),
  /** Verdicts (or passes) that reveal a claim for which nobody was asked by name. */
  verdicts: z.int().check(z.minimum(1), z.maximum(20)),
  /** Reviews that each verdict wants. */
  reviews: z.int().check(z.minimum(0), z.maximum(20)),
  /** Verdicts stay hidden from others until all are in. */
  sealed: z.boolean(),
});
export type Policy = z.infer<typeof policy>;

/** One verdict, one review, everything in the open. */
export const quick: Policy = { preset: 'quick', verdicts: 1, reviews: 1, sealed: false };
