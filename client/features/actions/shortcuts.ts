/**
 * When a key press means an action. It never does inside a field, while an
 * input method composes, or in a burst: somebody who types a sentence with no
 * field selected means no command by any of its letters.
 */
import type { Action, Key } from './action.ts';
import { isCharacterKey } from './action.ts';

/** Two single keys closer than this are typing, not commands; in ms. */
const BURST = 120;
/** How long after a burst single keys still count as typing. */
const CALM = 1000;

export interface Press {
  readonly code: string;
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  /** Where the focus is. */
  readonly target: EventTarget | null;
  readonly timeStamp: number;
}

export type Meaning = { readonly action: Action } | 'burst' | null;

export class Shortcuts {
  readonly #actions: readonly Action[];
  #last = Number.NEGATIVE_INFINITY;
  #typingUntil = Number.NEGATIVE_INFINITY;

  constructor(actions: readonly Action[]) {
    this.#actions = actions;
  }

  /** `single`: whether single letters and digits are switched on. */
  meaningOf(press: Press, { single }: { single: boolean }): Meaning {
    if (press.isComposing || press.altKey) return null;
    const mod = press.ctrlKey || press.metaKey;
    const inField = isField(press.target);
    if (inField && !mod && press.code !== 'Escape') return null;
    const typed = !mod && press.key.length === 1;
    if (typed && this.#isTyping(press.timeStamp)) return 'burst';
    for (const action of this.#actions) {
      const found = action.keys.find((each) => fits(each, press, mod));
      if (!found) continue;
      if (inField && !action.keys.some((each) => each.mod || each.code === 'Escape')) return null;
      if (isCharacterKey(found) && !single) return null;
      return { action };
    }
    return null;
  }

  /** A key by itself is a command; the second of two close ones begins a burst. */
  #isTyping(at: number): boolean {
    const close = at - this.#last < BURST;
    this.#last = at;
    if (close) this.#typingUntil = at + CALM;
    return at < this.#typingUntil;
  }
}

function fits(key: Key, press: Press, mod: boolean): boolean {
  return (
    key.code === press.code && (key.mod ?? false) === mod && (key.shift ?? false) === press.shiftKey
  );
}

/** Somewhere that takes letters itself. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
