/**
 * Every claim as list, text and minimap show it. A row is derived anew only
 * where something that it was derived from is another object than before: of
 * 10,000 claims, one verdict touches one.
 */
import type { AnchorState } from '../../../../domain/derive/standing.ts';
import type { PersonId } from '../../../../domain/id.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import {
  type ClaimRecords,
  indexRecords,
  type IndexedState,
  recordsOf,
} from '../../../../domain/record/claim-records.ts';
import type { Source } from '../../../../domain/record/source.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import type { ClaimPaint } from '../../../editor/editor.ts';
import { type ClaimRow, claimRow } from './claim-row.ts';

type Anchors = ReadonlyMap<string, AnchorState>;

/** A row with all that it was derived from. */
interface Kept {
  readonly claim: Claim;
  readonly records: ClaimRecords;
  readonly anchor: AnchorState;
  readonly sources: readonly (Source | undefined)[];
  readonly row: ClaimRow;
}

interface Given {
  readonly record: RecordState;
  readonly order: readonly string[];
  readonly anchors: Anchors;
}

export class ClaimRows {
  readonly #me: PersonId;
  #kept = new Map<string, Kept>();
  #record: IndexedState | null = null;
  #given: Given | null = null;
  #rows: readonly ClaimRow[] = [];
  #paints: ReadonlyMap<string, ClaimPaint> = new Map();

  constructor(me: PersonId) {
    this.#me = me;
  }

  /** All claims in text order; those without a place in the text come last, by number. */
  of(record: RecordState, order: readonly string[], anchors: Anchors): readonly ClaimRow[] {
    const given = this.#given;
    if (given?.record === record && given.order === order && given.anchors === anchors)
      return this.#rows;
    this.#rederive(indexRecords(record), anchors);
    this.#given = { record, order, anchors };
    const rows = this.#inOrder(order);
    if (!sameItems(rows, this.#rows)) this.#rows = rows;
    return this.#rows;
  }

  /** The look of every claim that stands, by id. Call after `of`. */
  get paints(): ReadonlyMap<string, ClaimPaint> {
    return this.#paints;
  }

  #rederive(record: IndexedState, anchors: Anchors): void {
    const before = this.#record;
    // What every row may depend on: nobody changes it often.
    const anew = record.settings !== before?.settings || record.people !== before.people;
    const kept = new Map<string, Kept>();
    const paints = new Map<string, ClaimPaint>();
    for (const claim of record.claims.values()) {
      const known = anew ? undefined : this.#kept.get(claim.id);
      const anchor = anchors.get(claim.id) ?? 'exact';
      const records = recordsOf(record, claim.id);
      const still =
        known !== undefined &&
        known.claim === claim &&
        known.records === records &&
        known.anchor === anchor &&
        (record.sources === before?.sources ||
          sameItems(known.sources, sourcesOf(record, records)));
      const now = still
        ? known
        : {
            claim,
            records,
            anchor,
            sources: sourcesOf(record, records),
            row: claimRow(record, claim, anchor, this.#me),
          };
      kept.set(claim.id, now);
      if (!claim.withdrawn) paints.set(claim.id, now.row.paint);
    }
    this.#record = record;
    this.#kept = kept;
    this.#paints = paints;
  }

  #inOrder(order: readonly string[]): ClaimRow[] {
    const rows: ClaimRow[] = [];
    const placed = new Set<string>();
    for (const id of order) {
      const known = this.#kept.get(id);
      if (!known || placed.has(id)) continue;
      placed.add(id);
      rows.push(known.row);
    }
    if (placed.size === this.#kept.size) return rows;
    const rest = [...this.#kept.values()].filter(({ claim }) => !placed.has(claim.id));
    rest.sort((a, b) => a.claim.number - b.claim.number);
    return [...rows, ...rest.map(({ row }) => row)];
  }
}

function sourcesOf(record: RecordState, { evidence }: ClaimRecords): (Source | undefined)[] {
  return evidence.map(({ source }) => record.sources.get(source));
}

export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
