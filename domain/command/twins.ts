/** Two claims over the same words that check the two different questions. */
import type { Claim } from '../record/claim.ts';
import type { RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { liveClaim } from './targets.ts';

/** The live claim that one which asks `question` can be linked with, or why not. */
export function freeTwin(
  state: RecordState,
  id: string,
  question: Claim['checks'],
): Claim | Refusal {
  const twin = liveClaim(state, id);
  if (isRefusal(twin)) return twin;
  if (twin.checks === question) {
    return refuse(
      'conflict',
      `#${twin.number} checks the same question. Twins check the two different ones.`,
    );
  }
  const other = twin.twin === null ? undefined : state.claims.get(twin.twin);
  if (other && !other.withdrawn) {
    return refuse('conflict', `#${twin.number} has a twin already: #${other.number}.`);
  }
  return twin;
}
