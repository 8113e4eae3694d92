/** Which of the six rating colours a rating has; one that no scale knows counts as off-scale. */
import { scales } from '../../domain/scale/list.ts';

export const ratingHues = [
  'true',
  'mostly-true',
  'half-true',
  'mostly-false',
  'false',
  'off-scale',
] as const;
export type RatingHue = (typeof ratingHues)[number];

export function ratingHue(rating: string): RatingHue {
  const known = scales.flatMap((scale) => scale.ratings).find(({ id }) => id === rating);
  return ratingHues.find((hue) => hue === known?.colour) ?? 'off-scale';
}
