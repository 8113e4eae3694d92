/**
 * Who may do what in a document, as sentences over plain data. The server
 * enforces these very functions and the screen greys out by them, with the
 * reason as the explanation. Null means yes.
 */
import type { PersonId } from '../id.ts';
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import type { Comment } from '../record/comment.ts';
import type { Evidence } from '../record/evidence.ts';
import type { Settings } from '../record/settings.ts';
import type { RecordState } from '../record/state.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { atLeast, type Role } from '../role.ts';

/** Who asks: a person and the role that holds for them now. */
export interface Who {
  readonly actor: PersonId;
  readonly role: Role;
}

function needs(role: Role, needed: Role, reason: string): Refusal | null {
  return atLeast(role, needed) ? null : refuse('not-allowed', reason);
}

/** Marks claims, brings sources and evidence, judges, passes, comments. */
export function mayJudge(role: Role): Refusal | null {
  return needs(role, 'analyst', 'You can read this document. Ask a lead to make you an analyst.');
}

/** Everybody's change of the text is refused while it is locked, a lead's too. */
export function mayEditText(role: Role, settings: Pick<Settings, 'lock'>): Refusal | null {
  if (!atLeast(role, 'editor')) {
    return refuse(
      'may-not-edit',
      role === 'viewer'
        ? 'You can read this document. Ask a lead to make you an editor.'
        : 'You can check claims here, but not change the text. Ask a lead to make you an editor.',
    );
  }
  if (!settings.lock.locked) return null;
  return refuse(
    'text-locked',
    role === 'lead'
      ? 'The text is locked. Unlock it to change it.'
      : 'The text is locked. Ask a lead to unlock it.',
  );
}

/** Restates, moves, withdraws and restores a claim: any analyst until its first verdict (a pass is none). */
export function mayRestate(state: RecordState, claim: Claim, who: Who): Refusal | null {
  const reader = mayJudge(who.role);
  if (reader) return reader;
  if (who.role === 'lead' || claim.createdBy === who.actor || claim.assignees.includes(who.actor)) {
    return null;
  }
  const judged = recordsOf(state, claim.id).verdicts.some((verdict) => verdict.kind !== 'pass');
  if (!judged) return null;
  return refuse(
    'not-allowed',
    `#${claim.number} has a verdict already. Only who marked it, who it is assigned to, or a lead can change what it says.`,
  );
}

/** Sources are everybody's who judges. */
export function mayChangeSources(role: Role): Refusal | null {
  return mayJudge(role);
}

/** A piece of evidence is its author's and the leads'. */
export function mayChangeEvidence(evidence: Evidence, who: Who): Refusal | null {
  const reader = mayJudge(who.role);
  if (reader) return reader;
  if (who.role === 'lead' || evidence.createdBy === who.actor) return null;
  return refuse(
    'not-allowed',
    'Only who added this evidence, or a lead, can change it. You can add evidence of your own.',
  );
}

/** Says something, and resolves and reopens what was said. */
export function mayComment(role: Role): Refusal | null {
  return mayJudge(role);
}

/** A comment is its author's and the leads'. */
export function mayChangeComment(comment: Comment, who: Who): Refusal | null {
  const reader = mayComment(who.role);
  if (reader) return reader;
  if (who.role === 'lead' || comment.createdBy === who.actor) return null;
  return refuse(
    'not-allowed',
    'Only who wrote this comment, or a lead, can change it. You can reply to it.',
  );
}

/** What a lead deleted, its author does not bring back. */
export function mayRestoreComment(comment: Comment, who: Who): Refusal | null {
  const refused = mayChangeComment(comment, who);
  if (refused || who.role === 'lead' || comment.deleted?.by === who.actor) return refused;
  return refuse('not-allowed', 'A lead deleted this comment. Ask a lead to restore it.');
}

/** Any analyst but the verdict's author. */
export function mayReview(verdictAuthor: PersonId, who: Who): Refusal | null {
  const reader = mayJudge(who.role);
  if (reader) return reader;
  if (verdictAuthor !== who.actor) return null;
  return refuse('own-verdict', 'You cannot review your own verdict.');
}

export function mayRule(role: Role): Refusal | null {
  return needs(role, 'lead', 'Only a lead can rule on a claim.');
}

export function mayLock(role: Role): Refusal | null {
  return needs(role, 'lead', 'Only a lead can lock or unlock the text.');
}

export function mayAssign(role: Role): Refusal | null {
  return needs(role, 'lead', 'Only a lead can assign claims.');
}

export function mayChangeSettings(role: Role): Refusal | null {
  return needs(role, 'lead', 'Only a lead can change the settings of this document.');
}

/** Replays the whole log: it tells nothing that members may not see, but takes the server seconds. */
export function mayVerify(role: Role): Refusal | null {
  return needs(role, 'lead', 'Only a lead can verify the record.');
}

export function mayManageMembers(role: Role): Refusal | null {
  return needs(role, 'lead', 'Only a lead can invite people or change their roles.');
}
