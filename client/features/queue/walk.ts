/**
 * Going through what waits for me, one after the other. The order is that of
 * the moment it was begun, so that places do not shift while things get done;
 * what comes meanwhile is added at the end.
 */

/** A claim that waits, or did. */
export interface Stop {
  readonly document: string;
  readonly claim: string;
  readonly number: number;
}

/** All that was seen on this walk, what came since at the end. */
export function withNew(seen: readonly Stop[], waiting: readonly Stop[]): readonly Stop[] {
  const known = new Set(seen.map(keyOf));
  const fresh = waiting.filter((stop) => !known.has(keyOf(stop)));
  return fresh.length === 0 ? seen : [...seen, ...fresh];
}

export type Here = Pick<Stop, 'document'> & { readonly claim: string | null };

/** Where one stands, from 0; -1 where this claim is no part of the walk. */
export function placeOf(seen: readonly Stop[], here: Here): number {
  return seen.findIndex(
    ({ document, claim }) => document === here.document && claim === here.claim,
  );
}

/** The next or previous that still waits; null where nothing else does. Past the end it begins again. */
export function stepFrom(
  seen: readonly Stop[],
  waiting: readonly Stop[],
  here: Here,
  by: 1 | -1,
): Stop | null {
  const waits = new Set(waiting.map(keyOf));
  const open = (stop: Stop): boolean =>
    waits.has(keyOf(stop)) && (stop.document !== here.document || stop.claim !== here.claim);
  const at = placeOf(seen, here);
  if (at < 0) {
    const near = seen.filter((stop) => stop.document === here.document);
    return [...near, ...seen].find(open) ?? null;
  }
  const after = [...seen.slice(at + 1), ...seen.slice(0, at)];
  return (by > 0 ? after : after.toReversed()).find(open) ?? null;
}

function keyOf({ document, claim }: Stop): string {
  return `${document} ${claim}`;
}
