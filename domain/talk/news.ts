/**
 * Who hears of an accepted command, and what kind of news it is: read from the
 * records as they were and as they become, whatever the command is called.
 * Never the actor, and only people who may see the document at that moment.
 * Bears ids alone, neither words nor ratings.
 */
import { spreadOf } from '../derive/spread.ts';
import type { PersonId } from '../id.ts';
import type { Claim } from '../record/claim.ts';
import { recordsOf } from '../record/claim-records.ts';
import { claimOf, type Comment } from '../record/comment.ts';
import type { Evidence } from '../record/evidence.ts';
import type { Put, RecordState } from '../record/state.ts';
import type { Verdict } from '../record/verdict.ts';
import { scaleOf } from '../scale/list.ts';
import type { NotificationKind } from './notification.ts';
import { isResolved } from './thread.ts';
import { mentionsIn } from './words.ts';

export interface News {
  readonly to: PersonId;
  readonly kind: NotificationKind;
  /** The claim's id and number, where it is about one. */
  readonly claim: { readonly id: string; readonly number: number } | null;
  readonly thread: string | null;
}

type Told = Omit<News, 'to' | 'claim'> & { readonly claim: string | null };

/** `before` is the state in which the command was carried out; `puts` what it did. */
export function newsOf(before: RecordState, puts: readonly Put[], actor: PersonId): News[] {
  const news: News[] = [];
  const told = new Set<string>();
  const tell = (people: Iterable<PersonId | undefined>, { claim: id, ...what }: Told): void => {
    const claim = id === null ? undefined : claimNow(before, puts, id);
    for (const to of people) {
      if (to === undefined || to === actor || !before.people.get(to)?.role) continue;
      const key = `${to} ${what.kind} ${id} ${what.thread}`;
      if (told.has(key)) continue;
      told.add(key);
      news.push({ to, ...what, claim: claim ? { id: claim.id, number: claim.number } : null });
    }
  };
  for (const put of puts) {
    if (put.root === 'comments') ofComment(before, put.value, tell);
    else if (put.root === 'claims') ofClaim(before, put.value, tell);
    else if (put.root === 'evidence') ofEvidence(before, put.value, tell);
    else if (put.root === 'verdicts') ofVerdict(before, put.value, tell);
    else if (put.root === 'reviews' && !before.reviews.has(put.key)) {
      const { claim, verdictAuthor, outcome } = put.value;
      const kind = outcome === 'disagree' ? 'disagreement' : 'review';
      tell([verdictAuthor], { kind, claim, thread: null });
    } else if (put.root === 'rulings' && !before.rulings.has(put.key)) {
      const { claim } = put.value;
      const judged = recordsOf(before, claim).verdicts.map(({ author }) => author);
      tell(judged, { kind: 'ruling', claim, thread: null });
    }
  }
  return news;
}

type Tell = (people: Iterable<PersonId | undefined>, what: Told) => void;

function claimNow(before: RecordState, puts: readonly Put[], id: string): Claim | undefined {
  for (const put of puts) if (put.root === 'claims' && put.key === id) return put.value;
  return before.claims.get(id);
}

function ofComment(before: RecordState, comment: Comment, tell: Tell): void {
  const earlier = before.comments.get(comment.id);
  const claim = claimOf(before, comment);
  const { thread } = comment;
  const known = new Set(mentionsIn(earlier?.comment ?? ''));
  const mentioned = mentionsIn(comment.comment).filter((person) => !known.has(person));
  tell(mentioned, { kind: 'mention', claim, thread });
  if (earlier) {
    if (isResolved(earlier) === isResolved(comment)) return;
    const kind = isResolved(comment) ? 'resolved' : 'reopened';
    return tell(partOf(before, thread), { kind, claim, thread });
  }
  // Whoever is told of it by name is not told again.
  const named = new Set(mentioned);
  const part = new Set(comment.id === thread ? [] : partOf(before, thread));
  tell(without(part, named), { kind: 'reply', claim, thread });
  const owner = subjectOf(before, comment);
  if (owner !== undefined && !part.has(owner))
    tell(without([owner], named), { kind: 'comment', claim, thread });
}

/** Whoever has said something in a thread that still stands, or began it. */
function partOf({ comments }: RecordState, thread: string): PersonId[] {
  return [...comments.values()]
    .filter((each) => each.thread === thread && (!each.deleted || each.id === thread))
    .map(({ createdBy }) => createdBy);
}

/** Whose work a comment is about. */
function subjectOf(before: RecordState, { about }: Comment): PersonId | undefined {
  switch (about.kind) {
    case 'claim':
      return before.claims.get(about.claim)?.createdBy;
    case 'evidence':
      return before.evidence.get(about.evidence)?.createdBy;
    case 'verdict':
      return about.author;
    case 'text':
      return undefined;
  }
}

function ofClaim(before: RecordState, claim: Claim, tell: Tell): void {
  const earlier = before.claims.get(claim.id);
  const about = { claim: claim.id, thread: null };
  const held = new Set(earlier?.assignees);
  tell(without(claim.assignees, held), { kind: 'assigned', ...about });
  if (!earlier) return;
  const mine = [earlier.createdBy, ...earlier.assignees];
  if (claim.withdrawn && !earlier.withdrawn) {
    return tell(mine, { kind: 'claim-withdrawn', ...about });
  }
  if (claim.version === earlier.version) return;
  const judged = recordsOf(before, claim.id)
    .verdicts.filter((verdict) => verdict.claimVersion === earlier.version)
    .map(({ author }) => author);
  tell(judged, { kind: 'stale', ...about });
  tell(without(mine, new Set(judged)), { kind: 'claim-changed', ...about });
}

function ofEvidence(before: RecordState, evidence: Evidence, tell: Tell): void {
  const earlier = before.evidence.get(evidence.id);
  if (!earlier) return;
  const changed = evidence.version !== earlier.version;
  const taken = evidence.removed !== null && earlier.removed === null;
  if (!changed && !taken) return;
  const resting = recordsOf(before, evidence.claim).verdicts.filter(
    (verdict) =>
      verdict.kind === 'verdict' &&
      verdict.evidence.some(({ id, version }) => id === earlier.id && version === earlier.version),
  );
  tell(
    resting.map(({ author }) => author),
    { kind: 'stale', claim: evidence.claim, thread: null },
  );
}

/** Two verdicts that all may see lie apart: both sides should know. */
function ofVerdict(before: RecordState, verdict: Verdict, tell: Tell): void {
  if (verdict.kind !== 'verdict') return;
  const scale = scaleOf(before.settings.scale);
  const apart = recordsOf(before, verdict.claim).verdicts.filter(
    (other) =>
      other.kind === 'verdict' &&
      other.author !== verdict.author &&
      other.claimVersion === verdict.claimVersion &&
      spreadOf(scale, [other.rating, verdict.rating]) === 'apart',
  );
  tell(
    apart.map(({ author }) => author),
    { kind: 'disagreement', claim: verdict.claim, thread: null },
  );
}

function without(people: Iterable<PersonId>, others: ReadonlySet<PersonId>): PersonId[] {
  return [...people].filter((person) => !others.has(person));
}
