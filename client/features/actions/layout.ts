/**
 * Which key of ours a press means, on whichever layout. Letters and digits are
 * those that the layout gives; where it gives none (Cyrillic, Greek, Hebrew,
 * Arabic letters, a shifted row of digits), the place on the keyboard counts.
 * Signs stand elsewhere on each layout, with Shift or without.
 */
import type { Key } from './action.ts';

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

/** The same signs as other scripts write them. */
const alsoWritten: Readonly<Record<string, string>> = { '؟': '?', '՞': '?', '？': '?', '／': '/' };
/** Where a US keyboard has them, for layouts that do not give them without a third key. */
const signPlaces: Readonly<Record<string, { code: string; shift: boolean }>> = {
  '/': { code: 'Slash', shift: false },
  '?': { code: 'Slash', shift: true },
};

export function fits(key: Key, press: Press): boolean {
  if ((key.mod ?? false) !== (press.ctrlKey || press.metaKey)) return false;
  if (key.code === 'sign') return givesSign(key.cap, press);
  const given = press.key.toLowerCase();
  // A French keyboard gives its digits with Shift.
  if (key.code.startsWith('Digit') && /^\d$/.test(given)) return !key.shift && given === key.cap;
  if ((key.shift ?? false) !== press.shiftKey) return false;
  if (key.code.startsWith('Key')) {
    if (/^[a-z]$/.test(given)) return given === key.cap;
    // A sign in a letter's place, as `,` on the French M, is no letter.
    return key.code === press.code && !(isSign(given) && !key.chord);
  }
  return key.code === press.code || key.code === press.key;
}

function givesSign(cap: string, { key, code, shiftKey }: Press): boolean {
  if (key === cap || alsoWritten[key] === cap) return true;
  const place = signPlaces[cap];
  return isForeign(key) && place?.code === code && place.shift === shiftKey;
}

/** Whether the press writes something: a letter, a digit, a sign. */
export function writes({ key, code }: Press): boolean {
  return key.length === 1 || /^(Key|Digit)/.test(code);
}

function isSign(key: string): boolean {
  return key.length === 1 && key > ' ' && key < '\u007f' && !/[a-z0-9]/.test(key);
}

function isForeign(key: string): boolean {
  return key.length === 1 && key > '\u007f';
}
