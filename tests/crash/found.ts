/** What is left after crashes, compared with what was acknowledged, with itself, and with what follows from it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type * as Y from 'yjs';
import { anchorRanges } from '../../domain/anchor/set-anchor.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import { openDatabase } from '../../server/storage/database.ts';
import type { Newsroom } from './newsroom.ts';
import type { Acknowledged } from './rounds.ts';

/** Everything that was acknowledged and is not there. */
export async function missingOf(
  { directory }: Newsroom,
  doc: Y.Doc,
  { words, commands, sources, claims }: Acknowledged,
): Promise<string[]> {
  const text = new Set(new FragmentText(doc.getXmlFragment('text')).string.split('\n'));
  const database = await openDatabase({ directory: path.join(directory, 'data'), access: 'read' });
  const rows = await database.query.selectFrom('commands').select('command_id').execute();
  await database.close();
  const kept = new Set(rows.map((row) => row.command_id));
  return [
    ...words.filter((word) => !text.has(word)),
    ...commands.filter((id) => !kept.has(id)),
    ...sources.filter((id) => !doc.getMap('sources').has(id)),
    ...claims.filter((id) => !doc.getMap('claims').has(id)),
  ];
}

/** Claims without marks, marks without claims, sources without their command, numbers and words that are there twice. */
export async function halfApplied({ directory }: Newsroom, doc: Y.Doc): Promise<string[]> {
  const half: string[] = [];
  const fragment = doc.getXmlFragment('text');
  const marks = anchorRanges(fragment);
  const claims = doc.getMap<{ number: number }>('claims');
  for (const id of claims.keys()) if (!marks.has(id)) half.push(`claim ${id} has no mark`);
  for (const id of marks.keys()) if (!claims.has(id)) half.push(`mark ${id} has no claim`);
  const lines = new FragmentText(fragment).string.split('\n');
  if (new Set(lines).size !== lines.length) half.push('words are there twice');
  const database = await openDatabase({ directory: path.join(directory, 'data'), access: 'read' });
  const rows = await database.query.selectFrom('commands').select(['command_id', 'seq']).execute();
  await database.close();
  const made = claims.size + doc.getMap('sources').size;
  if (made !== rows.length) half.push(`${rows.length} commands made ${made} records`);
  return half;
}

/** What `attest verify` says. */
export async function verified(newsroom: Newsroom): Promise<string> {
  return attest(newsroom, 'verify', newsroom.document);
}

/** The rows of queue and search; and the same, derived anew from the log alone. */
export async function derivedRows(newsroom: Newsroom): Promise<{ kept: string; anew: string }> {
  const kept = await rowsOf(newsroom);
  await attest(newsroom, 'reindex');
  return { kept, anew: await rowsOf(newsroom) };
}

async function rowsOf({ directory }: Newsroom): Promise<string> {
  const database = await openDatabase({ directory: path.join(directory, 'data'), access: 'read' });
  const { query } = database;
  const units = await query
    .selectFrom('search_units')
    .select(['document', 'key', 'kind', 'number', 'title', 'body'])
    .orderBy('document')
    .orderBy('key')
    .execute();
  const waiting = await query
    .selectFrom('waiting')
    .selectAll()
    .orderBy('document')
    .orderBy('claim')
    .orderBy('person')
    .execute();
  await database.close();
  return JSON.stringify({ units, waiting });
}

async function attest({ directory }: Newsroom, ...args: string[]): Promise<string> {
  const cli = path.join(import.meta.dirname, '..', '..', 'server', 'cli.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...args], {
    env: {
      PATH: process.env['PATH'],
      ATTEST_DATA_DIRECTORY: path.join(directory, 'data'),
      ATTEST_KEY_DIRECTORY: path.join(directory, 'keys'),
    },
  });
  return stdout;
}
