/** The day that a text speaks from: what "yesterday" in it is counted from, if it is meant so. */
import type { Settings } from '../record/settings.ts';

/** As EDTF: the as-of date, else when it was published; null where neither is known. */
export function textDay({ asOf, published }: Pick<Settings, 'asOf' | 'published'>): string | null {
  return asOf?.edtf ?? published?.edtf ?? null;
}
