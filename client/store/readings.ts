/** What everybody has read of one document's text, as the server tells it. */
import type { PersonId } from '../../domain/id.ts';
import type { Message } from '../../domain/protocol/frame.ts';

export type ReadBlocks = ReadonlyMap<PersonId, ReadonlySet<string>>;

export class Readings {
  readonly #listeners = new Set<() => void>();
  #read: ReadBlocks = new Map();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Block ids by reader; the same object until it changes. */
  readonly getRead = (): ReadBlocks => this.#read;

  hear({ person, blocks, anew }: Message<'reading'>): void {
    const before = anew ? [] : (this.#read.get(person) ?? []);
    this.#read = new Map(this.#read).set(person, new Set([...before, ...blocks]));
    for (const listener of this.#listeners) listener();
  }
}
