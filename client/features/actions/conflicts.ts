/** Two actions that one key would mean at the same time: on one page, with the focus at one place. */
import { type Action, type Key, sameKey } from './action.ts';
import type { PageName } from './pages.ts';

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

/** What is on the screen together with others. */
const beside: Readonly<Partial<Record<PageName, readonly PageName[]>>> = {
  walk: ['desk', 'queue'],
};

function areTogether(a: PageName, b: PageName): boolean {
  if (a === b || a === 'any' || b === 'any') return true;
  return Boolean(beside[a]?.includes(b) || beside[b]?.includes(a));
}

function meet(a: Action, b: Action): boolean {
  const onOnePage = areTogether(a.page, b.page);
  const places = b.places ?? ['page'];
  return onOnePage && (a.places ?? ['page']).some((place) => places.includes(place));
}
