// The stand-alone verifier, as an outsider runs it: copied to an empty directory,
// as a process of its own, on a real export, and on each kind of damage to it.
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportLog } from '../../../server/cli/export-log.ts';
import { exit } from '../../../server/cli/output.ts';
import { HeadKey } from '../../../server/heads/head-key.ts';
import { rewrite, signed, writeLogs } from '../heads/keeping.ts';
import { temporaryDirectory } from '../storage/fixture.ts';

const VERIFIER = join(import.meta.dirname, '../../../docs/verify-log.mjs');
const run = promisify(execFile);
type Line = Record<string, string | number>;

/** Made once; what each test changes is its own copy. */
let log: string;
let headsFile: string;
let rewritten: string;
const directory = mkdtempSync(join(tmpdir(), 'attest-'));
afterAll(() => rmSync(directory, { recursive: true }));
beforeAll(async () => {
  const config = await writeLogs(directory);
  const written = async (name: string): Promise<string> => {
    const to = join(directory, name);
    const output = { out: () => {}, err: () => {}, bytes: async () => {} };
    const request = { document: 'document-1', to };
    expect(await exportLog(config, output, request)).toBe(exit.done);
    return readFileSync(to, 'utf8');
  };
  log = await written('log.jsonl');
  headsFile = readFileSync(await signed(config, 'heads.json'), 'utf8');
  rewrite(config, (sqlite) =>
    sqlite.exec('update log set actor = 0 where document = 1 and seq = 3'),
  );
  rewritten = await written('rewritten.jsonl');
});

/** In a directory that has the verifier, the files, and nothing else. */
async function verifier(
  text: string,
  heads?: string,
  ...more: string[]
): Promise<{ code: number; out: string; err: string }> {
  const cwd = join(temporaryDirectory(), 'empty');
  mkdirSync(cwd);
  copyFileSync(VERIFIER, join(cwd, 'verify-log.mjs'));
  writeFileSync(join(cwd, 'log.jsonl'), text);
  if (heads !== undefined) writeFileSync(join(cwd, 'heads.json'), heads);
  const args = [
    'verify-log.mjs',
    'log.jsonl',
    ...(heads === undefined ? [] : ['--heads', 'heads.json']),
    ...more,
  ];
  const options = { cwd, env: {} };
  try {
    const { stdout, stderr } = await run(process.execPath, args, options);
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

const lines = (text = log): string[] => text.trimEnd().split('\n');
const joined = (all: readonly string[]): string => `${all.join('\n')}\n`;

/** The export with line `seq` changed. */
function changed(seq: number, change: (line: Line) => Line): string {
  const all = lines();
  all[seq] = JSON.stringify(change(JSON.parse(all[seq] ?? '{}')));
  return joined(all);
}

describe('the stand-alone verifier', () => {
  test('says what a log is that holds, and what it does not know without a signed head', async () => {
    const last: Line = JSON.parse(lines().at(-1) ?? '{}');
    const { code, out, err } = await verifier(log);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('The log of document document-1 holds.');
    expect(out).toContain(`entries  ${last['seq']}\n`);
    expect(out).toContain(`head     ${last['hash']}\n`);
    expect(out).toContain('cut short or written anew would hold too');
    const with_ = await verifier(log, headsFile);
    expect(with_.code).toBe(0);
    expect(with_.out).toMatch(
      new RegExp(`signed {3}entry ${last['seq']}, on .* by key [0-9a-f]{16}`),
    );
    const { key } = JSON.parse(headsFile);
    expect((await verifier(log, headsFile, '--key', key.public)).code).toBe(0);
  });

  const other = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
  test.each<[string, (line: Line) => Line]>([
    ['at', (line) => ({ ...line, at: Number(line['at']) + 1 })],
    ['actor', (line) => ({ ...line, actor: Number(line['actor']) + 1 })],
    ['kind', (line) => ({ ...line, kind: Number(line['kind']) + 1 })],
    ['lineage', (line) => ({ ...line, lineage: `${line['lineage']}x` })],
    ['salt', (line) => ({ ...line, salt: other(String(line['salt'])) })],
    ['payload', (line) => ({ ...line, payload: other(String(line['payload'])) })],
    ['hash', (line) => ({ ...line, hash: 'f'.repeat(64) })],
    ['seq', (line) => ({ ...line, seq: 400 })],
    ['a field of another kind', (line) => ({ ...line, at: String(line['at']) })],
    ['a salt that is too long', (line) => ({ ...line, salt: `${line['salt']}AAAA` })],
  ])('names the entry where it finds changed: %s', async (_, change) => {
    const { code, out } = await verifier(changed(6, change));
    expect(code).toBe(1);
    expect(out).toMatch(/^The log DOES NOT HOLD at entry 6: /);
    expect(out).toMatch(/It says: .*person .*, \w+\./);
  });

  test('finds entries that are missing, exchanged, repeated, added or no entries', async () => {
    const all = lines();
    const [five = '', six = ''] = all.slice(5, 7);
    const cases: readonly [string, number, readonly string[]][] = [
      ['missing', 5, all.toSpliced(5, 1)],
      ['exchanged', 5, all.toSpliced(5, 2, six, five)],
      ['repeated', 6, all.toSpliced(5, 0, five)],
      ['cut', all.length - 1, all.slice(0, -1)],
      ['no JSON', 5, all.toSpliced(5, 1, five.slice(0, -4))],
      ['no entry', 5, all.toSpliced(5, 1, 'null')],
      ['empty', 5, all.toSpliced(5, 0, '')],
    ];
    for (const [what, seq, damaged] of cases) {
      const { code, out } = await verifier(joined(damaged));
      expect([what, code, out]).toEqual([
        what,
        1,
        expect.stringContaining(`HOLD at entry ${seq}: `),
      ]);
    }
  });

  test('finds by the signed head what holds in itself: a log written anew, and one cut with its header', async () => {
    const entries = lines().length - 1;
    expect((await verifier(rewritten)).code).toBe(0);
    expect((await verifier(rewritten, headsFile)).out).toContain(
      `DOES NOT HOLD at entry ${entries}: it is not the one whose head was signed`,
    );
    const header: Line = JSON.parse(lines()[0] ?? '{}');
    const cut = joined([JSON.stringify({ ...header, entries: 10 }), ...lines().slice(1, 11)]);
    expect((await verifier(cut)).code).toBe(0);
    const { code, out } = await verifier(cut, headsFile);
    expect([code, out]).toEqual([1, expect.stringContaining('at entry 11: it is missing')]);
  });

  test('believes no head whose signature or key is not what it should be', async () => {
    const file = JSON.parse(headsFile);
    const later = { ...file, heads: [{ ...file.heads[0], at: file.heads[0].at + 1 }] };
    const { code, out } = await verifier(log, JSON.stringify(later));
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('signature of its head does not hold'),
    ]);
    const forged = JSON.stringify(HeadKey.in(temporaryDirectory()).file(file.heads));
    expect((await verifier(log, forged, '--key', file.key.public)).code).toBe(2);
    const odd = JSON.stringify({ ...file, key: { ...file.key, id: '0'.repeat(16) } });
    expect((await verifier(log, odd)).code).toBe(2);
    const none = JSON.stringify({ ...file, heads: file.heads.slice(1) });
    expect(await verifier(log, none)).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no head of document document-1'),
    });
  });

  test('says how it is called, and what it cannot read', async () => {
    for (const [text, ...more] of [
      ['', undefined],
      ['{}\n', undefined],
      ['nonsense', undefined],
      [log.replace('"version":1', '"version":2'), undefined],
      [log, undefined, '--nonsense'],
      [log, undefined, '--key', 'x'],
      [log, '{}'],
    ] as const) {
      const { code, err } = await verifier(text, ...more);
      expect([code, err]).toEqual([2, expect.stringMatching(/\w/)]);
    }
  });

  test('lets no file steer the terminal', async () => {
    const { out } = await verifier(log.replace('"id":"document-1"', '"id":"d\\u001b[2K\\u202e"'));
    expect(out).not.toMatch(/[^\P{C}\n]/u);
  });
});
