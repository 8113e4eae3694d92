/** Which claims turned out to be which others. */
import type { Claim } from './claim.ts';

type Claims = ReadonlyMap<string, Claim>;

/** By the claim that they went into; merges are few, so that most claims are not in it. */
export type Merges = ReadonlyMap<string, readonly Claim[]>;

/** The claims that were merged into each claim, directly or by way of another, the nearest first. */
export function mergesOf(claims: Claims): Merges {
  const found = new Map<string, { claim: Claim; distance: number }[]>();
  for (const claim of claims.values()) {
    for (const [distance, target] of targetsOf(claims, claim).entries()) {
      found.set(target, [...(found.get(target) ?? []), { claim, distance }]);
    }
  }
  return new Map(
    [...found].map(([target, merged]) => [
      target,
      merged.toSorted((a, b) => a.distance - b.distance).map(({ claim }) => claim),
    ]),
  );
}

/**
 * The claim that this one turned out to be in the end; itself where it was not
 * merged. Of claims that lead round in a circle one is the end of all.
 */
export function wentInto(claims: Claims, id: string): string {
  const claim = claims.get(id);
  if (!claim) return id;
  const way = [id, ...targetsOf(claims, claim)];
  const last = way.at(-1) ?? id;
  const again = way.indexOf(nextOf(claims.get(last)) ?? '');
  return again < 0 ? last : (way.slice(again).toSorted()[0] ?? last);
}

/** Whether what is said of the claim `id` is read on the claim `by`, or was on its way further. */
export function goesBy(claims: Claims, id: string, by: string): boolean {
  const claim = claims.get(id);
  return id === by || (claim !== undefined && targetsOf(claims, claim).includes(by));
}

/** Whether a claim was neither withdrawn nor merged into one that was. */
export function stands(claims: Claims, claim: Claim): boolean {
  return claims.get(wentInto(claims, claim.id))?.withdrawn === null;
}

/** The claim that this one was merged into, the one that that was merged into, … */
function targetsOf(claims: Claims, claim: Claim): string[] {
  const targets: string[] = [];
  // A bundle from elsewhere may lead round in a circle.
  for (
    let into = nextOf(claim);
    into !== null && into !== claim.id && !targets.includes(into);
    into = nextOf(claims.get(into))
  ) {
    targets.push(into);
  }
  return targets;
}

function nextOf(claim: Claim | undefined): string | null {
  return claim?.withdrawn ? claim.mergedInto : null;
}
