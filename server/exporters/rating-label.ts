import { scaleOf } from '../../domain/scale/list.ts';
import { ratingOf } from '../../domain/scale/scale.ts';
import type { ExportDocument } from './exporter.ts';

/** The word, never the key; a rating that the scale does not know is what it is called there. */
export function ratingLabel({ records }: Pick<ExportDocument, 'records'>, id: string): string {
  return ratingOf(scaleOf(records.settings.scale), id)?.label ?? id;
}
