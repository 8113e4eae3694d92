/** Every action there is. A new one is an entry of its group's list. */
import { type Action, isCharacterKey, keyWords } from './action.ts';
import { keymap, keysOf } from './keymap.ts';
import { claimActions } from './list/claims.ts';
import { goingActions } from './list/going.ts';
import { importActions } from './list/importing.ts';
import { judgingActions } from './list/judging.ts';
import { pageActions } from './list/page.ts';
import { queueActions } from './list/queue.ts';
import { talkActions } from './list/talk.ts';
import { textActions } from './list/text.ts';
import { wayActions } from './list/ways.ts';

export const actions: readonly Action[] = [
  ...claimActions,
  ...judgingActions,
  ...goingActions,
  ...queueActions,
  ...wayActions,
  ...talkActions,
  ...textActions,
  ...importActions,
  ...pageActions,
];

/** The words of an action's key on this device, for a hint beside a button; none where it has none, or single keys are off. */
export function hintOf(id: string): string {
  const action = actions.find((each) => each.id === id);
  if (!action) throw new RangeError(`No action “${id}”`);
  return keysShown(action);
}

/** `c`, `Ctrl K`, `g d`; empty where no key means it now. */
export function keysShown(action: Pick<Action, 'id' | 'keys'>): string {
  const [first] = keysOf(action);
  if (!first || (isCharacterKey(first) && !keymap().single)) return '';
  if (!first.chord) return keyWords(first);
  const opener = actions.find(({ opensChord }) => opensChord);
  const before = opener ? keysShown(opener) : '';
  return before === '' ? '' : `${before} ${keyWords(first)}`;
}
