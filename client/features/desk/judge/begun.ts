/**
 * What somebody has begun to write and not given yet. Going to another claim,
 * Esc and a reload of the page lose none of it; closing the tab does.
 */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type * as z from 'zod/mini';
import { sameValue } from '../../../../domain/command/changes.ts';

const SLOT = 'attest.begun.';
/** As JSON, by place. The session's storage mirrors it where there is one. */
const begun = new Map<string, string | null>();
const listeners = new Set<() => void>();

export interface Begun<Value> {
  readonly value: Value;
  /** Whether it differs from where it started. */
  readonly isBegun: boolean;
  /** Something is kept, even if by now it is no different. */
  readonly isKept: boolean;
  change(change: Partial<Value>): void;
  drop(): void;
}

/** `place` names person, document, claim and form; `initial` is what stands there until something is written. */
export function useBegun<Value extends object>(
  place: string,
  schema: z.ZodMiniType<Value>,
  initial: NoInfer<Value>,
): Begun<Value> {
  const json = useSyncExternalStore(subscribe, () => read(place));
  const written = useMemo(() => parsed(schema, json), [schema, json]);
  const change = useCallback(
    (changed: Partial<Value>) => {
      const next = { ...(parsed(schema, read(place)) ?? initial), ...changed };
      write(place, sameValue(next, initial) ? null : JSON.stringify(next));
    },
    [place, schema, initial],
  );
  return {
    value: written ?? initial,
    isBegun: written !== null && !sameValue(written, initial),
    isKept: written !== null,
    change,
    drop: useCallback(() => write(place, null), [place]),
  };
}

function parsed<Value>(schema: z.ZodMiniType<Value>, json: string | null): Value | null {
  if (json === null) return null;
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    // Something else wrote into this slot.
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(place: string): string | null {
  const known = begun.get(place);
  if (known !== undefined) return known;
  let kept: string | null = null;
  try {
    kept = sessionStorage.getItem(SLOT + place);
  } catch {
    // A browser that keeps nothing keeps it while the page is open.
  }
  begun.set(place, kept);
  return kept;
}

function write(place: string, json: string | null): void {
  begun.set(place, json);
  try {
    if (json === null) sessionStorage.removeItem(SLOT + place);
    else sessionStorage.setItem(SLOT + place, json);
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}
