// A table as CSV (RFC 4180). A cell that a spreadsheet would run as a formula
// gets an apostrophe in front; what is in it is words, never keys.
import { stringify } from 'csv-stringify/sync';
import type { ExportDocument } from '../exporter.ts';
import { bidiClosed, printable } from '../plain-words.ts';
import type { Cell, Table } from './column.ts';

const ROWS = 64;

function cellOf(cell: Cell): string | number {
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? bidiClosed(printable(cell)) : '';
}

function lines(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows as (string | number)[][], {
    escape_formulas: true,
    // Quoted throughout: where a list of another country is parted by semicolons,
    // one in the words would begin a cell, and a formula could stand behind it.
    quoted_string: true,
    record_delimiter: '\r\n',
  });
}

/** The file in pieces; `done` hears of each row. */
export function* writeTable(
  table: Table,
  document: ExportDocument,
  done: () => void,
): Generator<string> {
  yield lines([table.headings(document)]);
  let rows: (string | number)[][] = [];
  for (const row of table.rows(document)) {
    rows.push(row.map(cellOf));
    done();
    if (rows.length < ROWS) continue;
    yield lines(rows);
    rows = [];
  }
  if (rows.length > 0) yield lines(rows);
}
