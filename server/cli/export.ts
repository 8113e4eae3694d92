/** `attest export`: a document as a file, by whoever runs the server. Works beside a running server. */
import { isRefusal } from '../../domain/refusal.ts';
import type { Config } from '../config/options.ts';
import { readChoices } from '../exporters/choices.ts';
import { exporters } from '../exporters/list.ts';
import { readSource } from '../exporters/read-source.ts';
import { writeExport } from '../exporters/write-export.ts';
import { entriesOf } from '../records/whole-words.ts';
import { exit, type ExitCode, type Output } from './output.ts';
import { withDatabase } from './with-database.ts';
import { writeTo } from './write-to.ts';

export interface ExportRequest {
  /** The id in its address. */
  readonly document: string;
  readonly format: string;
  /** A file; undefined for standard output. */
  readonly to: string | undefined;
  /** `audience` and the format's options, as they were given. */
  readonly asked: Readonly<Record<string, unknown>>;
}

export async function exportDocument(
  config: Config,
  output: Output,
  { document: publicId, format, to, asked }: ExportRequest,
): Promise<ExitCode> {
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) {
    const all = exporters.map(({ id }) => id).join(', ');
    output.err(`There is no format "${format}". There are: ${all}.`);
    return exit.usage;
  }
  const choices = readChoices(exporter, asked);
  if (isRefusal(choices)) {
    output.err(choices.reason);
    return exit.usage;
  }
  return withDatabase(config, output, async (database) => {
    const row = await database.query
      .selectFrom('documents')
      .select('id')
      .where('public_id', '=', publicId)
      .executeTakeFirst();
    if (!row) {
      output.err(`There is no document ${publicId}.`);
      return exit.failed;
    }
    const source = await readSource({
      database,
      document: { id: row.id, publicId },
      publicUrl: config.publicUrl ?? null,
      takesFiles: exporter.takesFiles,
      now: Date.now(),
    });
    const chunks = writeExport(
      source,
      { exporter, choices },
      entriesOf(database, row.id),
      progress(output),
    );
    if (to === undefined) {
      for await (const chunk of chunks) await output.bytes(chunk);
      return exit.done;
    }
    return writeTo(to, chunks, output);
  });
}

/** A line every few seconds; short exports say nothing. */
function progress(output: Output): (share: number) => void {
  let last = performance.now();
  return (share) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    output.err(`${Math.round(100 * share)} %`);
  };
}
