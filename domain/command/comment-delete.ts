import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeComment } from '../policy/document.ts';
import { isCut } from '../record/codec.ts';
import { isRefusal } from '../refusal.ts';
import { command } from './command.ts';
import { liveComment } from './targets.ts';

const args = z.strictObject({ commentId: recordId });

/** Takes the words of a comment away; its place stays, and the log knows what it said. */
export const commentDelete = command<z.infer<typeof args>>({
  name: 'comment.delete',
  args,
  done: 'Comment deleted',
  may(state, { commentId }, context) {
    const comment = liveComment(state, commentId);
    return isRefusal(comment) ? comment : mayChangeComment(comment, context);
  },
  run(state, { commentId }, { actor, now }) {
    const comment = liveComment(state, commentId);
    if (isRefusal(comment)) return comment;
    const value = { ...comment, comment: '', deleted: { at: now, by: actor } };
    return { puts: [{ root: 'comments', key: commentId, value }] };
  },
  /** None where the words stand here only in part: going back would lose the rest. */
  inverse(before, { commentId }) {
    const comment = before.comments.get(commentId);
    if (!comment || isCut(comment.comment)) return null;
    return { name: 'comment.restore', args: { commentId, comment: comment.comment } };
  },
});
