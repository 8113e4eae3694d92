import * as z from 'zod/mini';
import { type PersonId, personId, recordId } from '../id.ts';
import { limits } from '../limits.ts';
import { mayComment } from '../policy/document.ts';
import { verdictOf } from '../record/claim-records.ts';
import type { About, Comment } from '../record/comment.ts';
import type { RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { command } from './command.ts';
import { newMentions, spoken } from './comment-fields.ts';
import { place } from './place.ts';
import { liveClaim, liveEvidence, liveThread } from './targets.ts';

const on = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('claim'), claim: recordId }),
  z.strictObject({ kind: z.literal('evidence'), evidence: recordId }),
  z.strictObject({ kind: z.literal('verdict'), claim: recordId, author: personId }),
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('thread'), thread: recordId }),
]);
export type CommentOn = z.infer<typeof on>;

const args = z.strictObject({
  commentId: recordId,
  on,
  /** The words of a comment on the text, and of no other. */
  place: z.optional(place),
  comment: spoken,
});

const MINUTE = 60_000;

/** Says something: the beginning of a thread, or a reply in one. */
export const commentAdd = command<z.infer<typeof args>>({
  name: 'comment.add',
  args,
  done: 'Comment added',
  may: (_state, _args, context) => mayComment(context.role),
  run(state, { commentId, on: target, comment: words }, { actor, now, located }) {
    // Anchors go by ids: a comment that had a claim's would move it.
    if (state.comments.has(commentId) || state.claims.has(commentId))
      return refuse('id-taken', 'This comment id was used before.');
    const about = aboutOf(state, target);
    if (isRefusal(about)) return about;
    const put = target.kind === 'text';
    if (put !== (located !== null))
      return refuse('words-not-found', 'Only a comment on the text names words of it.');
    const refused = newMentions(state, words, '') ?? tooMuch(state, target, actor, now);
    if (refused) return refused;
    const value: Comment = {
      id: commentId,
      thread: target.kind === 'thread' ? target.thread : commentId,
      about,
      anchor: located && { quote: located.quote, position: located.position },
      comment: words,
      revision: 1,
      deleted: null,
      turns: [],
      createdAt: now,
      createdBy: actor,
      modifiedAt: now,
      modifiedBy: actor,
    };
    return {
      puts: [{ root: 'comments', key: commentId, value }],
      ...(located ? { anchor: commentId } : {}),
    };
  },
  inverse: (_before, { commentId }) => ({ name: 'comment.delete', args: { commentId } }),
});

function aboutOf(state: RecordState, target: CommentOn): About | Refusal {
  switch (target.kind) {
    case 'text':
      return { kind: 'text' };
    case 'claim': {
      const claim = liveClaim(state, target.claim);
      return isRefusal(claim) ? claim : { kind: 'claim', claim: claim.id };
    }
    case 'evidence': {
      const evidence = liveEvidence(state, target.evidence);
      if (isRefusal(evidence)) return evidence;
      return { kind: 'evidence', claim: evidence.claim, evidence: evidence.id };
    }
    case 'verdict': {
      const claim = liveClaim(state, target.claim);
      if (isRefusal(claim)) return claim;
      const { author } = target;
      const verdict = verdictOf(state, claim.id, author);
      if (!verdict || verdict.kind === 'sealed')
        return refuse('no-such-verdict', 'There is no verdict to speak of.');
      return { kind: 'verdict', claim: claim.id, author, revision: verdict.revision };
    }
    case 'thread': {
      const first = liveThread(state, target.thread);
      return isRefusal(first) ? first : first.about;
    }
  }
}

/** Against accidents and scripts; nobody who talks reaches any of it. */
function tooMuch(
  { comments }: RecordState,
  target: CommentOn,
  actor: PersonId,
  now: number,
): Refusal | null {
  let threads = 0;
  let here = 0;
  let lately = 0;
  for (const each of comments.values()) {
    if (each.thread === each.id) threads += 1;
    if (target.kind === 'thread' && each.thread === target.thread) here += 1;
    if (each.createdBy === actor && each.createdAt > now - MINUTE) lately += 1;
  }
  if (lately >= limits.commentsPerMinute)
    return refuse('rate-limited', 'Many comments in one minute. Wait a little, then go on.');
  if (target.kind !== 'thread' && threads >= limits.threads)
    return refuse('too-large', `A document holds at most ${limits.threads} threads.`);
  if (here >= limits.commentsPerThread)
    return refuse('too-large', 'This thread is full. Begin another one.');
  return null;
}
