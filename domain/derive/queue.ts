/** The review queue of one claim: for each person, what waits for them there, since when and through whom. */
import type { PersonId } from '../id.ts';
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { RecordState } from '../record/state.ts';
import { reviewsOf } from './reviewing.ts';
import { type AnchorState, judgementsOn, stalenessOf } from './standing.ts';
import { type Task, taskKinds, waitingFor } from './waiting.ts';

/** A task and what made it one. Both are null where only the text itself knows. */
export type QueueTask = Task & {
  readonly since: number | null;
  readonly by: PersonId | null;
};

/** What is asked of one person at one claim, the most pressing first; never empty. */
export interface QueueItem {
  readonly person: PersonId;
  readonly tasks: readonly QueueTask[];
}

/**
 * What others wait for comes before what only goes on with the work: a verdict
 * that no longer stands holds everybody up, a claim that nobody was asked to
 * judge holds up nobody.
 */
const UNASKED = taskKinds.length;

/** The lower, the more pressing. */
export function rankOf(task: Task): number {
  return task.kind === 'judge' && !task.asked ? UNASKED : taskKinds.indexOf(task.kind);
}

/** Everybody for whom something waits at this claim. */
export function queueAt(
  state: RecordState,
  claim: Claim,
  anchor: AnchorState = 'exact',
): readonly QueueItem[] {
  const items: QueueItem[] = [];
  if (claim.withdrawn) return items;
  for (const person of state.people.keys()) {
    const tasks = waitingFor(state, claim, person, anchor)
      .map((task) => ({ ...task, ...causeOf(state, claim, person, task, anchor) }))
      .toSorted((a, b) => rankOf(a) - rankOf(b));
    if (tasks.length > 0) items.push({ person, tasks });
  }
  return items;
}

type Cause = Pick<QueueTask, 'since' | 'by'>;

function causeOf(
  state: RecordState,
  claim: Claim,
  person: PersonId,
  task: Task,
  anchor: AnchorState,
): Cause {
  switch (task.kind) {
    case 'settle-words':
      return { since: null, by: null };
    case 'answer':
      return causeOfAnswer(state, claim, person, anchor);
    case 'reconsider': {
      const review = state.reviews.get(task.review);
      return { since: review?.submittedAt ?? null, by: review?.author ?? null };
    }
    case 'judge':
      // Assigning is a change of the claim; whatever changed it later is what there is to judge now.
      return task.asked
        ? { since: claim.modifiedAt, by: claim.modifiedBy }
        : { since: claim.createdAt, by: claim.createdBy };
    case 'review': {
      const verdict = judgementsOn(state, claim).find(
        ({ author }) => author === task.verdictAuthor,
      );
      return { since: verdict?.submittedAt ?? null, by: task.verdictAuthor };
    }
    case 'rule':
      return lastWord(state, claim);
  }
}

function causeOfAnswer(
  state: RecordState,
  claim: Claim,
  person: PersonId,
  anchor: AnchorState,
): Cause {
  const { verdicts, evidence } = recordsOf(state, claim.id);
  const own = verdicts.find(({ author }) => author === person);
  const stale = own && stalenessOf(state, claim, own, anchor);
  if (!stale) return { since: null, by: null };
  if (stale.reason === 'claim-changed') return { since: stale.since, by: claim.modifiedBy };
  const moved = evidence.find(
    ({ removed, modifiedAt }) => (removed ? removed.at : modifiedAt) === stale.since,
  );
  return {
    since: stale.since,
    by: (moved?.removed ? moved.removed.by : moved?.modifiedBy) ?? null,
  };
}

/** The verdict or review after which nothing is missing any more. */
function lastWord(state: RecordState, claim: Claim): Cause {
  let last: Cause = { since: null, by: null };
  for (const verdict of judgementsOn(state, claim)) {
    for (const { submittedAt, author } of [verdict, ...reviewsOf(state, verdict)])
      if (submittedAt > (last.since ?? 0)) last = { since: submittedAt, by: author };
  }
  return last;
}
