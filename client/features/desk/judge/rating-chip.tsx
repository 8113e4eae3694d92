/** A rating as a filled label. */
import { scaleOf } from '../../../../domain/scale/list.ts';
import { ratingOf } from '../../../../domain/scale/scale.ts';
import { Chip } from '../../../ui/chip.tsx';
import { ratingHue } from '../../../ui/rating-hue.ts';
import { useRecord } from '../desk-context.ts';

export function RatingChip({ rating }: { rating: string }) {
  const { settings } = useRecord();
  const known = ratingOf(scaleOf(settings.scale), rating);
  return <Chip rating={ratingHue(rating)}>{known?.label ?? rating}</Chip>;
}
