// A log, its signed heads, and whoever has the database and knows how it is hashed.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { heads } from '../../../server/cli/heads.ts';
import { exit, type Output } from '../../../server/cli/output.ts';
import { verify } from '../../../server/cli/verify.ts';
import type { Config } from '../../../server/config/options.ts';
import { parseConfig } from '../../../server/config/parse-config.ts';
import { entryHash, GENESIS } from '../../../server/log/chain.ts';
import { writeSnapshot } from '../../../server/log/snapshot.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { recordEdits } from '../log/edits.ts';
import { appendText, createDocument } from '../storage/log-writing.ts';

/** Two documents; the first has a snapshot and ends with text, so that nothing else than its head misses its end. */
export async function writeLogs(directory: string): Promise<Config> {
  const database = await openDatabase({ directory: join(directory, 'data') });
  const { updates } = recordEdits(5, 40);
  await createDocument(database, 1, updates[0]);
  await appendText(database, updates.slice(1, 8));
  await writeSnapshot(database, { document: 1, at: 3_000 });
  await appendText(database, updates.slice(8));
  await createDocument(database, 2);
  await database.close();
  const parsed = parseConfig(
    {
      ATTEST_DATA_DIRECTORY: join(directory, 'data'),
      ATTEST_KEY_DIRECTORY: join(directory, 'keys'),
    },
    () => '',
  );
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.config;
}

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function said(work: (output: Output) => Promise<number>): Promise<Said> {
  let [out, err] = ['', ''];
  const code = await work({
    out: (text) => void (out += `${text}\n`),
    err: (text) => void (err += `${text}\n`),
    bytes: async (chunk) => void (out += Buffer.from(chunk).toString()),
  });
  return { code, out, err };
}

export const verified = (config: Config, request: Parameters<typeof verify>[2] = {}) =>
  said((output) => verify(config, output, request));

/** The path of the file of signed heads, of all documents or one. */
export async function signed(config: Config, name: string, document?: string): Promise<string> {
  const to = join(config.keyDirectory, '..', name);
  const { code, err } = await said((output) => heads(config, output, { document, to }));
  if (code !== exit.done) throw new Error(err);
  return to;
}

interface Row {
  readonly lineage: string;
  readonly document: number;
  readonly seq: number;
  readonly at: number;
  readonly actor: number;
  readonly kind: number;
  readonly salt: Uint8Array;
  readonly payload: Uint8Array;
}

export function open(config: Config): Sqlite.Database {
  return new Sqlite(join(config.dataDirectory, 'attest.db'));
}

/** Every hash of document 1 anew, as `change` leaves the rows: what a forger with the file can do. */
export function rewrite(config: Config, change: (sqlite: Sqlite.Database) => void): void {
  const sqlite = open(config);
  change(sqlite);
  let previous = GENESIS;
  for (const row of sqlite
    .prepare<[], Row>('select * from log where document = 1 order by seq')
    .all()) {
    previous = entryHash(previous, row);
    sqlite.prepare('update log set hash = ? where document = 1 and seq = ?').run(previous, row.seq);
  }
  sqlite.close();
}
