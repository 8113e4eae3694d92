/** Which key somebody pressed to choose it for an action; or why it cannot be one. */
import { isMac, type Key } from './action.ts';
import type { Press } from './layout.ts';

/** Taken by the browser or the system before a page hears of them, or meant by everybody for something else. */
const withMod: Readonly<Record<string, string>> = {
  a: 'selects everything',
  c: 'copies',
  d: 'makes a bookmark',
  f: 'searches the page',
  g: 'goes to the next find',
  h: isMac ? 'hides the window' : 'opens the browser’s history',
  j: 'opens the downloads',
  l: 'goes to the address bar',
  m: isMac ? 'puts the window away' : 'mutes the tab',
  n: 'opens a new window',
  o: 'opens a file',
  p: 'prints',
  q: 'closes the browser',
  r: 'loads the page anew',
  s: 'saves the page',
  t: 'opens a new tab',
  u: 'shows the page’s source',
  v: 'pastes',
  w: 'closes the tab',
  x: 'cuts',
};
const withModShift: Readonly<Record<string, string>> = {
  b: 'shows the bookmarks',
  c: 'opens the developer tools',
  d: 'bookmarks all tabs',
  i: 'opens the developer tools',
  j: 'opens the developer tools',
  k: 'opens the developer tools',
  m: 'switches the person of the browser',
  n: 'opens a private window',
  o: 'opens the bookmarks',
  p: 'opens a private window',
  q: 'signs out or closes the browser',
  r: 'loads the page anew',
  t: 'opens the tab that was closed',
  v: 'pastes without formats',
  w: 'closes the window',
};
const alone: Readonly<Record<string, string>> = {
  Tab: 'moves the focus',
  Escape: 'backs out',
  Space: 'presses buttons and scrolls',
  Backspace: 'deletes',
  Delete: 'deletes',
  Home: 'scrolls to the beginning',
  End: 'scrolls to the end',
  PageUp: 'scrolls',
  PageDown: 'scrolls',
  ContextMenu: 'opens the menu of the right mouse button',
  F1: 'opens the browser’s help',
  F3: 'searches the page',
  F5: 'loads the page anew',
  F6: 'goes to the address bar and between parts of the page',
  F7: 'switches the caret on',
  F10: 'opens the menu bar',
  F11: 'fills the screen',
  F12: 'opens the developer tools',
};

const caps: Readonly<Record<string, string>> = {
  Enter: '↵',
  NumpadEnter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Null for a modifier by itself: the key it goes with is still to come. A string says why it cannot be. */
export function recordedKey(press: Press, chord: boolean): Key | string | null {
  if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead'].includes(press.key))
    return null;
  if (press.altKey) return 'With Alt, many keyboards write letters. Choose a key without it.';
  const key = keyOf(press);
  if (!key) return 'This key is not the same on every keyboard. Choose another.';
  const taken = takenBy(key);
  if (taken !== null) return `${namedPress(key)} ${taken}. Choose another.`;
  if (!chord) return key;
  return key.mod
    ? 'After the first key comes one by itself. Choose one without Ctrl or ⌘.'
    : { ...key, chord };
}

function takenBy({ code, cap, mod, shift }: Key): string | null {
  if (!mod) return alone[code] ?? null;
  if (code === 'Tab' || /^(Digit|Numpad|F\d|Arrow)/.test(code) || /^[-+=,]$/.test(cap))
    return 'is the browser’s';
  return (shift ? withModShift : withMod)[cap] ?? null;
}

function namedPress({ cap, mod, shift }: Key): string {
  const parts = [
    mod && (isMac ? '⌘' : 'Ctrl'),
    shift && '⇧',
    cap.length === 1 ? cap.toUpperCase() : cap,
  ];
  return parts.filter(Boolean).join(' ');
}

function keyOf({ key, code, shiftKey, ctrlKey, metaKey }: Press): Key | null {
  const mod = ctrlKey || metaKey ? { mod: true } : {};
  const shift = shiftKey ? { shift: true } : {};
  const given = key.toLowerCase();
  if (/^[a-z]$/.test(given))
    return { cap: given, code: `Key${given.toUpperCase()}`, ...shift, ...mod };
  if (/^\d$/.test(given)) return { cap: given, code: `Digit${given}`, ...mod };
  const foreign = key.length > 0 && key > '\u007f';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined && (foreign || key === 'Process'))
    return { cap: letter.toLowerCase(), code, ...shift, ...mod };
  if (key.length === 1 && key > ' ' && !foreign) return { cap: key, code: 'sign', ...mod };
  if (code === '' || foreign) return null;
  return { cap: caps[code] ?? (code === 'Space' ? 'Space' : key), code, ...shift, ...mod };
}
