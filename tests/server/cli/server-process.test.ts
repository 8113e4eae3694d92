import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Process, spawnAttest } from './attest-process.ts';

const running = new Set<ChildProcess>();
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'attest-process-'));
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function attest(
  script: 'main' | 'cli',
  args: readonly string[],
  environment: Record<string, string> = {},
): Process {
  const started = spawnAttest(script, args, directory, environment);
  running.add(started.child);
  void started.ended.then(() => running.delete(started.child));
  return started;
}

async function started(environment: Record<string, string> = {}, args: readonly string[] = []) {
  const server = attest('main', [...args], environment);
  const [, url = ''] = await server.printed(/Attest is at (\S+)/);
  return { ...server, url };
}

describe('the server as a process', () => {
  test('starts with the seed and a set-up link, stops on SIGTERM, and a second start finds all as it was', async () => {
    const first = await started();
    const [, setup = ''] = await first.printed(/(\S+\/setup\?token=\S+)/);
    const { searchParams } = new URL(setup);
    const account = {
      name: 'O',
      email: 'o@example.org',
      password: 'a long enough password',
      token: searchParams.get('token'),
    };
    const created = await fetch(`${first.url}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(account),
    });
    expect(created.status).toBe(201);
    const cookie = created.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const documents = await (
      await fetch(`${first.url}/api/documents`, { headers: { cookie } })
    ).json();
    expect(documents).toMatchObject([
      {
        title: 'Russian Offensive Campaign Assessment, November 25',
        example: false,
        locked: true,
        role: 'lead',
      },
      { title: 'Example: One year of the Sallow Bay ferry', example: true, role: 'lead' },
    ]);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = await started();
    expect(second.out()).not.toContain('/setup?token=');
    // The cookie still holds: the key that signs it was kept, outside the data directory.
    const again = await (
      await fetch(`${second.url}/api/documents`, { headers: { cookie } })
    ).json();
    expect(again).toEqual(documents);
    expect(existsSync(join(directory, 'keys', 'session.key'))).toBe(true);
    expect(readdirSync(join(directory, 'data'))).not.toContain('session.key');
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  }, 60_000);

  test('begins without any document where it is told to, and stays so', async () => {
    const elsewhere = { ATTEST_DATA_DIRECTORY: 'empty', ATTEST_KEY_DIRECTORY: 'keys-of-empty' };
    for (const args of [['--empty'], []]) {
      const server = await started(elsewhere, args);
      server.child.kill('SIGTERM');
      expect(await server.ended).toBe(0);
    }
    const verified = attest('cli', ['verify'], elsewhere);
    expect(await verified.ended).toBe(0);
    expect(verified.out()).toContain('0 documents, 0 damaged');
  }, 60_000);

  test('checks and exports documents beside a running server', async () => {
    const server = await started();
    const verified = attest('cli', ['verify']);
    expect(await verified.ended).toBe(0);
    const id = /^([\w-]{21}) {2}holds: .*\(Russian/m.exec(verified.out())?.[1] ?? '';
    expect(verified.out()).toContain('2 documents, 0 damaged');

    const file = join(directory, 'out.html');
    const written = attest('cli', ['export', id, '--format', 'annotated-html', '--output', file]);
    expect([await written.ended, written.err()]).toEqual([0, expect.stringContaining('written')]);
    expect(readFileSync(file, 'utf8')).toContain('Russian Offensive Campaign Assessment');
    const over = attest('cli', ['export', id, '--output', file]);
    expect([await over.ended, over.err()]).toEqual([1, expect.stringContaining('exist')]);
    const piped = attest('cli', ['export', id]);
    expect(await piped.ended).toBe(0);
    expect(JSON.parse(piped.out())).toMatchObject({ format: 'attest-bundle' });

    for (const args of [
      ['verify', 'nothing'],
      ['export', 'nothing'],
    ]) {
      const none = attest('cli', args);
      expect([await none.ended, none.err()]).toEqual([1, 'There is no document nothing.\n']);
    }
    server.child.kill('SIGTERM');
    await server.ended;
  }, 60_000);

  test('refuses a data directory that another one has, and says so', async () => {
    const server = await started();
    const other = attest('main', []);
    expect(await other.ended).toBe(1);
    expect(other.err()).toMatch(/^Attest cannot start: .+/);
    expect(other.err()).not.toContain('    at ');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  }, 60_000);

  test('refuses a port that is taken, and leaves the data free', async () => {
    const squatter = createServer();
    await new Promise<void>((done) => squatter.listen(0, '127.0.0.1', done));
    const address = squatter.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const refused = attest('main', [], { ATTEST_PORT: port });
    expect(await refused.ended).toBe(1);
    expect(refused.err()).toContain(`its port ${port} is taken`);
    squatter.close();
    const server = await started({ ATTEST_PORT: port });
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  }, 60_000);

  test('has nothing to check where there is no database', async () => {
    const nothing = attest('cli', ['verify'], {
      ATTEST_DATA_DIRECTORY: join(directory, 'nowhere'),
    });
    expect([await nothing.ended, nothing.err()]).toEqual([
      1,
      expect.stringContaining('cannot be opened'),
    ]);
    expect(existsSync(join(directory, 'nowhere'))).toBe(false);
  }, 60_000);
});
