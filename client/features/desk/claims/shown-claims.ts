/** Which claims the list shows now, in its order: for those who go from one to the next without drawing the list. */
import { useSyncExternalStore } from 'react';
import { sameItems } from './claim-rows.ts';

const none: readonly string[] = [];

export class ShownClaims {
  readonly #listeners = new Set<() => void>();
  #ids = none;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Ids; the same object until they change. */
  readonly getIds = (): readonly string[] => this.#ids;

  set(ids: readonly string[]): void {
    if (sameItems(ids, this.#ids)) return;
    this.#ids = ids;
    for (const listener of this.#listeners) listener();
  }

  /** The claim so many further on; from none, the first or the last. Null beyond either end. */
  from(claim: string | null, by: number): string | null {
    const at = claim === null ? -1 : this.#ids.indexOf(claim);
    const to = at < 0 ? (by > 0 ? 0 : this.#ids.length - 1) : at + by;
    return this.#ids[to] ?? null;
  }
}

export function useShownIds(shown: ShownClaims): readonly string[] {
  return useSyncExternalStore(shown.subscribe, shown.getIds);
}
