import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayComment } from '../policy/document.ts';
import { command } from './command.ts';
import { because } from './comment-fields.ts';
import { turnThread } from './thread-turn.ts';

const args = z.strictObject({ threadId: recordId, reason: because });

/** Says that a thread is dealt with, and why. */
export const threadResolve = command<z.infer<typeof args>>({
  name: 'thread.resolve',
  args,
  done: 'Thread resolved',
  may: (_state, _args, context) => mayComment(context.role),
  run: (state, given, context) => turnThread(state, { ...given, resolved: true }, context),
  inverse: (_before, { threadId }) => ({
    name: 'thread.reopen',
    args: { threadId, reason: 'Taken back.' },
  }),
});
