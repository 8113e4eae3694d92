/** What I did since this page was opened: commands that can be taken back, and done again. */
import type { CommandInput } from '../../domain/command/command.ts';

export interface Deed {
  /** Of the command as it was first given. */
  readonly id: string;
  /** "Claim marked". */
  readonly done: string;
  /** The claim that it was about, where it names one. */
  readonly claim: string | null;
  readonly at: number;
  readonly isTakenBack: boolean;
  /** What takes it back, or does it again, in this order; null where nothing can. */
  readonly inverse: readonly CommandInput[] | null;
}

/** As many as can be taken back one after the other. */
const DEPTH = 100;

export class Deeds {
  #deeds: readonly Deed[] = [];
  /** Ids of those that can be done again, until something else is done. */
  #again: readonly string[] = [];

  /** The oldest first. */
  get all(): readonly Deed[] {
    return this.#deeds;
  }

  add(deed: Deed): void {
    this.#deeds = [...this.#deeds, deed].slice(-DEPTH);
    this.#again = [];
  }

  /** Another command of the same step: it is taken back first, and all of the step as one. */
  join(id: string, { done, inverse }: { done: string; inverse: CommandInput | null }): void {
    this.#deeds = this.#deeds.map((deed) =>
      deed.id === id
        ? { ...deed, done, inverse: deed.inverse && inverse && [inverse, ...deed.inverse] }
        : deed,
    );
    this.#again = [];
  }

  /** It was refused, the rest of its step was not. */
  leave(id: string, inverse: CommandInput | null): void {
    this.#deeds = this.#deeds.map((deed) => {
      const left = deed.inverse?.filter((each) => each !== inverse) ?? [];
      return deed.id === id && left.length > 0 ? { ...deed, inverse: left } : deed;
    });
  }

  /** It was refused: nothing was done. */
  drop(id: string): void {
    this.#deeds = this.#deeds.filter((deed) => deed.id !== id);
  }

  /** What is to be taken back: the one named, else the last. */
  toTakeBack(id?: string): Deed | null {
    return (
      this.#deeds.findLast(
        (deed) => !deed.isTakenBack && deed.inverse && (id === undefined || deed.id === id),
      ) ?? null
    );
  }

  toDoAgain(id = this.#again.at(-1)): Deed | null {
    return this.#deeds.find((deed) => deed.id === id && deed.isTakenBack && deed.inverse) ?? null;
  }

  /** Taken back or done again, with what turns it around once more. */
  turn(deed: Deed, inverse: readonly CommandInput[] | null): void {
    this.#deeds = this.#deeds.map((each) =>
      each.id === deed.id ? { ...deed, isTakenBack: !deed.isTakenBack, inverse } : each,
    );
    this.#again = this.#again.filter((id) => id !== deed.id);
    if (!deed.isTakenBack && inverse) this.#again = [...this.#again, deed.id];
  }

  /** The turn was refused: it stands as it stood. */
  restore(deed: Deed): void {
    this.#deeds = this.#deeds.map((each) => (each.id === deed.id ? deed : each));
    this.#again = this.#again.filter((id) => id !== deed.id);
  }
}
