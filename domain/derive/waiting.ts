/** What waits for one person at one claim: the review queue, "for me", and what the keyboard offers next. */
import type { PersonId } from '../id.ts';
import { mayRestate } from '../policy/document.ts';
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { RecordState } from '../record/state.ts';
import { reviewsOf, unreviewed } from './reviewing.ts';
import { stageOf } from './stage.ts';
import {
  type AnchorState,
  askedFor,
  canJudge,
  judgementsOn,
  revealedOn,
  type StaleReason,
  stalenessOf,
} from './standing.ts';

export type Task =
  /** The words under the claim changed: take them over or keep the quote. */
  | { readonly kind: 'settle-words' }
  /** One's own verdict is stale: still stands, or revise. */
  | { readonly kind: 'answer'; readonly reason: StaleReason }
  /** Somebody disagrees with one's own verdict, or asks for changes. */
  | { readonly kind: 'reconsider'; readonly review: string }
  /** `asked`: by name. */
  | { readonly kind: 'judge'; readonly asked: boolean }
  | { readonly kind: 'review'; readonly verdictAuthor: PersonId; readonly verdictRevision: number }
  | { readonly kind: 'rule' };
export type TaskKind = Task['kind'];
export const taskKinds = [
  'settle-words',
  'answer',
  'reconsider',
  'judge',
  'review',
  'rule',
] as const satisfies readonly TaskKind[];

/** The most pressing first; empty where there is nothing to do, or nothing that this person may. */
export function waitingFor(
  state: RecordState,
  claim: Claim,
  person: PersonId,
  anchor: AnchorState = 'exact',
): readonly Task[] {
  const role = state.people.get(person)?.role;
  if (!role || claim.withdrawn || !canJudge(state, person)) return [];
  const tasks: Task[] = [];
  const stage = stageOf(state, claim, anchor);
  if (anchor === 'changed' && !mayRestate(state, claim, { actor: person, role })) {
    tasks.push({ kind: 'settle-words' });
  }
  if (stage === 'settled') return tasks;

  const own = recordsOf(state, claim.id).verdicts.find((verdict) => verdict.author === person);
  const stale = own && stalenessOf(state, claim, own, anchor);
  if (stale && stale.reason !== 'words-changed') {
    tasks.push({ kind: 'answer', reason: stale.reason });
  }
  if (own?.kind === 'verdict' && !stale) {
    for (const review of reviewsOf(state, own)) {
      if (review.outcome !== 'agree') tasks.push({ kind: 'reconsider', review: review.id });
    }
  }
  const judged = stale || (own?.claim === claim.id && own.claimVersion === claim.version);
  const asked = askedFor(state, claim);
  if (!judged && (asked.includes(person) || (asked.length === 0 && !revealedOn(state, claim)))) {
    tasks.push({ kind: 'judge', asked: asked.includes(person) });
  }
  for (const verdict of unreviewed(state, claim)) {
    const reviewed = reviewsOf(state, verdict).some((review) => review.author === person);
    if (verdict.author === person || reviewed || stalenessOf(state, claim, verdict, anchor))
      continue;
    tasks.push({
      kind: 'review',
      verdictAuthor: verdict.author,
      verdictRevision: verdict.revision,
    });
  }
  if (role === 'lead' && readyToRule(state, claim, anchor)) tasks.push({ kind: 'rule' });
  return tasks;
}

/** Disputed claims need a lead at once, the others when their reviews are in. */
function readyToRule(state: RecordState, claim: Claim, anchor: AnchorState): boolean {
  const stage = stageOf(state, claim, anchor);
  if (stage === 'disputed') return true;
  return (
    stage === 'revealed' &&
    judgementsOn(state, claim).length > 0 &&
    unreviewed(state, claim).length === 0
  );
}
