/** `attest verify`: replays logs and compares every hash and every snapshot. Works beside a running server. */
import type { Config } from '../config/options.ts';
import { verifyDocument } from '../log/verify.ts';
import type { Database } from '../storage/database.ts';
import { exit, type ExitCode, type Output } from './output.ts';
import { withDatabase } from './with-database.ts';

/** One document by the id in its address, or all of them, deleted ones included. */
export function verify(
  config: Config,
  output: Output,
  publicId: string | undefined,
): Promise<ExitCode> {
  return withDatabase(config, output, async (database) => {
    let query = database.query
      .selectFrom('documents')
      .select(['id', 'public_id', 'title'])
      .orderBy('id');
    if (publicId !== undefined) query = query.where('public_id', '=', publicId);
    const documents = await query.execute();
    if (publicId !== undefined && documents.length === 0) {
      output.err(`There is no document ${publicId}.`);
      return exit.failed;
    }
    let broken = 0;
    for (const { id, public_id, title: given } of documents) {
      // Any member may have given it: signs that steer a terminal could write a verdict of their own.
      const title = given.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
      const result = await verifyDocument(database, id, progress(output, public_id));
      if (result.ok) {
        const entries = counted(result.entries, 'entry', 'entries');
        const snapshots = counted(result.snapshots.length, 'snapshot', 'snapshots');
        output.out(
          `${public_id}  holds: ${entries}, ${snapshots}, head ${result.head}  (${title})`,
        );
      } else {
        broken += 1;
        output.out(
          `${public_id}  DOES NOT HOLD at entry ${result.seq}: ${result.problem}  (${title})`,
        );
      }
    }
    const lost = publicId === undefined ? await orphanedLogs(database) : [];
    for (const document of lost) {
      output.out(`Document ${document} of the log DOES NOT HOLD: its row is missing`);
    }
    broken += lost.length;
    const all = documents.length + lost.length;
    output.out(`${counted(all, 'document', 'documents')}, ${broken} damaged`);
    return broken === 0 ? exit.done : exit.failed;
  });
}

/** Logs whose document has no row: nothing else would miss them. */
async function orphanedLogs(database: Database): Promise<readonly number[]> {
  const rows = await database.query
    .selectFrom('log')
    .select('document')
    .distinct()
    .where('document', 'not in', (documents) => documents.selectFrom('documents').select('id'))
    .orderBy('document')
    .execute();
  return rows.map(({ document }) => document);
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** A line every few seconds; short logs say nothing. */
function progress(output: Output, publicId: string): (done: number, of: number) => void {
  let last = performance.now();
  return (done, of) => {
    if (performance.now() - last < 3000) return;
    last = performance.now();
    output.err(`${publicId}  ${done} of ${of} entries`);
  };
}
