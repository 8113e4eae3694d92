/** What anybody can send to the port, signed in or not: at worst it closes their own connection. */
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startProcess } from '../../server-process.ts';

let directory = '';
let server: ServerProcess;

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'attest-hostile-'));
  server = await startProcess({ directory });
});

afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

function upgradeTo(target: string): string {
  return [
    `GET ${target} HTTP/1.1`,
    'Host: attest.example',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n');
}

/** Sends these bytes and then resets the connection, or waits for what comes. */
function say(bytes: string | Buffer, then: 'reset' | 'listen'): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = net.connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      socket.write(bytes, () => then === 'reset' && socket.resetAndDestroy());
    });
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(heard));
  });
}

async function expectAlive(): Promise<void> {
  const answer = await fetch(`${server.url}/healthz`).catch(() => null);
  expect(answer?.status, server.output()).toBe(200);
}

test.each(['//', 'http://[', '/sync/%', '*'])(
  'an upgrade to “%s” is answered, and ends nobody’s server',
  async (target) => {
    expect(await say(upgradeTo(target), 'listen')).toMatch(/^HTTP\/1\.1 404 /);
    await expectAlive();
  },
);

test('connections that are reset while they are told “not found” harm nobody', async () => {
  for (let round = 0; round < 100; round++) {
    await Promise.all(Array.from({ length: 4 }, () => say(upgradeTo('/nowhere'), 'reset')));
  }
  await expectAlive();
});

test('malformed frames that come with the handshake itself harm nobody', async () => {
  const frames = Buffer.alloc(6, 0xff);
  const handshake = Buffer.from(upgradeTo(`/sync/${'a'.repeat(21)}?schema=1&token=none`));
  for (let round = 0; round < 100; round++) {
    await Promise.all(
      Array.from({ length: 4 }, () => say(Buffer.concat([handshake, frames]), 'reset')),
    );
  }
  await expectAlive();
});
