import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayComment } from '../policy/document.ts';
import { command } from './command.ts';
import { because } from './comment-fields.ts';
import { turnThread } from './thread-turn.ts';

const args = z.strictObject({ threadId: recordId, reason: because });

/** Takes a resolved thread up again, and says why. */
export const threadReopen = command<z.infer<typeof args>>({
  name: 'thread.reopen',
  args,
  done: 'Thread reopened',
  may: (_state, _args, context) => mayComment(context.role),
  run: (state, given, context) => turnThread(state, { ...given, resolved: false }, context),
  inverse: (_before, { threadId }) => ({
    name: 'thread.resolve',
    args: { threadId, reason: 'Taken back.' },
  }),
});
