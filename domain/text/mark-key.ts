// The key under which an anchor stands in a Y.XmlText. Marks that may overlap
// are keyed by y-prosemirror with a hash of the whole mark, by a function that
// it does not export. This one must give the same for ever, or every anchor in
// every document is orphaned; a test compares them.
import { toBase64, encodeAny } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { isAnchorValue } from './rules.ts';

const form = /^anchor--[A-Za-z0-9+/]{8}$/;
const HASH_BYTES = 6;
// A hash takes some ten microseconds, and a text with many anchors is read at every key: remembered, up to a bound.
const remembered = new Map<string, string>();
const REMEMBERED_MOST = 20_000;

/** The format key of the anchor `id`: `anchor--` and eight characters of base64. */
export function anchorKey(id: string): string {
  const known = remembered.get(id);
  if (known !== undefined) return known;
  const key = hashed(id);
  if (remembered.size >= REMEMBERED_MOST) remembered.clear();
  remembered.set(id, key);
  return key;
}

function hashed(id: string): string {
  const whole = digest(encodeAny({ type: 'anchor', attrs: { id } }));
  const folded = whole.slice(0, HASH_BYTES);
  // As y-prosemirror folds it: in place, byte by byte, the first six included in the digest.
  for (let i = HASH_BYTES; i < whole.length; i++) {
    folded[i % HASH_BYTES] = (folded[i % HASH_BYTES] ?? 0) ^ (whole[i] ?? 0);
  }
  return `anchor--${toBase64(folded)}`;
}

/** Whether `key` looks like an anchor's; says nothing about which, or whether it exists. */
export function isAnchorKey(key: string): boolean {
  return form.test(key);
}

/** The id of the anchor that a format opens, or null unless key and value fit each other exactly. */
export function anchorOfFormat(key: string, value: unknown): string | null {
  return form.test(key) && isAnchorValue(value) && anchorKey(value.id) === key ? value.id : null;
}
