/** What a command is about: the record, or the refusal that says why it cannot be acted on. */
import type { Claim } from '../record/claim.ts';
import { claimOf, type Comment } from '../record/comment.ts';
import { wentInto } from '../record/merged-claims.ts';
import type { Evidence } from '../record/evidence.ts';
import type { ArchivedCopy, Source } from '../record/source.ts';
import type { RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';

/** Withdrawn ones too. */
export function claimIn(state: RecordState, id: string): Claim | Refusal {
  return (
    state.claims.get(id) ?? refuse('no-such-claim', 'There is no such claim in this document.')
  );
}

/** A withdrawn claim refuses everything but being restored. */
export function liveClaim(state: RecordState, id: string): Claim | Refusal {
  const claim = claimIn(state, id);
  if (isRefusal(claim) || !claim.withdrawn) return claim;
  const into = claim.mergedInto === null ? undefined : state.claims.get(claim.mergedInto);
  return refuse(
    'claim-withdrawn',
    into
      ? `#${claim.number} was merged into #${into.number}. Go on there, or restore it first.`
      : `#${claim.number} was withdrawn. Restore it first.`,
  );
}

/** Whoever writes about a claim names the version they saw; another one refuses. */
export function movedOn(claim: Claim, version: number): Refusal | null {
  if (claim.version === version) return null;
  return refuse(
    'claim-moved-on',
    `#${claim.number} was changed while you worked on it. Read it again, then decide whether your words still fit.`,
  );
}

/** Removed ones too. */
export function sourceIn(state: RecordState, id: string): Source | Refusal {
  return (
    state.sources.get(id) ?? refuse('no-such-source', 'There is no such source in this document.')
  );
}

export function liveSource(state: RecordState, id: string): Source | Refusal {
  const source = sourceIn(state, id);
  if (isRefusal(source) || !source.removed) return source;
  return refuse('no-such-source', 'This source was removed. Restore it first.');
}

/** A copy of a live source, removed ones too. */
export function copyIn(
  state: RecordState,
  sourceId: string,
  copyId: string,
): { readonly source: Source; readonly copy: ArchivedCopy } | Refusal {
  const source = liveSource(state, sourceId);
  if (isRefusal(source)) return source;
  const copy = source.archived.find((each) => each.id === copyId);
  return copy ? { source, copy } : refuse('no-such-source', 'This source has no such copy.');
}

/** Removed ones too, but not those of a withdrawn claim. */
export function evidenceIn(state: RecordState, id: string): Evidence | Refusal {
  const evidence = state.evidence.get(id);
  if (!evidence) return refuse('no-such-evidence', 'There is no such evidence in this document.');
  const claim = liveClaim(state, evidence.claim);
  return isRefusal(claim) ? claim : evidence;
}

export function liveEvidence(state: RecordState, id: string): Evidence | Refusal {
  const evidence = evidenceIn(state, id);
  if (isRefusal(evidence) || !evidence.removed) return evidence;
  return refuse('no-such-evidence', 'This evidence was removed. Restore it first.');
}

/** Deleted ones too, but not those about a withdrawn claim; about one that was merged the talk goes on. */
export function commentIn(state: RecordState, id: string): Comment | Refusal {
  const comment = state.comments.get(id);
  if (!comment) return refuse('no-such-comment', 'There is no such comment in this document.');
  const about = claimOf(state, comment);
  const claim = about === null ? null : liveClaim(state, wentInto(state.claims, about));
  return isRefusal(claim) ? claim : comment;
}

export function liveComment(state: RecordState, id: string): Comment | Refusal {
  const comment = commentIn(state, id);
  if (isRefusal(comment) || !comment.deleted) return comment;
  return refuse('no-such-comment', 'This comment was deleted.');
}

/** The first comment of a thread, itself deleted or not. */
export function liveThread(state: RecordState, id: string): Comment | Refusal {
  const first = commentIn(state, id);
  if (isRefusal(first) || first.thread === first.id) return first;
  return refuse('no-such-comment', 'There is no such thread in this document.');
}
