/** Work in a process of its own never outlives the server that asked for it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import { type ServerProcess, startProcess } from '../../server-process.ts';
import { until } from '../../until.ts';
import { importLarge } from '../exporters/large-document.ts';
import { Browser, PASSWORD } from '../http/start-server.ts';

let directory: string;
let server: ServerProcess;
let owner: Browser;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'attest-killed-'));
  server = await startProcess({ directory });
  owner = new Browser({ origin: server.url });
  const token = new URL(server.setupUrl ?? '').searchParams.get('token');
  const account = { token, name: 'Olga Owner', email: 'olga@example.org', password: PASSWORD };
  expect((await owner.post('/api/setup', account)).status).toBe(201);
});
afterEach(async () => {
  await server.kill();
  rmSync(directory, { recursive: true, force: true });
});

test('a file that is being read, and one that is written and waits for its reader, are let go of when the server is killed', async () => {
  const document = await importLarge(owner, 2500);
  await until('nothing to be under way', () => childrenOf(server.pid).length === 0);
  const address = `${server.url}/api/documents/${document}/export/bundle`;
  const request = get(address, { headers: { cookie: owner.cookie }, agent: false });
  request.on('error', () => {});
  await new Promise((resolve) => request.once('response', resolve));
  const [writing] = childrenOf(server.pid);

  const form = new FormData();
  form.append('file', new Blob([Buffer.alloc(limits.importBytes, 'a*b_[(')]), 'a.md');
  owner.send('POST', '/api/imports', form).catch(() => {});
  const reading = await until('a second process to begin', () =>
    childrenOf(server.pid).find((pid) => pid !== writing),
  );
  await until('it to be well into its work', () => secondsOf(reading) > 2, { within: 60_000 });
  expect(childrenOf(server.pid)).toEqual([writing, reading]);
  await server.kill();
  await until(
    'both to end',
    () => !running().some(({ pid }) => pid === writing || pid === reading),
  );
}, 120_000);

/** That it has computed. */
function secondsOf(process: number): number {
  return running().find(({ pid }) => pid === process)?.seconds ?? 0;
}

/** Ids of the processes that it has begun. */
function childrenOf(process: number): number[] {
  return running().flatMap(({ pid, parent }) => (parent === process ? [pid] : []));
}

/** Without those that have ended and only wait to be cleared away. */
function running() {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,cputimes=,stat='], {
    encoding: 'utf8',
  });
  return listed.split('\n').flatMap((line) => {
    const [pid, parent, seconds, stat = 'Z'] = line.trim().split(/\s+/);
    if (stat.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), seconds: Number(seconds) }];
  });
}
