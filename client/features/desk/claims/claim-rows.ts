/** What the list of claims shows of each, and which ones a filter leaves: plain functions over the record. */
import { flagsOf, type Flag } from '../../../../domain/derive/flags.ts';
import { gradesText } from '../../../../domain/derive/grades.ts';
import { latestRuling } from '../../../../domain/derive/ruling.ts';
import { headcountOf, type Stage, stageOf } from '../../../../domain/derive/stage.ts';
import { type AnchorState, revealedOn } from '../../../../domain/derive/standing.ts';
import { waitingFor } from '../../../../domain/derive/waiting.ts';
import { stageWords } from '../../../../domain/derive/words.ts';
import type { PersonId } from '../../../../domain/id.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { indexRecords } from '../../../../domain/record/claim-records.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { ratingOf } from '../../../../domain/scale/scale.ts';
import { type RatingHue, ratingHue } from '../../../ui/rating-hue.ts';

export interface ClaimRow {
  readonly claim: Claim;
  readonly stage: Stage;
  readonly flags: readonly Flag[];
  /** Those that the other words of the row do not tell already. */
  readonly told: readonly Flag[];
  /** The rating's word once settled, else the stage's. */
  readonly standing: string;
  /** Null before there is a ruling: no colour says anything then. */
  readonly hue: RatingHue | null;
  /** `▲B2 ▼C3`, or that there is none. Before reveal of one's own evidence alone. */
  readonly grades: string;
  /** "2 of 3" */
  readonly judged: string;
  readonly forMe: boolean;
}

export const filters = [
  'for-me',
  'disputed',
  'unsourced',
  'stale',
  'settled',
  'removed',
  'withdrawn',
] as const;
export type Filter = (typeof filters)[number];

export const filterWords: Readonly<Record<Filter, string>> = {
  'for-me': 'For me',
  disputed: 'Disputed',
  unsourced: 'Unsourced',
  stale: 'Stale',
  settled: 'Settled',
  removed: 'Removed',
  withdrawn: 'Withdrawn',
};

/** All claims in text order; those without a place in the text come last, by number. */
export function claimRows(
  record: RecordState,
  order: readonly string[],
  anchors: ReadonlyMap<string, AnchorState>,
  me: PersonId,
): ClaimRow[] {
  const indexed = indexRecords(record);
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = ({ id }: Claim): number => place.get(id) ?? order.length;
  return [...record.claims.values()]
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.number - b.number)
    .map((claim) => claimRow(indexed, claim, anchors.get(claim.id) ?? 'exact', me));
}

function claimRow(record: RecordState, claim: Claim, anchor: AnchorState, me: PersonId): ClaimRow {
  const stage = stageOf(record, claim, anchor);
  const flags = flagsOf(record, claim, anchor);
  const ruling = latestRuling(record, claim.id);
  const rating = ruling && ratingOf(scaleOf(record.settings.scale), ruling.rating);
  const { submitted, wanted } = headcountOf(record, claim);
  const settled = stage === 'settled' && rating;
  const grades = gradesText(record, claim, revealedOn(record, claim) ? undefined : me);
  return {
    claim,
    stage,
    flags,
    told: flags.filter((flag) => flag !== 'unsourced' && flag !== 'in-review'),
    standing: settled ? rating.label : stageWords[stage],
    hue: ruling && stage !== 'disputed' ? ratingHue(ruling.rating) : null,
    grades: flags.includes('unsourced') ? 'no source' : /\w/.test(grades) ? grades : 'no grade',
    judged: `${submitted} of ${wanted}`,
    forMe: waitingFor(record, claim, me, anchor).length > 0,
  };
}

function passes(row: ClaimRow, filter: Filter): boolean {
  if (filter === 'for-me') return row.forMe;
  if (filter === 'disputed' || filter === 'settled') return row.stage === filter;
  return row.flags.includes(filter);
}

/** How many claims a filter leaves. */
export function countOf(rows: readonly ClaimRow[], filter: Filter): number {
  return rows.filter(
    (row) => (filter === 'withdrawn' || !row.claim.withdrawn) && passes(row, filter),
  ).length;
}

/** Withdrawn claims are shown only where they are asked for. */
export function shownRows(
  rows: readonly ClaimRow[],
  filter: Filter | null,
  search: string,
): ClaimRow[] {
  const words = search.trim().toLocaleLowerCase();
  return rows.filter((row) => {
    if (row.claim.withdrawn && filter !== 'withdrawn') return false;
    if (filter && !passes(row, filter)) return false;
    return words === '' || wordsOf(row.claim).includes(words);
  });
}

function wordsOf({ number, quote, restatement, claimant, short }: Claim): string {
  return `#${number} ${quote.exact} ${restatement} ${claimant} ${short}`.toLocaleLowerCase();
}
