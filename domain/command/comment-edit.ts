import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayChangeComment } from '../policy/document.ts';
import { isCut } from '../record/codec.ts';
import { type Comment, comment as commentRecord } from '../record/comment.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { newMentions, spoken } from './comment-fields.ts';
import { liveComment } from './targets.ts';

const args = z.strictObject({
  commentId: recordId,
  revision: commentRecord.shape.revision,
  comment: spoken,
});

/** Changes what a comment says; that it was changed, and by whom, shows. */
export const commentEdit = command<z.infer<typeof args>>({
  name: 'comment.edit',
  args,
  done: 'Comment changed',
  may(state, { commentId }, context) {
    const comment = liveComment(state, commentId);
    return isRefusal(comment) ? comment : mayChangeComment(comment, context);
  },
  run(state, { commentId, revision, comment: words }, { actor, now }) {
    const comment = liveComment(state, commentId);
    if (isRefusal(comment)) return comment;
    if (comment.revision !== revision) {
      return refuse(
        'conflict',
        'This comment was changed while you were writing. Compare with your words and decide.',
      );
    }
    if (comment.comment === words)
      return refuse('nothing-to-change', 'The comment says so already.');
    const refused = newMentions(state, words, comment.comment);
    if (refused) return refused;
    const value: Comment = {
      ...comment,
      comment: words,
      revision: revision + 1,
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'comments', key: commentId, value }] };
  },
  /** None where the old words stand here only in part: going back would lose the rest. */
  inverse(before, { commentId, revision }) {
    const comment = before.comments.get(commentId);
    if (!comment || isCut(comment.comment)) return null;
    return {
      name: 'comment.edit',
      args: { commentId, revision: revision + 1, comment: comment.comment },
    };
  },
});
