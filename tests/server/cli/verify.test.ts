import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { exit } from '../../../server/cli/output.ts';
import { verify } from '../../../server/cli/verify.ts';
import { parseConfig } from '../../../server/config/parse-config.ts';
import { temporaryDirectory } from '../storage/fixture.ts';
import { appendText, createDocument } from '../storage/log-writing.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { openOffice } from '../sync/office.ts';

test('attest verify says one line a document, whatever its title would make of the terminal', async () => {
  await using office = await openOffice({ Lea: 'lead' });
  const { database, directory, document } = office;
  await database.query
    .updateTable('documents')
    .set({ title: 'A\u001b[2K\rreport)\nanother  holds\u202e' })
    .where('id', '=', document.id)
    .execute();
  const parsed = parseConfig({ ATTEST_DATA_DIRECTORY: directory }, () => '');
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const lines: string[] = [];
  const code = await verify(parsed.config, {
    out: (text) => void lines.push(text),
    err: () => {},
    bytes: async () => {},
  });
  expect(code).toBe(exit.done);
  expect(lines[0]).toMatch(/ {2}\(A\[2Kreport\)another {2}holds\)$/);
  expect(lines[0]).toMatch(/ holds: 1 entry, \d+ snapshots?, head /);
  expect(lines[0]).not.toMatch(/\b1 (?:entries|snapshots)\b/);
  expect(lines[1]).toBe('1 document, 0 damaged');
  expect(lines.join('')).not.toMatch(/\p{C}/u);
});

test('attest verify misses a document whose row is gone', async () => {
  const directory = temporaryDirectory();
  const database = await openDatabase({ directory });
  await createDocument(database);
  await database.close();
  const sqlite = new Sqlite(join(directory, 'attest.db'));
  sqlite.pragma('foreign_keys = off');
  sqlite.exec('delete from documents');
  sqlite.close();
  const parsed = parseConfig({ ATTEST_DATA_DIRECTORY: directory }, () => '');
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const lines: string[] = [];
  const output = {
    out: (text: string) => void lines.push(text),
    err: () => {},
    bytes: async () => {},
  };
  expect(await verify(parsed.config, output)).toBe(exit.failed);
  expect(lines).toEqual([
    'Document 1 of the log DOES NOT HOLD: its row is missing',
    '1 document, 1 damaged',
  ]);
});

test('attest verify says of the first bad entry when, who and what, as far as it says so itself', async () => {
  const directory = temporaryDirectory();
  const database = await openDatabase({ directory });
  await createDocument(database);
  await appendText(database, [new Uint8Array([0, 0])]);
  await database.close();
  const parsed = parseConfig({ ATTEST_DATA_DIRECTORY: directory }, () => '');
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const { config } = parsed;
  const told = async (change: string): Promise<string> => {
    const sqlite = new Sqlite(join(directory, 'attest.db'));
    sqlite.exec(`update log set ${change} where seq = 2`);
    sqlite.close();
    let out = '';
    const output = {
      out: (text: string) => void (out += `${text}\n`),
      err: () => {},
      bytes: async () => {},
    };
    expect(await verify(config, output)).toBe(exit.failed);
    return out;
  };
  expect(await told('at = 1700000000000')).toContain(
    'DOES NOT HOLD at entry 2: its hash does not match, which says 2023-11-14T22:13:20.000Z, person 1, text  (A report)',
  );
  expect(await told('at = 9007199254740991, kind = 77')).toContain(
    'which says the time 9007199254740991, person 1, kind 77',
  );
});
