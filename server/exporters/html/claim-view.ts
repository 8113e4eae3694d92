// Everything that the page says of one claim at several places, derived once.
import type { Node } from 'prosemirror-model';
import type { AnchorState } from '../../../domain/anchor/anchor-state.ts';
import { anchorsOfNode, wordsOfRanges } from '../../../domain/anchor/node-ranges.ts';
import { anchoredAs } from '../../../domain/derive/anchored.ts';
import { type Flag, flagsOf } from '../../../domain/derive/flags.ts';
import { latestRuling } from '../../../domain/derive/ruling.ts';
import { type Stage, stageOf } from '../../../domain/derive/stage.ts';
import type { Claim } from '../../../domain/record/claim.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import { ratingOf, type Rating } from '../../../domain/scale/scale.ts';

export interface ClaimView {
  readonly claim: Claim;
  /** The words that the anchor lies on now. */
  readonly words: string;
  readonly anchor: AnchorState;
  /** Positions in the text of its first and behind its last character; null where it lies nowhere. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly stage: Stage;
  readonly flags: readonly Flag[];
  readonly ruling: Ruling | null;
  /** Of the latest ruling; a rating that the scale does not know is none. */
  readonly rating: Rating | null;
}

/** Live claims in the order of the text, those that lie nowhere last. `records` should be indexed. */
export function viewClaims(text: Node, records: RecordState): ClaimView[] {
  const anchors = anchorsOfNode(text);
  const scale = scaleOf(records.settings.scale);
  return [...records.claims.values()]
    .filter((claim) => !claim.withdrawn)
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
