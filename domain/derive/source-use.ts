/** What rests on which source, by origin, and which claims rest on one origin alone. */
import type { Claim } from '../record/claim.ts';
import type { Evidence } from '../record/evidence.ts';
import type { Source } from '../record/source.ts';
import type { RecordState } from '../record/state.ts';
import { originGroupOf, originName } from './origin.ts';

export interface SourceUse {
  readonly source: Source;
  /** Live evidence of live claims. */
  readonly evidence: readonly Evidence[];
  /** Each once, by number. */
  readonly claims: readonly Claim[];
}

export interface OriginUse {
  /** As `originGroupOf` makes it. */
  readonly group: string;
  /** Empty where a source stands for itself. */
  readonly name: string;
  readonly sources: readonly SourceUse[];
  /** Claims with evidence from here and from no other origin, by number. */
  readonly alone: readonly Claim[];
}

/** Every live source in its group. Reads each record once. */
export function sourcesByOrigin(state: RecordState): OriginUse[] {
  const used = usesOf(state);
  const groups = new Map<string, SourceUse[]>();
  const originsOf = new Map<Claim, Set<string>>();
  for (const source of state.sources.values()) {
    if (source.removed) continue;
    const group = originGroupOf(source);
    const evidence = used.get(source.id) ?? [];
    const claims = claimsOf(state, evidence);
    const known = groups.get(group);
    if (known) known.push({ source, evidence, claims });
    else groups.set(group, [{ source, evidence, claims }]);
    for (const claim of claims) {
      originsOf.set(claim, (originsOf.get(claim) ?? new Set()).add(group));
    }
  }
  return [...groups].map(([group, sources]) => ({
    group,
    name: sources.map(({ source }) => originName(source)).find(Boolean) ?? '',
    sources,
    alone: byNumber(
      new Set(
        sources.flatMap(({ claims }) => claims.filter((claim) => originsOf.get(claim)?.size === 1)),
      ),
    ),
  }));
}

function usesOf(state: RecordState): Map<string, Evidence[]> {
  const used = new Map<string, Evidence[]>();
  for (const piece of state.evidence.values()) {
    const claim = state.claims.get(piece.claim);
    if (piece.removed || !claim || claim.withdrawn) continue;
    const known = used.get(piece.source);
    if (known) known.push(piece);
    else used.set(piece.source, [piece]);
  }
  return used;
}

function claimsOf(state: RecordState, evidence: readonly Evidence[]): Claim[] {
  return byNumber(
    new Set(
      evidence.flatMap((piece) => {
        const claim = state.claims.get(piece.claim);
        return claim ? [claim] : [];
      }),
    ),
  );
}

function byNumber(claims: ReadonlySet<Claim>): Claim[] {
  return [...claims].toSorted((a, b) => a.number - b.number);
}
