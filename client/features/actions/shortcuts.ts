/**
 * When a key press means an action. It never does while somebody writes in a
 * field, while an input method composes, or in a burst: whoever types a
 * sentence with no field selected means no command by any of its letters.
 */
import { type Action, isCharacterKey, type Key, type Place } from './action.ts';

/** Two different letters closer than this are typing, not commands; in ms. */
export const BURST = 120;
/** How long after a burst single keys still count as typing, in ms. */
const CALM = 1000;

export interface Press {
  readonly code: string;
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
  /** In ms, of any clock. */
  readonly timeStamp: number;
}

export type Meaning =
  | { readonly action: Action }
  /** Letters that were typed nowhere; an action that waits must not run any more. */
  | 'burst'
  | null;

const onPage: readonly Place[] = ['page'];

export class Shortcuts {
  readonly #actions: readonly Action[];
  #last = { code: '', at: Number.NEGATIVE_INFINITY };
  #typingUntil = Number.NEGATIVE_INFINITY;

  constructor(actions: readonly Action[]) {
    this.#actions = actions;
  }

  /** `single`: whether single letters and digits are switched on. */
  meaningOf(press: Press, place: Place, { single }: { single: boolean }): Meaning {
    if (press.isComposing || press.altKey || place === 'widget') return null;
    const mod = press.ctrlKey || press.metaKey;
    if (place === 'page' && !mod && this.#isTyping(press)) return 'burst';
    for (const action of this.#actions) {
      const found = action.keys.find((each) => fits(each, press, mod));
      if (!found || !(action.places ?? onPage).includes(place)) continue;
      if (press.repeat && !action.repeats) return null;
      if (isCharacterKey(found) && !single) return null;
      return { action };
    }
    return null;
  }

  /** A key by itself, or one key again and again, is a command; the second of two close ones begins a burst. */
  #isTyping({ code, key, timeStamp }: Press): boolean {
    if (key === 'Enter') return timeStamp < this.#typingUntil;
    if (key.length !== 1) return false;
    const close = timeStamp - this.#last.at < BURST && code !== this.#last.code;
    this.#last = { code, at: timeStamp };
    if (close || timeStamp < this.#typingUntil) this.#typingUntil = timeStamp + CALM;
    return timeStamp < this.#typingUntil;
  }
}

/**
 * Letters and digits are those that the layout gives; where it gives none (a
 * Cyrillic one, a shifted row of digits), the place on the keyboard counts.
 * Signs stand elsewhere on each layout, with Shift or without.
 */
function fits(key: Key, press: Press, mod: boolean): boolean {
  if ((key.mod ?? false) !== mod) return false;
  if (key.code === 'sign') return press.key === key.cap;
  if ((key.shift ?? false) !== press.shiftKey) return false;
  const given = press.key.toLowerCase();
  if (key.code.startsWith('Key') && /^[a-z]$/.test(given)) return given === key.cap;
  if (key.code.startsWith('Digit') && /^\d$/.test(given)) return given === key.cap;
  return key.code === press.code || key.code === press.key;
}
