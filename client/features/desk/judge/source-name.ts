/** What a source is called on the screen. */
import { hostOf } from '../../../../domain/derive/address.ts';
import type { Source } from '../../../../domain/record/source.ts';

/** Signs that turn the direction of all that follows: the grade behind a name would be read backwards. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

export function sourceName(source: Pick<Source, 'title' | 'url'> | undefined): string {
  const title = source?.title.replace(turning, '').trim();
  return title || hostOf(source?.url ?? '') || 'A source without a name';
}
