// What a table is made of: rows, and columns that each say how a row is put in words.
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { scaleOf } from '../../../domain/scale/list.ts';
import { ratingOf } from '../../../domain/scale/scale.ts';

/** Words, a number, or nothing. */
export type Cell = string | number | null | undefined | false;

export interface Column<Row> {
  readonly heading: string;
  /** Left out where nobody is to be named. */
  readonly names?: boolean;
  /** Left out of files for the public: it is always empty there. */
  readonly internal?: boolean;
  cell(row: Row, document: ExportDocument): Cell;
}

/** One kind of rows, with what it is called in menus and files. */
export interface Table {
  readonly id: string;
  readonly label: string;
  readonly internal?: boolean;
  headings(document: ExportDocument): readonly string[];
  rows(document: ExportDocument): Iterable<readonly Cell[]>;
}

export function table<Row>(made: {
  readonly id: string;
  readonly label: string;
  readonly internal?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: (document: ExportDocument) => Iterable<Row>;
}): Table {
  const { columns, rows, ...named } = made;
  const shown = ({ selection }: ExportDocument) =>
    columns.filter(
      (column) =>
        (selection.names || !column.names) &&
        (selection.audience === 'internal' || !column.internal),
    );
  return {
    ...named,
    headings: (document) => shown(document).map(({ heading }) => heading),
    *rows(document) {
      const cells = shown(document);
      for (const row of rows(document)) yield cells.map(({ cell }) => cell(row, document));
    },
  };
}

/** "2026-11-23T10:00:00Z": tables are sorted and counted by it. */
export function when(at: number): string {
  return new Date(at).toISOString();
}

/** The word, never the key; a rating that the scale does not know is what it is called there. */
export function ratingWord({ records }: ExportDocument, id: string): string {
  return ratingOf(scaleOf(records.settings.scale), id)?.label ?? id;
}

/** The number of the claim that a record belongs to. */
export function numberOf({ records }: ExportDocument, claim: string): Cell {
  return records.claims.get(claim)?.number;
}

/** Records that belong to claims, in the order of the claims in the text. */
export function* ofClaims<R>(
  { views }: ExportDocument,
  of: (view: ClaimView) => readonly R[],
): Iterable<R> {
  for (const view of views) yield* of(view);
}
