// What a table is made of: rows, and columns that each say how a row is put in words.
import type { RecordRoot } from '../../../domain/record/state.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { wentInto } from '../../../domain/record/merged-claims.ts';

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
  /** The records that it has a row for each. */
  readonly id: RecordRoot;
  readonly label: string;
  readonly internal?: boolean;
  /** Comments: left out where they were not chosen. */
  readonly talk?: boolean;
  headings(document: ExportDocument): readonly string[];
  rows(document: ExportDocument): Iterable<readonly Cell[]>;
}

export function table<Row>(made: {
  readonly id: RecordRoot;
  readonly label: string;
  readonly internal?: boolean;
  readonly talk?: boolean;
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

/** The number of the claim that a record belongs to. */
export function numberOf({ records }: ExportDocument, claim: string): number | undefined {
  return records.claims.get(claim)?.number;
}

/** "3, 4": the numbers of the claims that the file may speak of. */
export function numbersOf(document: ExportDocument, claims: readonly (string | null)[]): Cell {
  const numbers = claims.flatMap((id) => (id === null ? [] : (numberOf(document, id) ?? [])));
  return numbers.length === 1 ? numbers[0] : numbers.join(', ');
}

/** The claim that counts what was given on this one, which may have been merged. */
export function countedFor({ records }: ExportDocument, claim: string): string {
  return wentInto(records.claims, claim);
}

/** Records that belong to claims, in the order of the claims in the text. */
export function* ofClaims<R>(
  { views }: ExportDocument,
  of: (view: ClaimView) => readonly R[],
): Iterable<R> {
  for (const view of views) yield* of(view);
}
