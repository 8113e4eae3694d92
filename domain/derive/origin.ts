/**
 * What rests on what: sources of one origin are not independent of each other.
 * People say which belong together; where nobody has, a channel is one origin.
 */
import type { Source } from '../record/source.ts';
import { channelOf } from './address.ts';

type Originating = Pick<Source, 'id'> & Partial<Pick<Source, 'origin' | 'url'>>;

/** Equal exactly for sources of one origin. */
export function originGroupOf({ id, origin = '', url = '' }: Originating): string {
  return origin.trim().toLowerCase() || channelOf(url) || id;
}

/** What the group is called: as somebody wrote it, else the channel; empty for a source that stands alone. */
export function originName({ origin, url }: Pick<Source, 'origin' | 'url'>): string {
  return origin.trim() || channelOf(url);
}

/**
 * The source that this one may share its origin with although nobody has said
 * so: of the same channel, in another group. Null where there is none.
 */
export function sameOriginCandidate(
  source: Pick<Source, 'id' | 'origin' | 'url'>,
  others: Iterable<Source>,
): Source | null {
  const channel = channelOf(source.url);
  if (channel === '') return null;
  const group = originGroupOf(source);
  for (const other of others) {
    const candidate =
      other.id !== source.id &&
      !other.removed &&
      channelOf(other.url) === channel &&
      originGroupOf(other) !== group;
    if (candidate) return other;
  }
  return null;
}
