/**
 * Which of the six rating colours a rating has: one for each step from true to
 * false, and one for all that is off the scale. A scale with other ratings
 * finds its own in a document's settings; unknown ones count as off-scale.
 */
export const ratingHues = ['true', 'mostly-true', 'half-true', 'mostly-false', 'false', 'off-scale'] as const;
export type RatingHue = (typeof ratingHues)[number];

export function ratingHue(rating: string): RatingHue {
  return ratingHues.find((hue) => hue === rating) ?? 'off-scale';
}
