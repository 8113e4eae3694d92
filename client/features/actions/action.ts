/**
 * An action, once: shortcuts, palette, help sheet and buttons all read it, so
 * that a key, its name and what it does cannot drift apart.
 */
import type { OnScreen, PageName, Pages } from './pages.ts';

/** Where the focus is: a form's field, the text while it is edited, a list or dialog that takes keys itself. */
export type Place = 'page' | 'field' | 'text' | 'widget';

export interface Key {
  /** `KeyboardEvent.code`: the place on the keyboard, the same on non-Latin layouts; or `sign`, which has no fixed place. */
  readonly code: string;
  readonly shift?: boolean | undefined;
  /** ⌘ on a Mac, Ctrl elsewhere. */
  readonly mod?: boolean | undefined;
  /** What stands on the key itself: `c`, `↵`, `/`. */
  readonly cap: string;
  /** Pressed after the key that opens the way to somewhere: `g`, then this one. */
  readonly chord?: boolean | undefined;
}

/** In the order of the help sheet. */
export const actionGroups = ['Going', 'Judging', 'Claims', 'Text', 'Page'] as const;
export type ActionGroup = (typeof actionGroups)[number];

export interface Family {
  readonly label: string;
  readonly keys: string;
}

interface ActionFacts {
  readonly id: string;
  readonly label: string;
  readonly group: ActionGroup;
  /** The first is the one that is shown. */
  readonly keys: readonly Key[];
  /** Where the focus must be for its keys to act; on the page, outside of all that is written in, by default. */
  readonly places?: readonly Place[];
  /** Held down, the key acts again and again. */
  readonly repeats?: boolean;
  /** Its letter waits until it is sure that no others follow: whoever types a sentence means none of them. */
  readonly waits?: boolean;
  /** The next key says where to go. */
  readonly opensChord?: boolean;
  /** Told together in the help sheet, on one line. */
  readonly family?: Family;
}

/** An action as its group's list writes it: `page` is what the page that it lives on gives to it. */
export interface ActionOf<Page> extends ActionFacts {
  /** What it is called here and now, where that says more than the label. */
  name?(page: Page): string;
  /** Why it cannot be done now, as people are told; null where it can. */
  off?(page: Page): string | null;
  run(page: Page): void;
}

/** An action as it stands here and now, whether or not it can be done. */
export interface Offer {
  readonly name: string;
  /** Why it cannot be done now; null where it can. */
  readonly off: string | null;
  run(): void;
}

export interface Action extends ActionFacts {
  readonly page: PageName;
  /** Null where its page is not on the screen. */
  offer(screen: OnScreen): Offer | null;
}

/** Actions that live on one page. */
export function on<Name extends PageName>(
  name: Name,
  actions: readonly ActionOf<Pages[Name]>[],
): Action[] {
  return actions.map((action) => ({
    ...action,
    page: name,
    offer: (screen) => {
      const page = screen[name];
      if (!page) return null;
      return {
        name: action.name?.(page) ?? action.label,
        off: action.off?.(page) ?? null,
        run: () => action.run(page),
      };
    },
  }));
}

/** Whether two keys are the same press, at the same point of a chord. */
export function sameKey(a: Key, b: Key): boolean {
  return (
    a.code === b.code &&
    (a.code !== 'sign' || a.cap === b.cap) &&
    Boolean(a.shift) === Boolean(b.shift) &&
    Boolean(a.mod) === Boolean(b.mod) &&
    Boolean(a.chord) === Boolean(b.chord)
  );
}

/** A letter, digit or sign by itself, which people may switch off (WCAG 2.1.4). */
export function isCharacterKey({ mod, code }: Key): boolean {
  return !mod && /^(Key|Digit|sign)/.test(code);
}

export function key(
  cap: string,
  code: string,
  also: Pick<Key, 'shift' | 'mod' | 'chord'> = {},
): Key {
  return { cap, code, ...also };
}

/** As people know it: `⇧↵`, on a Mac `⌘K`, elsewhere `Ctrl K`. Of a chord, its second key alone. */
export function keyWords({ cap, shift, mod }: Key, mac = isMac): string {
  const pressed = shift ? `⇧${cap.toUpperCase()}` : cap;
  if (!mod) return pressed;
  return mac ? `⌘${pressed.toUpperCase()}` : `Ctrl ${pressed.toUpperCase()}`;
}

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
