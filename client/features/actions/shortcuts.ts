/**
 * When a key press means an action. It never does while somebody writes in a
 * field, while an input method composes, or in a burst: whoever types a
 * sentence with no field selected means no command by any of its letters.
 */
import { type Action, isCharacterKey, type Key, type Place } from './action.ts';
import { fits, type Press, writes } from './layout.ts';

/** Two different letters closer than this are typing, not commands; in ms. */
export const BURST = 120;
/** How long after a burst single keys still count as typing, in ms. */
const CALM = 1000;
/** How long the second key of a chord is waited for, in ms. */
export const CHORD = 4000;

export type Meaning =
  | {
      readonly action: Action;
      /** To be run when no other letter has followed within a burst. */
      readonly waits: boolean;
    }
  /** The way to somewhere is open: the next key says where. */
  | 'chord'
  /** A key that leads nowhere, or Esc: the way is closed. */
  | 'lost'
  /** Letters that were typed nowhere; an action that waits must not run any more. */
  | 'burst'
  | null;

export interface Keyboard {
  /** Whether single letters, digits and signs are switched on. */
  readonly single: boolean;
  keysOf(action: Action): readonly Key[];
  /** Whether the action's page is on the screen. */
  isHere(action: Action): boolean;
}

const onPage: readonly Place[] = ['page'];

export class Shortcuts {
  readonly #actions: readonly Action[];
  #last = { code: '', at: Number.NEGATIVE_INFINITY };
  #typingUntil = Number.NEGATIVE_INFINITY;
  #chordUntil = Number.NEGATIVE_INFINITY;

  constructor(actions: readonly Action[]) {
    this.#actions = actions;
  }

  meaningOf(press: Press, place: Place, keyboard: Keyboard): Meaning {
    if (press.isComposing || press.altKey || isModifier(press)) return null;
    const mod = press.ctrlKey || press.metaKey;
    const inChord = press.timeStamp < this.#chordUntil;
    if (inChord && place === 'page' && !mod) return this.#second(press, keyboard);
    this.closeChord();
    if (place === 'widget') return null;
    if (place === 'page' && !mod && this.#isTyping(press)) return 'burst';
    const found = this.#find(press, place, keyboard, false);
    if (!found) return null;
    if (press.repeat && !found.repeats) return null;
    if (!found.opensChord) return { action: found, waits: found.waits ?? false };
    this.#chordUntil = press.timeStamp + CHORD;
    return 'chord';
  }

  /** Nobody presses a key any more; the next one stands by itself. */
  closeChord(): void {
    this.#chordUntil = Number.NEGATIVE_INFINITY;
  }

  /** As fast as one likes; a third letter makes it typing. */
  #second(press: Press, keyboard: Keyboard): Meaning {
    if (press.repeat) return null;
    this.closeChord();
    const isFast = press.timeStamp - this.#last.at < BURST;
    if (writes(press)) this.#last = { code: press.code, at: press.timeStamp };
    const action = this.#find(press, 'page', keyboard, true);
    return action ? { action, waits: isFast } : 'lost';
  }

  #find(press: Press, place: Place, keyboard: Keyboard, chord: boolean): Action | null {
    for (const action of this.#actions) {
      if (!keyboard.isHere(action) || !(action.places ?? onPage).includes(place)) continue;
      const found = keyboard
        .keysOf(action)
        .find((key) => Boolean(key.chord) === chord && fits(key, press));
      if (found) return isCharacterKey(found) && !keyboard.single ? null : action;
    }
    return null;
  }

  /** A key by itself, or one key again and again, is a command; the second of two close ones begins a burst. */
  #isTyping(press: Press): boolean {
    const { code, key, timeStamp } = press;
    if (key === 'Enter') return timeStamp < this.#typingUntil;
    if (!writes(press)) return false;
    const close = timeStamp - this.#last.at < BURST && code !== this.#last.code;
    this.#last = { code, at: timeStamp };
    if (close || timeStamp < this.#typingUntil) this.#typingUntil = timeStamp + CALM;
    return timeStamp < this.#typingUntil;
  }
}

function isModifier({ key }: Press): boolean {
  return ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(key);
}
