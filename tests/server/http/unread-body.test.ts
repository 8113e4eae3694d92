/** Files that are refused while they are still sent, over raw sockets: the answer arrives, then the connection ends. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import { type Browser, signUpOwner, startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

const megabyte = 1024 * 1024;
const tooMuch = limits.importBytes + 2 * megabyte;
const answered = /^HTTP\/1\.1 413 .*^connection: close\r$.*"code":"too-large"/ims;

interface Upload {
  readonly socket: Socket;
  heard(): string;
  readonly errors: Error[];
  /** Writes a piece and waits until it has left; false where the connection is gone. */
  send(bytes: Uint8Array): Promise<boolean>;
}

async function begin(...headers: string[]): Promise<Upload> {
  const { host, hostname, port } = new URL(server.origin);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  let heard = '';
  const errors: Error[] = [];
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
  socket.on('error', (error) => errors.push(error));
  await once(socket, 'connect');
  socket.write(
    [
      'POST /api/imports?name=long.txt HTTP/1.1',
      `Host: ${host}`,
      `Origin: ${server.origin}`,
      `Cookie: ${owner.cookie}`,
      ...headers,
      '\r\n',
    ].join('\r\n'),
  );
  const send = (bytes: Uint8Array) =>
    new Promise<boolean>((resolve) => {
      if (socket.destroyed) resolve(false);
      else socket.write(bytes, (error) => resolve(!error));
    });
  return { socket, heard: () => heard, errors, send };
}

test('who hears nothing before all is sent gets the answer, and an orderly end', async () => {
  const { socket, heard, errors, send } = await begin(`Content-Length: ${tooMuch}`);
  socket.pause();
  expect(await send(new Uint8Array(tooMuch).fill(97))).toBe(true);
  const ended = once(socket, 'end');
  socket.resume();
  await ended;
  expect(heard()).toMatch(answered);
  expect(errors).toEqual([]);
  socket.destroy();
}, 60_000);

test('who listens gets the answer at once, and may still finish', async () => {
  const { socket, heard, errors, send } = await begin(`Content-Length: ${tooMuch}`);
  const first = once(socket, 'data');
  await send(new Uint8Array(limits.importBytes + megabyte).fill(97));
  await first;
  expect(heard()).toMatch(answered);
  const ended = once(socket, 'end');
  expect(await send(new Uint8Array(megabyte))).toBe(true);
  await ended;
  expect(errors).toEqual([]);
  socket.destroy();
}, 60_000);

test('who goes on without an end has the answer, and is cut off', async () => {
  const { socket, heard, send } = await begin('Transfer-Encoding: chunked');
  const piece = Buffer.concat([
    Buffer.from('100000\r\n'),
    Buffer.alloc(megabyte, 97),
    Buffer.from('\r\n'),
  ]);
  let sent = 0;
  while (sent < 500 && (await send(piece))) sent += 1;
  expect(heard()).toMatch(answered);
  expect(sent).toBeLessThan(150);
  socket.destroy();
}, 60_000);

test('a form that is too large is answered likewise', async () => {
  const { socket, heard, errors, send } = await begin(
    `Content-Length: ${tooMuch}`,
    'Content-Type: multipart/form-data; boundary=x',
  );
  const head = Buffer.from(
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n',
  );
  const ended = once(socket, 'end');
  await send(Buffer.concat([head, Buffer.alloc(tooMuch - head.length, 97)]));
  await ended;
  expect(heard()).toMatch(answered);
  expect(errors).toEqual([]);
  socket.destroy();
}, 60_000);
