import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadDocument } from '../../../server/log/load.ts';
import { verifyDocument } from '../../../server/log/verify.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { seeded } from '../../random.ts';
import { openTemporary, temporaryDirectory } from './fixture.ts';
import { appendText } from './log-writing.ts';

const script = fileURLToPath(new URL('./server-process.ts', import.meta.url));

/** A process that has the directory open when this resolves; `lines` are what it says after. */
async function start(directory: string, mode: 'hold' | 'append') {
  const child: ChildProcess = spawn(process.execPath, [script, directory, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const opened = new Promise<void>((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'open') resolve();
      else lines.push(line);
    });
  });
  await opened;
  return { child, lines };
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

describe('one data directory', () => {
  test('is refused to a second server, which learns who has it', async () => {
    const directory = temporaryDirectory();
    const { child } = await start(directory, 'hold');
    const second = openDatabase({ directory });
    await expect(second).rejects.toMatchObject({ code: 'in-use' });
    await expect(second).rejects.toThrow(`(process ${child.pid})`);
  });

  test('is refused to a second server in the same process', async () => {
    const directory = temporaryDirectory();
    const first = await openTemporary(directory);
    await expect(openDatabase({ directory })).rejects.toMatchObject({ code: 'in-use' });
    await first.close();
    await openTemporary(directory);
  });

  test('is free again when its server was killed', async () => {
    const directory = temporaryDirectory();
    const { child } = await start(directory, 'hold');
    await kill(child);
    const db = await openTemporary(directory);
    await db.probe();
  });
});

test('what was said to be durable is there after a kill, and the chain holds', async () => {
  const seed = 4;
  const random = seeded(seed);
  const directory = temporaryDirectory();
  let before = 0;
  for (let round = 0; round < 6; round++) {
    const { child, lines } = await start(directory, 'append');
    const enough = random.int(20, 420);
    await expect.poll(() => lines.length, { interval: 1, timeout: 20_000 }).toBeGreaterThan(enough);
    await kill(child);
    const durable = Math.max(...lines.map((line) => Number(line.split(' ')[1])));
    const db = await openDatabase({ directory });
    const { seq } = await loadDocument(db, 1);
    expect(seq, `seed ${seed}, round ${round}`).toBeGreaterThanOrEqual(durable);
    expect(durable).toBeGreaterThan(before);
    expect(await verifyDocument(db, 1)).toMatchObject({ ok: true, entries: seq });
    const { firstSeq } = await appendText(db, [new Uint8Array([0, 0])]);
    expect(firstSeq).toBe(seq + 1);
    before = firstSeq;
    await db.close();
  }
});
