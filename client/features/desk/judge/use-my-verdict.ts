/** My verdict on a claim: the draft, what it stands beside, and giving it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { newEvidenceSince, stalenessOf } from '../../../../domain/derive/standing.ts';
import { isCut } from '../../../../domain/record/codec.ts';
import { bearsLikelihood, type Claim } from '../../../../domain/record/claim.ts';
import { recordsOf, verdictOf } from '../../../../domain/record/claim-records.ts';
import type { Suggestion } from '../../../../domain/record/review.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { nextWaiting } from './next-waiting.ts';
import { rationaleOf, wholeQuery } from './revisions.ts';
import { restingOn, useDraft } from './use-draft.ts';

export function useMyVerdict(claim: Claim) {
  const desk = useDesk();
  const { id, live, anchors, give, say, open, queue } = desk;
  const record = useRecord();
  const me = live.store.me.id;
  const own = verdictOf(record, claim.id, me);
  const given = own?.kind === 'verdict' ? own : undefined;
  const cut = given !== undefined && isCut(given.rationale);
  const whole = useQuery({
    ...wholeQuery(id, given ? rationaleOf(given) : nothingLong),
    enabled: cut,
  });
  const { value, isBegun, isKept, change, drop } = useDraft(
    `${me} ${id} ${claim.id} verdict`,
    claim,
    own,
    whole.data ?? null,
  );
  const evidence = recordsOf(record, claim.id).evidence.filter((piece) => !piece.removed);
  const resting = restingOn(value, evidence);
  const stale = given && stalenessOf(record, claim, given, anchors.get(claim.id));
  // What waited for the server has arrived: the copy kept for the case of a refusal can go.
  const arrived = isKept && !isBegun && !live.store.hasPending;
  useEffect(() => {
    if (arrived) drop();
  }, [arrived, drop]);
  /** Somebody changed the claim after I began to write. */
  const movedOn = isBegun && value.claimVersion !== claim.version;

  /** Why it cannot be given now, in words; null where it can. */
  function obstacle(): string | null {
    if (value.rating === null) return 'Pick a rating first: 1 to 9.';
    if (movedOn) return `#${claim.number} was changed while you were writing. Read it again first.`;
    if (cut && typeof whole.data !== 'string') return 'Your rationale is not read whole yet.';
    if (given && !isBegun && !stale) return 'Given. Change something to revise it.';
    return null;
  }

  function goOn(next = nextWaiting(desk, record, claim.id)): void {
    if (queue.isWalking) return queue.go(1);
    if (next) open(next.id, 'key');
    else say('Nothing more of this list waits for you.');
  }

  async function submit(): Promise<void> {
    const inTheWay = obstacle();
    if (value.rating === null || inTheWay !== null) return say(inTheWay ?? '');
    const { rating, confidence, basis, rationale } = value;
    const args = {
      claimId: claim.id,
      claimVersion: claim.version,
      rating,
      confidence,
      basis,
      rationale,
      likelihood: bearsLikelihood(claim.type) ? value.likelihood : null,
      evidence: resting,
    };
    const refused = live.store.check('verdict.give', args);
    if (refused) return say(refused.reason);
    // So that the draft is no other than what is given now.
    change({ evidence: resting, likelihood: args.likelihood });
    // A list of what waits for me no longer holds it once it is given.
    const next = nextWaiting(desk, record, claim.id);
    const answer = give('verdict.give', args);
    goOn(next);
    const done = await answer;
    // While the server is away, or where it refused, the draft stays: nothing of it is lost.
    if (done !== null && !isRefusal(done)) drop();
  }

  /** What a reviewer suggests becomes part of my draft, with their name; it is given by nobody but me. */
  function takeOver({ rating, rationale }: Suggestion, by: string): void {
    const words = rationale === '' ? '' : `${rationale} (after a suggestion by ${by})`;
    change({
      ...(rating !== null && { rating }),
      ...(words !== '' && { rationale: [value.rationale, words].filter(Boolean).join('\n\n') }),
    });
  }

  return {
    own,
    given,
    draft: value,
    isDraft: isBegun,
    set: change,
    discard: drop,
    submit,
    goOn,
    takeOver,
    obstacle: obstacle(),
    movedOn,
    stale: stale ?? null,
    fresh: own ? newEvidenceSince(record, own) : 0,
    evidence,
    resting,
    /** Of the rationale that the record holds cut. */
    reading: cut && typeof whole.data !== 'string' ? (whole.isFetching ? 'busy' : 'failed') : null,
    readAgain: () => void whole.refetch(),
  } as const;
}

export type MyVerdictState = ReturnType<typeof useMyVerdict>;

const nothingLong = {
  root: 'verdicts',
  key: '',
  version: 0,
  words: '',
  read: () => null,
} as const;
