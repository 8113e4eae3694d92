/** What a scenario found, as data: printed at the end and written down as JSON. */
export interface Table {
  readonly title: string;
  /** What the figures are, and what they are not. */
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A number, or words where there is none. */
export type Cell = number | string;

export function printed(table: Table): string {
  const rows = [table.columns, ...table.rows.map((row) => row.map(shown))];
  const widths = table.columns.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  return [table.title, ...lines, ...table.notes.map((note) => `· ${note}`)].join('\n');
}

/** Three figures are more than such measurements hold. */
function shown(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (Number.isNaN(cell)) return '–';
  if (cell === 0) return '0';
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(cell))));
  return cell.toFixed(Math.min(decimals, 2));
}

/** How many times as much; NaN where there is nothing to compare with. */
export function times(ours: number, theirs: number | undefined): number {
  return theirs === undefined || theirs === 0 ? Number.NaN : ours / theirs;
}
