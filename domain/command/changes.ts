/**
 * Changing some fields of a record: only what is named changes, and what the
 * editor had before their eyes (`seen`) must still be there, so that two
 * people who fill in the same field do not overwrite each other unawares.
 */
import type { Claim, Raising } from '../record/claim.ts';
import type { CommandContext } from './command.ts';

/** Equality of plain JSON values, whatever the order of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const read = (value: object, key: string): unknown => Reflect.get(value, key);
  return keys.every((key) => key in b && sameValue(read(a, key), read(b, key)));
}

/** A value nobody has filled in yet. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The fields of `changes` that differ from the record; those that are equal are no change. */
export function differences<Fields extends object>(
  record: Fields,
  changes: { readonly [Key in keyof Fields]?: Fields[Key] | undefined },
): Partial<Fields> {
  const different: Partial<Fields> = {};
  for (const key in changes) {
    const value = changes[key];
    if (value !== undefined && !sameValue(record[key], value)) different[key] = value;
  }
  return different;
}

/** The values that the record has in the fields of `changes`. */
export function valuesBefore<Fields extends object>(
  record: Fields,
  changes: Partial<Fields>,
): Partial<Fields> {
  const before: Partial<Fields> = {};
  for (const key in changes) before[key] = record[key];
  return before;
}

/** A claim's version after a change of these, and what raised it; as it was where none of them did. */
export function raisedBy(
  claim: Claim,
  what: readonly Raising[],
  { actor, now }: Pick<CommandContext, 'actor' | 'now'>,
): Pick<Claim, 'version' | 'raised'> {
  if (what.length === 0) return { version: claim.version, raised: claim.raised };
  return { version: claim.version + 1, raised: { what: [...what], at: now, by: actor } };
}
