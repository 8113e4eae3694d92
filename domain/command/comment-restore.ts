import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayRestoreComment } from '../policy/document.ts';
import type { Comment } from '../record/comment.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { newMentions, spoken } from './comment-fields.ts';
import { commentIn } from './targets.ts';

const args = z.strictObject({ commentId: recordId, comment: spoken });

/** Gives a deleted comment words again, by whoever may change what it says: the record has forgotten the old ones. */
export const commentRestore = command<z.infer<typeof args>>({
  name: 'comment.restore',
  args,
  done: 'Comment restored',
  may(state, { commentId }, context) {
    const comment = commentIn(state, commentId);
    return isRefusal(comment) ? comment : mayRestoreComment(comment, context);
  },
  run(state, { commentId, comment: words }, { actor, now }) {
    const comment = commentIn(state, commentId);
    if (isRefusal(comment)) return comment;
    if (!comment.deleted) return refuse('nothing-to-change', 'This comment is not deleted.');
    const refused = newMentions(state, words, '');
    if (refused) return refused;
    const value: Comment = {
      ...comment,
      comment: words,
      deleted: null,
      revision: comment.revision + 1,
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'comments', key: commentId, value }] };
  },
  inverse: (_before, { commentId }) => ({ name: 'comment.delete', args: { commentId } }),
});
