import * as z from 'zod/mini';
import { mayLock } from '../policy/document.ts';
import { refuse } from '../refusal.ts';
import { command } from './command.ts';

const args = z.strictObject({});

/** From here on the gate refuses everybody's change of the text; the server's marks and repairs pass. */
export const textLock = command<z.infer<typeof args>>({
  name: 'text.lock',
  args,
  done: 'Text locked',
  may: (_state, _args, context) => mayLock(context.role),
  run(state, _args, { actor, now }) {
    if (state.settings.lock.locked)
      return refuse('nothing-to-change', 'The text is locked already.');
    return {
      puts: [{ root: 'settings', key: 'lock', value: { locked: true, at: now, by: actor } }],
    };
  },
  inverse: () => ({ name: 'text.unlock', args: {} }),
});
