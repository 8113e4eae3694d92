// How long a newcomer waits: `npm start` on an empty data directory and a free
// port until the server says that it is ready. Prints seconds; stops the server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const patience = 120_000;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

const directory = mkdtempSync(join(tmpdir(), 'attest-ready-'));
const port = await freePort();
const began = performance.now();
// Its own process group: npm does not hand every signal on to what it started.
const server = spawn('npm', ['start'], {
  detached: true,
  stdio: ['ignore', 'pipe', 'pipe'],
  env: {
    ...process.env,
    ATTEST_PORT: String(port),
    ATTEST_DATA_DIRECTORY: join(directory, 'data'),
    ATTEST_KEY_DIRECTORY: join(directory, 'keys'),
  },
});
let output = '';
for (const stream of [server.stdout, server.stderr]) {
  stream.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
}

let ended = false;
server.once('exit', () => {
  ended = true;
});

async function ready(): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}

try {
  while (!(await ready())) {
    if (ended || performance.now() - began > patience) {
      throw new Error(`The server did not get ready.\n${output}`);
    }
    await pause(50);
  }
  console.log(((performance.now() - began) / 1000).toFixed(1));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (!ended && server.pid !== undefined) {
    process.kill(-server.pid, 'SIGTERM');
    await once(server, 'exit');
  }
  rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}
