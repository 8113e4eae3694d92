/** A short form says what is claimed, never how it was rated: readers would take it for the claim. */
import type { Scale } from '../scale/scale.ts';

const verdicts =
  /\b(?:true|false|half-true|misleading|debunked|fake|hoax|untrue|incorrect|unproven)\b/i;

/** The rating that a short form seems to give; null where it gives none. English words and those of the scale. */
export function ratingIn(short: string, { ratings }: Scale): string | null {
  const said = short.toLowerCase();
  const label = ratings.find((rating) => said.startsWith(`${rating.label.toLowerCase()}:`))?.label;
  return label ?? verdicts.exec(short)?.[0] ?? null;
}
