/** `attest export`: a document as a file, by whoever runs the server. Works beside a running server. */
import { writeFile } from 'node:fs/promises';
import * as Y from 'yjs';
import type { Config } from '../config/options.ts';
import { exportInput } from '../exporters/export-input.ts';
import { exporters } from '../exporters/list.ts';
import { applyLoaded, loadDocument } from '../log/load.ts';
import { LiveDocument } from '../sync/live-document.ts';
import { peopleOf } from '../sync/people.ts';
import { explain } from './explain.ts';
import { exit, type ExitCode, type Output } from './output.ts';
import { withDatabase } from './with-database.ts';

export interface ExportRequest {
  /** The id in its address. */
  readonly document: string;
  readonly format: string;
  /** A file; undefined for standard output. */
  readonly to: string | undefined;
}

export async function exportDocument(
  config: Config,
  output: Output,
  request: ExportRequest,
): Promise<ExitCode> {
  const exporter = exporters.find(({ id }) => id === request.format);
  if (!exporter) {
    output.err(
      `There is no format "${request.format}". There are: ${exporters.map(({ id }) => id).join(', ')}.`,
    );
    return exit.usage;
  }
  return withDatabase(config, output, async (database) => {
    const row = await database.query
      .selectFrom('documents')
      .select('id')
      .where('public_id', '=', request.document)
      .executeTakeFirst();
    if (!row) {
      output.err(`There is no document ${request.document}.`);
      return exit.failed;
    }
    const doc = new Y.Doc();
    applyLoaded(doc, await loadDocument(database, row.id));
    const live = new LiveDocument(doc, await peopleOf(database, row.id));
    const written = exporter.write(
      await exportInput({
        database,
        document: { id: row.id, publicId: request.document },
        live,
        audience: exporter.audience,
        now: Date.now(),
      }),
    );
    if (request.to === undefined) {
      output.out(written);
      return exit.done;
    }
    try {
      // Nothing is overwritten: what is there may be the only copy of something.
      await writeFile(request.to, written, { flag: 'wx' });
    } catch (error) {
      output.err(`${request.to} cannot be written: ${explain(error)}`);
      return exit.failed;
    }
    output.err(`${request.to} written`);
    return exit.done;
  });
}
