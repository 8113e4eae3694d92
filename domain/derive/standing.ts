/**
 * Where the verdicts of a claim stand: who is asked, what was submitted on the
 * version as it is now, what has become stale. Everything is read from the
 * records; nothing here is ever stored.
 */
import type { AnchorState } from '../anchor/anchor-state.ts';
import type { PersonId } from '../id.ts';
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { Policy } from '../record/policy.ts';
import type { RecordState } from '../record/state.ts';
import type { Judgement, Verdict } from '../record/verdict.ts';
import { atLeast } from '../role.ts';

export type { AnchorState };

/** The claim's own review policy, or the document's. */
export function policyOf(state: RecordState, claim: Claim): Policy {
  return claim.policy ?? state.settings.policy;
}

/** Whether somebody can (still) give verdicts here. */
export function canJudge(state: RecordState, person: PersonId): boolean {
  const role = state.people.get(person)?.role;
  return role !== undefined && role !== null && atLeast(role, 'analyst');
}

/** Who was asked for a verdict by name; those who left or lost the role are no longer. */
export function askedFor(state: RecordState, claim: Claim): readonly PersonId[] {
  return claim.assignees.filter((person) => canJudge(state, person));
}

/** Verdicts and passes on the version as it is now; those that came with a merged claim are on another. */
export function submittedOn(state: RecordState, claim: Claim): readonly Verdict[] {
  return recordsOf(state, claim.id).verdicts.filter(
    (verdict) => verdict.claim === claim.id && verdict.claimVersion === claim.version,
  );
}

/** What can be read and ruled on: verdicts on this version that are neither sealed nor passes. */
export function judgementsOn(state: RecordState, claim: Claim): readonly Judgement[] {
  return submittedOn(state, claim).filter((verdict) => verdict.kind === 'verdict');
}

/**
 * Whether all who were asked have submitted or passed on this version, or, where
 * nobody was asked, as many as the policy wants. Passes alone reveal nothing.
 * A sealed claim is revealed once its first verdict can be read.
 */
export function revealedOn(state: RecordState, claim: Claim): boolean {
  const submitted = submittedOn(state, claim);
  const policy = policyOf(state, claim);
  if (policy.sealed) return submitted.some((verdict) => verdict.kind === 'verdict');
  if (submitted.every((verdict) => verdict.kind === 'pass')) return false;
  const asked = askedFor(state, claim);
  if (asked.length === 0) return submitted.length >= policy.verdicts;
  return asked.every((person) => submitted.some((verdict) => verdict.author === person));
}

export const staleReasons = [
  'claim-merged',
  'claim-changed',
  'evidence-changed',
  'evidence-removed',
  'words-changed',
] as const;
export type StaleReason = (typeof staleReasons)[number];

export interface Staleness {
  readonly reason: StaleReason;
  /** When it became so; null where only the text itself knows. */
  readonly since: number | null;
}

/**
 * Why a verdict no longer stands as it was given; null where it does. Its author
 * answers ("still stands", or a revision), except where only the words in the
 * text changed: whoever may restate the claim settles those. Passes never do.
 */
export function stalenessOf(
  state: RecordState,
  claim: Claim,
  verdict: Verdict,
  anchor: AnchorState = 'exact',
): Staleness | null {
  if (verdict.kind === 'pass') return null;
  if (verdict.claim !== claim.id) {
    return {
      reason: 'claim-merged',
      since: state.claims.get(verdict.claim)?.withdrawn?.at ?? null,
    };
  }
  if (verdict.claimVersion !== claim.version)
    return { reason: 'claim-changed', since: claim.modifiedAt };
  const resting = verdict.kind === 'verdict' ? evidenceMoved(state, verdict) : null;
  if (resting) return resting;
  return anchor === 'changed' ? { reason: 'words-changed', since: null } : null;
}

/** The latest change of what it rests on, so that one before a ruling does not hide one after it. */
function evidenceMoved(state: RecordState, verdict: Judgement): Staleness | null {
  let latest: { reason: StaleReason; since: number } | null = null;
  for (const { id, version } of verdict.evidence) {
    const evidence = state.evidence.get(id);
    if (!evidence) continue;
    // Where its own claim was merged into another, it went along; where that was undone, it went back.
    const gone = evidence.claim !== verdict.claim && !evidence.cameFrom.includes(verdict.claim);
    if (!evidence.removed && !gone && evidence.version === version) continue;
    const moved =
      evidence.removed || gone
        ? {
            reason: 'evidence-removed' as const,
            since: evidence.removed?.at ?? evidence.modifiedAt,
          }
        : { reason: 'evidence-changed' as const, since: evidence.modifiedAt };
    if (!latest || moved.since > latest.since) latest = moved;
  }
  return latest;
}

/** The verdicts whose authors are still here to answer and have to: nothing is revealed by itself meanwhile. */
export function staleVerdicts(
  state: RecordState,
  claim: Claim,
  anchor: AnchorState = 'exact',
): readonly Verdict[] {
  return recordsOf(state, claim.id).verdicts.filter(
    (verdict) =>
      canJudge(state, verdict.author) && stalenessOf(state, claim, verdict, anchor) !== null,
  );
}

/** How many live pieces of evidence came after this verdict: pointed out, but no reason to be stale. */
export function newEvidenceSince(state: RecordState, verdict: Verdict): number {
  return recordsOf(state, verdict.claim).evidence.filter(
    (evidence) =>
      !evidence.removed &&
      evidence.createdAt > verdict.submittedAt &&
      evidence.createdBy !== verdict.author,
  ).length;
}
