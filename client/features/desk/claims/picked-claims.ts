/** The claims that somebody has selected to do one thing to all of them. Nothing of it is shared or kept. */
import { useSyncExternalStore } from 'react';

const none: ReadonlySet<string> = new Set();

export class PickedClaims {
  readonly #listeners = new Set<() => void>();
  #ids = none;
  /** Where a range begins: the claim that was picked, or let go, last. */
  #from: string | null = null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until it changes. */
  readonly getIds = (): ReadonlySet<string> => this.#ids;

  toggle(id: string): void {
    const ids = new Set(this.#ids);
    if (!ids.delete(id)) ids.add(id);
    this.#from = id;
    this.#set(ids);
  }

  /** Everything between where the range begins (else `start`) and this claim, in the order of `shown`. */
  extendTo(id: string, shown: readonly string[], start: string | null): void {
    const begin = this.#from !== null && shown.includes(this.#from) ? this.#from : (start ?? id);
    const [a, b] = [shown.indexOf(begin), shown.indexOf(id)];
    if (a < 0 || b < 0) return this.toggle(id);
    this.#from = begin;
    this.#set(new Set([...this.#ids, ...shown.slice(Math.min(a, b), Math.max(a, b) + 1)]));
  }

  set(ids: Iterable<string>): void {
    this.#set(new Set(ids));
  }

  clear(): void {
    this.#from = null;
    this.#set(none);
  }

  #set(ids: ReadonlySet<string>): void {
    if (ids.size === 0 && this.#ids.size === 0) return;
    this.#ids = ids;
    for (const listener of this.#listeners) listener();
  }
}

export function usePicked(picked: PickedClaims): ReadonlySet<string> {
  return useSyncExternalStore(picked.subscribe, picked.getIds);
}
