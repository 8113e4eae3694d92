/** Whether the server's word already holds what a pending command does, so that it is not done twice on the screen. */
import { cutToFit } from '../../domain/record/codec.ts';
import type { Put, RecordState } from '../../domain/record/state.ts';

export function hasLanded(said: RecordState, puts: readonly Put[]): boolean {
  return puts.every((put) =>
    put.root === 'settings'
      ? same(said.settings[put.key], put.value)
      : same(said[put.root].get(put.key), cutToFit(put.value)),
  );
}

/** Equal but for what the server fills in by itself: its clock, and a claim's number. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const before = new Map<string, unknown>(Object.entries(a));
  const after = new Map<string, unknown>(Object.entries(b));
  return [...new Set([...before.keys(), ...after.keys()])].every(
    (key) => isServerSet(key) || same(before.get(key), after.get(key)),
  );
}

function isServerSet(key: string): boolean {
  return key === 'at' || key === 'number' || key.endsWith('At');
}
