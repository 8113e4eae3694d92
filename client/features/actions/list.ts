/** Every action there is. A new one is an entry of its group's list. */
import { type Action, keyWords } from './action.ts';
import { claimActions } from './list/claims.ts';
import { goingActions } from './list/going.ts';
import { judgingActions } from './list/judging.ts';
import { pageActions } from './list/page.ts';
import { textActions } from './list/text.ts';

export const actions: readonly Action[] = [
  ...claimActions,
  ...judgingActions,
  ...goingActions,
  ...textActions,
  ...pageActions,
];

/** The words of an action's first key, for a hint beside a button. */
export function hintOf(id: string): string {
  const found = actions.find((action) => action.id === id)?.keys[0];
  if (!found) throw new RangeError(`No action “${id}” with a key`);
  return keyWords(found);
}
