/** What a killed server may lose: nothing that it acknowledged. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../../server/storage/database.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Result } from '../../domain/protocol/result.ts';
import { seeded } from '../random.ts';
import type { RawClient } from '../server/sync/raw-client.ts';
import { until } from '../until.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const ROUNDS = Number(process.env['ATTEST_CRASH_ROUNDS'] ?? 30);
const WRITERS = 3;

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(async () => {
  await newsroom.server.stop();
  await rm(newsroom.directory, { recursive: true, force: true });
});

/** A word that occurs once, so that its presence says whether that frame survived. */
function write(client: RawClient, word: string): void {
  client.edit((doc) => {
    const text = doc.getXmlFragment('text');
    let section = text.length > 0 ? (text.get(0) as Y.XmlElement) : null;
    if (!section) {
      section = new Y.XmlElement('section');
      text.insert(0, [section]);
    }
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(word)]);
    section.insert(section.length, [paragraph]);
  });
}

test(`${ROUNDS} times killed at a random moment: nothing acknowledged is missing, all copies agree, the chain holds`, async () => {
  const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
  const acknowledged: string[] = [];
  const settled: { commandId: string; tag: string }[] = [];
  let frames = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => newsroom.writer()));
    const sent = writers.map(() => [] as string[]);
    const commands = new Map<string, string>();
    let stop = false;
    const typing = writers.map(async (client, who) => {
      for (let i = 0; !stop && !client.closed; i++) {
        const word = `r${round}w${who}n${i}.`;
        sent[who]?.push(word);
        write(client, word);
        if (i % 7 === 0) {
          const commandId = `cmd-${round}-${who}-${i}`.padEnd(21, '_');
          commands.set(commandId, word);
          client.command(commandId, 'settings.edit', { changes: { publisher: word } });
        }
        await new Promise((resolve) => setTimeout(resolve, random.int(0, 4)));
      }
    });
    await new Promise((resolve) => setTimeout(resolve, random.int(30, 280)));
    await newsroom.crash();
    stop = true;
    await Promise.all(typing);
    await until('the sockets have noticed', () => writers.every((client) => client.closed));
    writers.forEach((client, who) => {
      // A frame a word: acknowledged up to there.
      acknowledged.push(...(sent[who] ?? []).slice(0, client.acked));
      frames += client.acked;
      for (const result of client.all('result') as Result[]) {
        if ('seq' in result)
          settled.push({ commandId: result.commandId, tag: commands.get(result.commandId) ?? '' });
      }
    });
  }
  const copies = await Promise.all([newsroom.writer(), newsroom.writer()]);
  const [text, other] = copies.map((client) => client.doc.getXmlFragment('text').toString());
  const missing = acknowledged.filter((word) => !text?.includes(word));
  expect(missing, `seed ${random.seed}`).toEqual([]);
  expect(other).toBe(text);
  // The test proves nothing where nothing was acknowledged.
  expect(frames).toBeGreaterThan(ROUNDS);
  expect(settled.length).toBeGreaterThan(0);
  for (const client of copies) client.close();
  await newsroom.server.stop();
  await expect(verify(newsroom)).resolves.toMatch(/1 document, 0 damaged/);
  const log = await allCommandIds(newsroom);
  expect(settled.filter(({ commandId }) => !log.has(commandId))).toEqual([]);
}, 600_000);

async function verify({ directory, document }: Newsroom): Promise<string> {
  const cli = path.join(import.meta.dirname, '..', '..', 'server', 'cli.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'verify', document], {
    env: {
      PATH: process.env['PATH'],
      ATTEST_DATA_DIRECTORY: path.join(directory, 'data'),
      ATTEST_KEY_DIRECTORY: path.join(directory, 'keys'),
    },
  });
  return stdout;
}

async function allCommandIds({ directory }: Newsroom): Promise<Set<string>> {
  const database = await openDatabase({ directory: path.join(directory, 'data'), access: 'read' });
  const rows = await database.query.selectFrom('commands').select('command_id').execute();
  await database.close();
  return new Set(rows.map((row) => row.command_id));
}
