/** `attest export` as a process that somebody ends while it writes. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importLarge } from '../exporters/large-document.ts';
import { signUpOwner, startServer, type TestServer } from '../http/start-server.ts';
import { until } from '../../until.ts';
import { spawnAttest } from './attest-process.ts';

let server: TestServer;
let document: string;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'attest-export-'));
  server = await startServer();
  document = await importLarge(await signUpOwner(server), 1500);
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

function exporting() {
  const args = ['export', document, '--format', 'markdown', '--output', join(directory, 'out.md')];
  return spawnAttest('cli', args, directory, { ATTEST_DATA_DIRECTORY: server.directory });
}

describe('an export to a file', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'that is ended by %s leaves nothing, and says so',
    async (signal) => {
      const { child, ended, err } = exporting();
      await until('the file is begun', () => readdirSync(directory).length > 0);
      expect(readdirSync(directory)).toEqual([expect.stringMatching(/^out\.md\.\w+\.part$/)]);
      child.kill(signal);
      expect([await ended, err()]).toEqual([
        1,
        expect.stringContaining('out.md was not written: it was interrupted\n'),
      ]);
      expect(readdirSync(directory)).toEqual([]);
    },
    60_000,
  );

  test('that nobody ends is whole', async () => {
    const { ended } = exporting();
    expect(await ended).toBe(0);
    expect(readdirSync(directory)).toEqual(['out.md']);
    expect(readFileSync(join(directory, 'out.md'), 'utf8')).toContain('[^1500]: ');
  }, 60_000);
});
