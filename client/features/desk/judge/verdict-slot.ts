/**
 * What works my verdict on the open claim: keys, the list, a reviewer's
 * suggestion. The verdict at the foot of the right pane fills it. Held beside
 * the desk's own state: filling it draws nothing anew but who asks for it.
 */
import { useSyncExternalStore } from 'react';
import type { Suggestion } from '../../../../domain/record/review.ts';

export interface VerdictControls {
  /** Whether a rating is drafted that was not given yet. */
  isDrafted(): boolean;
  /** Drafts the rating at this index of the scale. */
  setRating(index: number): void;
  submit(): void;
  focusRationale(): void;
  /** Makes what a reviewer suggests part of my draft, attributed to them. */
  takeOver(suggestion: Suggestion, by: string): void;
}

export class VerdictSlot {
  readonly #listeners = new Set<() => void>();
  #controls: VerdictControls | null = null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null where there is nothing to judge. */
  readonly get = (): VerdictControls | null => this.#controls;

  /** Returns what empties it again, unless somebody else has filled it meanwhile. */
  fill(controls: VerdictControls): () => void {
    this.#set(controls);
    return () => {
      if (this.#controls === controls) this.#set(null);
    };
  }

  #set(controls: VerdictControls | null): void {
    this.#controls = controls;
    for (const listener of this.#listeners) listener();
  }
}

export function useVerdictControls(slot: VerdictSlot): VerdictControls | null {
  return useSyncExternalStore(slot.subscribe, slot.get);
}
