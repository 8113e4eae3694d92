/** How far ratings lie apart. Keys are no scores: only the steps of an ordered scale are compared, nothing is averaged. */
import { ratingOf, type RatingId, type Scale } from '../scale/scale.ts';

/**
 * `none`: fewer than one rating · `same`: all alike · `close`: one step ·
 * `apart`: two steps or more, or ratings between which there is no distance
 * (on the scale against off it, or two different ones off it).
 */
export type Spread = 'none' | 'same' | 'close' | 'apart';

export function spreadOf(scale: Scale, ratings: readonly RatingId[]): Spread {
  const different = [...new Set(ratings)];
  if (different.length < 2) return different.length === 0 ? 'none' : 'same';
  const steps = different
    .map((id) => ratingOf(scale, id)?.step ?? null)
    .filter((step) => step !== null);
  if (steps.length < different.length) return 'apart';
  return Math.max(...steps) - Math.min(...steps) > 1 ? 'apart' : 'close';
}

/** The rating that more than half hold; null where there is none. */
export function majorityOf(ratings: readonly RatingId[]): RatingId | null {
  for (const rating of new Set(ratings)) {
    if (ratings.filter((other) => other === rating).length * 2 > ratings.length) return rating;
  }
  return null;
}
