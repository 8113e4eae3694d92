/**
 * `attest verify`: replays logs and compares every hash and every snapshot, and
 * signed heads where a file of them is given. Works beside a running server.
 */
import type { Config } from '../config/options.ts';
import { readHeads } from '../heads/read-heads.ts';
import { EntryKind } from '../log/entry.ts';
import type { RowSays } from '../log/verification.ts';
import { verifyDocument } from '../log/verify.ts';
import type { Database } from '../storage/database.ts';
import { compareHeads } from './compare-heads.ts';
import { counted, plain } from './words.ts';
import { exit, type ExitCode, type Output } from './output.ts';
import { withDatabase } from './with-database.ts';

export interface VerifyRequest {
  /** The id in its address; undefined for all, deleted ones included. */
  readonly document?: string | undefined;
  /** A file of signed heads that the logs have to hold. */
  readonly heads?: string | undefined;
}

export async function verify(
  config: Config,
  output: Output,
  { document: publicId, heads: path }: VerifyRequest = {},
): Promise<ExitCode> {
  const heads = path === undefined ? null : await readHeads(path, config.keyDirectory);
  if (typeof heads === 'string') {
    output.err(heads);
    return exit.failed;
  }
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
    const damaged = new Set<string>();
    for (const { id, public_id, title: given } of documents) {
      // Any member may have given it: signs that steer a terminal could write a verdict of their own.
      const title = plain(given);
      const result = await verifyDocument(database, id, progress(output, public_id));
      if (result.ok) {
        const entries = counted(result.entries, 'entry', 'entries');
        const snapshots = counted(result.snapshots.length, 'snapshot', 'snapshots');
        output.out(
          `${public_id}  holds: ${entries}, ${snapshots}, head ${result.head}  (${title})`,
        );
      } else {
        damaged.add(public_id);
        const { seq, problem, entry } = result;
        const says = entry ? `, which says ${rowWords(entry)}` : '';
        output.out(`${public_id}  DOES NOT HOLD at entry ${seq}: ${problem}${says}  (${title})`);
      }
    }
    const lost = publicId === undefined ? await orphanedLogs(database) : [];
    for (const document of lost) {
      output.out(`Document ${document} of the log DOES NOT HOLD: its row is missing`);
      damaged.add(`#${document}`);
    }
    const known = heads ? await compareHeads(database, heads, publicId, output) : null;
    for (const id of known?.damaged ?? []) damaged.add(id);
    const all = documents.length + lost.length;
    output.out(`${counted(all, 'document', 'documents')}, ${damaged.size} damaged`);
    return damaged.size === 0 && known?.compared !== 0 ? exit.done : exit.failed;
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

/** When, who and what, as a row says it that does not hold. */
function rowWords({ at, actor, kind }: RowSays): string {
  const time = new Date(at);
  const when = Number.isNaN(time.getTime()) ? `the time ${at}` : time.toISOString();
  const what = Object.entries(EntryKind).find(([, number]) => number === kind)?.[0];
  return `${when}, person ${actor}, ${what ?? `kind ${kind}`}`;
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
