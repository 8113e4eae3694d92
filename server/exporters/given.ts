// What was given on a claim and on those that were merged into it. A file tells
// each once: at the claim that it counts for, with the number of the claim that
// it was given on.
import type { StaleReason } from '../../domain/derive/standing.ts';
import { type ClaimRecords, recordsOf } from '../../domain/record/claim-records.ts';
import type { Evidence } from '../../domain/record/evidence.ts';
import { wentInto } from '../../domain/record/merged-claims.ts';
import type { Review } from '../../domain/record/review.ts';
import type { Ruling } from '../../domain/record/ruling.ts';
import type { Verdict } from '../../domain/record/verdict.ts';
import type { ClaimView } from './claim-view.ts';
import type { ExportDocument } from './exporter.ts';

export interface Given<R> {
  readonly record: R;
  /** The number of the merged claim that it was given on; null for the claim itself. */
  readonly on: number | null;
}

/** One verdict, and why it no longer stands as it was given. */
export interface GivenVerdict extends Given<Verdict> {
  readonly stale: StaleReason | null;
}

type Owned = Exclude<keyof ClaimRecords, 'evidence'>;

function givenOn<Root extends Owned>(
  { records }: ExportDocument,
  { claim, merged }: ClaimView,
  root: Root,
): Given<ClaimRecords[Root][number]>[] {
  if (wentInto(records.claims, claim.id) !== claim.id) return [];
  return [claim, ...merged].flatMap(({ id, number }) =>
    (records.byClaim.get(id)?.[root] ?? []).map((record) => ({
      record,
      on: id === claim.id ? null : number,
    })),
  );
}

/** In the order of time; those of merged claims too in whose place their authors gave another one here. */
export function verdictsOn(document: ExportDocument, view: ClaimView): GivenVerdict[] {
  const counting = new Set(recordsOf(document.records, view.claim.id).verdicts);
  return givenOn(document, view, 'verdicts')
    .map((given) => ({
      ...given,
      stale: counting.has(given.record) ? (view.stale.get(given.record.author) ?? null) : null,
    }))
    .toSorted(
      ({ record: a }, { record: b }) => a.submittedAt - b.submittedAt || a.author - b.author,
    );
}

/** In the order of time. */
export function reviewsOn(document: ExportDocument, view: ClaimView): Given<Review>[] {
  return givenOn(document, view, 'reviews').toSorted(
    ({ record: a }, { record: b }) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : 1),
  );
}

/** In the order of time. */
export function rulingsOn(document: ExportDocument, view: ClaimView): Given<Ruling>[] {
  return givenOn(document, view, 'rulings').toSorted(
    ({ record: a }, { record: b }) => a.ruledAt - b.ruledAt || (a.id < b.id ? -1 : 1),
  );
}

/** "given on #3"; nothing for the claim itself. */
export function givenOnWords({ on }: Given<unknown>): string {
  return on === null ? '' : `given on #${on}`;
}

/** "came with #3": the claims by whose merges a piece of evidence came here. */
export function cameFromWords({ records }: ExportDocument, { cameFrom }: Evidence): string {
  const numbers = cameFrom.flatMap((id) => records.claims.get(id)?.number ?? []);
  return numbers.length === 0 ? '' : `came with ${numbers.map((each) => `#${each}`).join(', ')}`;
}
