// Everything that a file says of one claim at several places, derived once.
import type { Node } from 'prosemirror-model';
import type { AnchorState } from '../../domain/anchor/anchor-state.ts';
import { type NodeRange, wordsOfRanges } from '../../domain/anchor/node-ranges.ts';
import { anchoredAs } from '../../domain/derive/anchored.ts';
import { type Flag, flagsOf } from '../../domain/derive/flags.ts';
import { latestRuling } from '../../domain/derive/ruling.ts';
import { type Stage, stageOf } from '../../domain/derive/stage.ts';
import { stalenessOf, type StaleReason } from '../../domain/derive/standing.ts';
import type { PersonId } from '../../domain/id.ts';
import type { Claim } from '../../domain/record/claim.ts';
import { recordsOf } from '../../domain/record/claim-records.ts';
import { mergesOf, wentInto } from '../../domain/record/merged-claims.ts';
import type { RecordState } from '../../domain/record/state.ts';
import type { Ruling } from '../../domain/record/ruling.ts';
import { scaleOf } from '../../domain/scale/list.ts';
import { ratingOf, type Rating } from '../../domain/scale/scale.ts';

export interface ClaimView {
  readonly claim: Claim;
  /** The words that the anchor lies on now. */
  readonly words: string;
  readonly anchor: AnchorState;
  /** Positions in the text of its first and behind its last character; null where it lies nowhere. */
  readonly span: NodeRange | null;
  /** Null where the file says nothing of it. */
  readonly stage: Stage | null;
  readonly flags: readonly Flag[];
  /** Why a verdict no longer stands as it was given, by its author. */
  readonly stale: ReadonlyMap<PersonId, StaleReason>;
  /** Claims that turned out to be this one in the end, and that the file may speak of. */
  readonly merged: readonly Claim[];
  readonly ruling: Ruling | null;
  /** Of the latest ruling; a rating that the scale does not know is none. */
  readonly rating: Rating | null;
}

/** Claims in the order of the text, those that lie nowhere last. `records` should be indexed. */
export function viewClaims(
  text: Node,
  records: RecordState,
  anchors: ReadonlyMap<string, readonly NodeRange[]>,
): ClaimView[] {
  const merges = mergesOf(records.claims);
  const scale = scaleOf(records.settings.scale);
  return [...records.claims.values()]
    .map((claim) => {
      const ranges = anchors.get(claim.id) ?? [];
      const words = wordsOfRanges(text, ranges);
      const anchor = anchoredAs(claim, words);
      const [first, last] = [ranges[0], ranges.at(-1)];
      const ruling = latestRuling(records, claim.id);
      return {
        claim,
        words,
        anchor,
        span: first && last ? { from: first.from, to: last.to } : null,
        stage: stageOf(records, claim, anchor),
        flags: flagsOf(records, claim, anchor),
        stale: staleOn(records, claim, anchor),
        merged: (merges.get(claim.id) ?? []).filter(
          ({ id }) => wentInto(records.claims, id) === claim.id,
        ),
        ruling,
        rating: (ruling && ratingOf(scale, ruling.rating)) ?? null,
      };
    })
    .toSorted(
      (a, b) =>
        (a.span?.from ?? Infinity) - (b.span?.from ?? Infinity) ||
        (b.span?.to ?? 0) - (a.span?.to ?? 0) ||
        a.claim.number - b.claim.number,
    );
}

function staleOn(
  records: RecordState,
  claim: Claim,
  anchor: AnchorState,
): ReadonlyMap<PersonId, StaleReason> {
  return new Map(
    recordsOf(records, claim.id).verdicts.flatMap((verdict) => {
      const staleness = stalenessOf(records, claim, verdict, anchor);
      return staleness ? [[verdict.author, staleness.reason] as const] : [];
    }),
  );
}
