/**
 * Which keys mean what on this device: those of the list, and what somebody
 * chose instead. Nothing of it goes to the server; other tabs follow.
 */
import * as z from 'zod/mini';
import { type Action, type Key, sameKey } from './action.ts';

const SLOT = 'attest.keys';
const MOST_KEYS = 4;

const storedKey = z.object({
  code: z.string().check(z.regex(/^[A-Za-z0-9]{1,20}$/)),
  cap: z.string().check(z.minLength(1), z.maxLength(12)),
  shift: z.optional(z.boolean()),
  mod: z.optional(z.boolean()),
  chord: z.optional(z.boolean()),
});

const stored = z.object({
  /** Whether single letters, digits and signs are commands. */
  single: z.boolean(),
  /** By the action's id; no keys where somebody took them away. */
  own: z.record(z.string(), z.array(storedKey).check(z.maxLength(MOST_KEYS))),
});
export type Keymap = z.infer<typeof stored>;

type Keyed = Pick<Action, 'id' | 'keys'>;

const asListed: Keymap = { single: true, own: {} };
const listeners = new Set<() => void>();
let current: Keymap | null = null;

/** Fits `useSyncExternalStore`, as does `keymap`. */
export function subscribeToKeymap(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', follow);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', follow);
  };
}

export function keymap(): Keymap {
  current ??= read();
  return current;
}

/** The first is the one that is shown. */
export function keysOf({ id, keys }: Keyed): readonly Key[] {
  return keymap().own[id] ?? keys;
}

export function isRemapped({ id }: Keyed): boolean {
  return id in keymap().own;
}

export function setSingleKeys(single: boolean): void {
  write({ ...keymap(), single });
}

/** Gives the action these keys, and takes them from another that has them. */
export function setKeys(action: Keyed, keys: readonly Key[], from: Keyed | null = null): void {
  write({ ...keymap(), own: { ...without(from, keys), [action.id]: keys.slice(0, MOST_KEYS) } });
}

/** As the list has them; another that was given one of them loses it. */
export function resetKeys(action: Keyed, from: Keyed | null = null): void {
  const own = Object.entries(without(from, action.keys)).filter(([id]) => id !== action.id);
  write({ ...keymap(), own: Object.fromEntries(own) });
}

export function resetAllKeys(): void {
  write({ ...keymap(), own: {} });
}

function without(action: Keyed | null, keys: readonly Key[]): Keymap['own'] {
  const { own } = keymap();
  if (!action) return own;
  const left = keysOf(action).filter((each) => !keys.some((key) => sameKey(each, key)));
  return { ...own, [action.id]: left };
}

function follow({ key }: StorageEvent): void {
  // Null: everything was cleared.
  if (key !== SLOT && key !== null) return;
  current = read();
  for (const listener of listeners) listener();
}

function read(): Keymap {
  try {
    return stored.safeParse(JSON.parse(localStorage.getItem(SLOT) ?? '')).data ?? asListed;
  } catch {
    return asListed;
  }
}

function write(next: Keymap): void {
  current = next;
  try {
    localStorage.setItem(SLOT, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing keeps it while the page is open.
  }
  for (const listener of listeners) listener();
}
