/**
 * An action of the desk, once: shortcuts, palette, help sheet and buttons all
 * read it, so that a key, its name and what it does cannot drift apart.
 */
import type { Desk } from '../desk/desk-context.ts';

export interface Key {
  /** `KeyboardEvent.code`: the place on the keyboard, the same on non-Latin layouts. */
  readonly code: string;
  readonly shift?: boolean;
  /** ⌘ on a Mac, Ctrl elsewhere. */
  readonly mod?: boolean;
  /** As shown: `c`, `⇧↵`, `⌘K`. */
  readonly shown: string;
}

export type ActionGroup = 'Claims' | 'Judging' | 'Going' | 'Text' | 'Page';

export interface Action {
  readonly id: string;
  readonly label: string;
  readonly group: ActionGroup;
  readonly keys: readonly Key[];
  /** Whether it can be done now; the palette and the keys pass over what cannot. */
  isEnabled?(desk: Desk): boolean;
  run(desk: Desk): void;
}

/** A single letter or digit, which people may switch off (WCAG 2.1.4); keys with ⌘ or Ctrl and Esc stay. */
export function isCharacterKey({ mod, code }: Key): boolean {
  return !mod && (/^Key|^Digit|^Slash|^Numpad/.test(code) || code === 'Enter');
}

export function key(shown: string, code: string, also: Pick<Key, 'shift' | 'mod'> = {}): Key {
  return { shown, code, ...also };
}
