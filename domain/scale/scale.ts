/** A rating scale is a plain object in a list. Keys and numbers pick a rating; they are no scores. */
import * as z from 'zod/mini';

export const ratingId = z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/));
export type RatingId = string;

export interface Rating {
  readonly id: RatingId;
  /** The word in the interface. */
  readonly label: string;
  /** Behind a highlight: at most three letters. */
  readonly letters: string;
  /** Steps from the true end; null is off the scale: no order, no distance. */
  readonly step: number | null;
  /** The colour token (`--rating-…`). */
  readonly colour: string;
}

export interface Scale {
  readonly id: string;
  readonly label: string;
  readonly ratings: readonly Rating[];
}

export function ratingOf(scale: Scale, id: RatingId): Rating | undefined {
  return scale.ratings.find((rating) => rating.id === id);
}
