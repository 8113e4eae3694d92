/** Finds the claim that somebody is about to mark a second time. */
import type { Checks, Claim, Position } from '../record/claim.ts';

/** A claim and where it stands now, in whatever unit the selection counts in. */
export interface Placed {
  readonly claim: Claim;
  readonly at: Position;
}

const SAME = 0.8;

/** The live claim of the same question that this selection covers to 80 % and more; the most covered one. */
export function duplicateOf(
  placed: Iterable<Placed>,
  selection: Position,
  question: Checks,
): Claim | null {
  let best: Claim | null = null;
  let most = SAME;
  for (const { claim, at } of placed) {
    if (claim.withdrawn || claim.checks !== question || at.end <= at.start) continue;
    const shared = Math.min(at.end, selection.end) - Math.max(at.start, selection.start);
    const covered = shared / (at.end - at.start);
    if (covered > most || (covered === most && !best)) {
      best = claim;
      most = covered;
    }
  }
  return best;
}
