// Tables for spreadsheets: one of the claims, a row each, and those that belong
// to them; one at a time as CSV, or all of them in a zip.
import { claims } from './csv/claims.ts';
import type { Table } from './csv/column.ts';
import { comments } from './csv/comments.ts';
import { evidence, sources } from './csv/findings.ts';
import { reviews, rulings, verdicts } from './csv/judgements.ts';
import { writeTable } from './csv/write-table.ts';
import type { ExportDocument, Exporter } from './exporter.ts';
import { brief, type ExportOption, names, off, on, onOff, talk, withdrawn } from './option.ts';
import { zipped } from './zip.ts';

const all: readonly Table[] = [claims, evidence, sources, rulings, verdicts, reviews, comments];
const ALL = 'all';

const which: ExportOption = {
  id: 'table',
  label: 'Table',
  help: 'One row a claim, or one of the tables that belong to them; all of them come as a zip file.',
  values: [
    ...all.map(({ id, label, internal }) => ({
      id,
      label,
      ...(internal && { audiences: ['internal' as const] }),
    })),
    { id: ALL, label: 'All tables (zip)' },
  ],
  standard: { internal: claims.id, public: claims.id },
  audiences: ['internal', 'public'],
};

const bom: ExportOption = {
  id: 'bom',
  label: 'For Excel',
  help: 'Begins with a byte order mark, by which Excel knows that the file is UTF-8.',
  values: onOff,
  standard: { internal: off, public: off },
  audiences: ['internal', 'public'],
};

function wanted({ chosen, selection }: ExportDocument): readonly Table[] {
  const { audience, talk: talks } = selection;
  return all.filter(
    ({ id, internal, talk: isTalk }) =>
      // A table that was asked for by name is there, if without a row.
      (chosen[which.id] === id || (chosen[which.id] === ALL && (talks || !isTalk))) &&
      (audience === 'internal' || !internal),
  );
}

function* write(document: ExportDocument, told: (share: number) => void) {
  const start = document.chosen[bom.id] === on ? '\ufeff' : '';
  const tables = wanted(document);
  const { records, views } = document;
  const total = tables.reduce(
    (sum, { id }) => sum + (id === claims.id ? views.length : records[id].size),
    0,
  );
  let rows = 0;
  const done = () => told(Math.min(1, (rows += 1) / total));
  function* file(table: Table): Generator<string> {
    if (start) yield start;
    yield* writeTable(table, document, done);
  }
  if (document.chosen[which.id] === ALL) {
    const files = tables.map((table) => ({
      name: `${table.id}.csv`,
      pieces: file(table),
    }));
    yield* zipped(files, document.now);
  } else for (const table of tables) yield* file(table);
}

export const csv: Exporter = {
  id: 'csv',
  label: 'Tables (CSV)',
  purpose:
    'For spreadsheets and statistics: one row a claim, and tables of evidence, sources, rulings, verdicts and comments.',
  audience: 'internal',
  options: [which, bom, names, { ...brief, audiences: [] }, talk, withdrawn],
  kind: (chosen) =>
    chosen[which.id] === ALL
      ? { extension: 'csv.zip', mediaType: 'application/zip' }
      : { extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
  write,
};
