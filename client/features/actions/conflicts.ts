/** Two actions that one key would mean at the same time: on one page, with the focus at one place. */
import { type Action, type Key, sameKey } from './action.ts';

type KeysOf = (action: Action) => readonly Key[];

/** The action that has this key already where `action` would act by it; null where none has. */
export function conflictOf(
  action: Action,
  key: Key,
  actions: readonly Action[],
  keysOf: KeysOf,
): Action | null {
  return (
    actions.find(
      (other) =>
        other !== action && meet(action, other) && keysOf(other).some((each) => sameKey(each, key)),
    ) ?? null
  );
}

function meet(a: Action, b: Action): boolean {
  const onOnePage = a.page === b.page || a.page === 'any' || b.page === 'any';
  const places = b.places ?? ['page'];
  return onOnePage && (a.places ?? ['page']).some((place) => places.includes(place));
}
