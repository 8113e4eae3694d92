import * as z from 'zod/mini';
import { mayLock } from '../policy/document.ts';
import { refuse } from '../refusal.ts';
import { command } from './command.ts';

const args = z.strictObject({});

/** Lets editors and leads change the text. */
export const textUnlock = command<z.infer<typeof args>>({
  name: 'text.unlock',
  args,
  done: 'Text unlocked',
  may: (_state, _args, context) => mayLock(context.role),
  run(state, _args, { actor, now }) {
    if (!state.settings.lock.locked) return refuse('nothing-to-change', 'The text is not locked.');
    return {
      puts: [{ root: 'settings', key: 'lock', value: { locked: false, at: now, by: actor } }],
    };
  },
  inverse: () => ({ name: 'text.lock', args: {} }),
});
