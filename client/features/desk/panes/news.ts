/** What others did since the last look, in words for whoever does not see it happen. */
import { latestRuling } from '../../../../domain/derive/ruling.ts';
import type { PersonId } from '../../../../domain/id.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { ratingOf } from '../../../../domain/scale/scale.ts';

/** More at once are told as a number. */
const MOST = 3;

export function newsOf(before: RecordState, now: RecordState, me: PersonId): readonly string[] {
  const news: string[] = [];
  const nameOf = (id: PersonId): string => now.people.get(id)?.name ?? 'Somebody';
  if (before.claims !== now.claims) {
    for (const [id, claim] of now.claims) {
      const was = before.claims.get(id);
      if (was === claim) continue;
      if (!was && claim.createdBy !== me)
        news.push(`${nameOf(claim.createdBy)} marked claim ${claim.number}.`);
      else if (was && !was.withdrawn && claim.withdrawn && claim.withdrawn.by !== me)
        news.push(`${nameOf(claim.withdrawn.by)} withdrew claim ${claim.number}.`);
    }
  }
  if (before.rulings !== now.rulings) {
    for (const [id, ruling] of now.rulings) {
      const claim = now.claims.get(ruling.claim);
      if (before.rulings.has(id) || ruling.ruledBy === me || !claim) continue;
      if (latestRuling(now, claim.id)?.id !== id) continue;
      const rating = ratingOf(scaleOf(now.settings.scale), ruling.rating)?.label ?? ruling.rating;
      news.push(`${nameOf(ruling.ruledBy)} ruled claim ${claim.number}: ${rating}.`);
    }
  }
  const { locked } = now.settings.lock;
  if (before.settings.lock.locked !== locked && now.settings.lock.by !== me)
    news.push(locked ? 'The text was locked.' : 'The text was unlocked.');
  return news.length > MOST ? [`${news.length} changes by others.`] : news;
}
