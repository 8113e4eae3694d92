/**
 * `attest verify`: replays logs and compares every hash and every snapshot, and
 * signed heads where a file of them is given. Works beside a running server.
 */
import type { Config } from '../config/options.ts';
import { checkHead } from '../heads/check-head.ts';
import type { HeadsFile } from '../heads/head.ts';
import { readHeads } from '../heads/read-heads.ts';
import { verifyDocument } from '../log/verify.ts';
import type { Database } from '../storage/database.ts';
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
    if (heads) broken += await compareHeads(database, heads, publicId, output);
    const all = documents.length + lost.length;
    output.out(`${counted(all, 'document', 'documents')}, ${broken} damaged`);
    return broken === 0 ? exit.done : exit.failed;
  });
}

/** How many documents do not hold their signed heads, each said in a line. */
async function compareHeads(
  database: Database,
  { key, heads }: HeadsFile,
  publicId: string | undefined,
  output: Output,
): Promise<number> {
  const asked = heads.filter(({ id }) => publicId === undefined || id === publicId);
  const bad = new Set<string>();
  for (const head of asked) {
    const problem = await checkHead(database, key, head);
    const id = head.id.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
    if (problem === null) {
      const at = new Date(head.at).toISOString();
      output.out(`${id}  holds the head signed ${at}: entry ${head.seq}`);
    } else {
      bad.add(id);
      output.out(`${id}  DOES NOT HOLD ITS SIGNED HEAD: ${problem}`);
    }
  }
  output.out(`${counted(asked.length, 'signed head', 'signed heads')} by key ${key.id}`);
  return bad.size;
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
