/** `attest export-log`: a document's log as it stands, for a verifier that needs nothing of ours. */
import type { Config } from '../config/options.ts';
import { logLines } from '../log/log-lines.ts';
import { exit, type ExitCode, type Output } from './output.ts';
import { withDatabase } from './with-database.ts';
import { writeTo } from './write-to.ts';

export interface ExportLogRequest {
  /** The id in its address. */
  readonly document: string;
  /** A file; undefined for standard output. */
  readonly to: string | undefined;
}

/** Works beside a running server, and on a damaged log too: it is the verifier that says what does not hold. */
export function exportLog(
  config: Config,
  output: Output,
  { document: publicId, to }: ExportLogRequest,
): Promise<ExitCode> {
  return withDatabase(config, output, async (database) => {
    const row = await database.query
      .selectFrom('documents')
      .select(['id', 'public_id as publicId'])
      .where('public_id', '=', publicId)
      .executeTakeFirst();
    if (!row) {
      output.err(`There is no document ${publicId}.`);
      return exit.failed;
    }
    const lines = logLines(database, row, Date.now());
    if (to !== undefined) return writeTo(to, lines, output);
    for await (const chunk of lines) await output.bytes(chunk);
    return exit.done;
  });
}
