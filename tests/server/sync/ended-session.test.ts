import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as encoding from 'lib0/encoding';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '../../../domain/text/schema.ts';
import { parseConfig } from '../../../server/config/parse-config.ts';
import { type RunningServer, startServer } from '../../../server/server.ts';
import { until } from '../../until.ts';
import { Browser } from '../http/start-server.ts';
import { RawClient } from './raw-client.ts';

const owner = {
  name: 'Ada Osei',
  email: 'ada@newsroom.example',
  password: 'four words in a row',
};
let directory = '';
let server: RunningServer;
let origin = '';
let browser: Browser;
let document = '';

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'attest-ended-'));
  const parsed = parseConfig(
    {
      ATTEST_PORT: '0',
      ATTEST_DATA_DIRECTORY: path.join(directory, 'data'),
      ATTEST_KEY_DIRECTORY: path.join(directory, 'keys'),
    },
    () => '',
  );
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  server = await startServer({
    config: parsed.config,
    log: pino({ level: 'silent' }),
    announce: () => {},
    allowance: 1000,
    hold: 50,
  });
  origin = server.url.replace('localhost', '127.0.0.1');
  browser = new Browser({ origin });
  const token = new URL(server.setupUrl ?? '').searchParams.get('token');
  await browser.post('/api/setup', { token, ...owner });
  document = (await browser.post('/api/documents', { title: 'Brief' })).json.id;
});

afterEach(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** As a stock client, signed in by a token or by this browser's cookie. */
async function enter(by: { token: string } | { cookie: string }): Promise<RawClient> {
  const query = new URLSearchParams({
    schema: String(SCHEMA_VERSION),
    ...('token' in by && { token: by.token }),
  });
  const address = `${origin.replace('http', 'ws')}/sync/${document}?${query}`;
  const client = RawClient.at(address, 'cookie' in by ? { cookie: by.cookie, origin } : {});
  client.sync();
  await until('the first sync', () => client.all('step1').length > 0);
  return client;
}

async function token(): Promise<{ id: string; token: string }> {
  return (await browser.post('/api/tokens', { name: 'Script', role: 'viewer', expiresInDays: 1 }))
    .json;
}

test('who signs out is cut off where they have a document open; who came in otherwise stays', async () => {
  const page = await enter({ cookie: browser.cookie });
  const script = await enter({ token: (await token()).token });
  await browser.post('/api/auth/sign-out');
  await until('the page is cut off', () => page.closed);
  expect(page.closed).toEqual({
    code: 4401,
    reason: 'You are signed out. Sign in again to go on.',
  });
  expect(script.closed).toBeNull();
  script.close();
});

test('signing out everywhere else leaves the browser that asked', async () => {
  const other = new Browser({ origin });
  await other.post('/api/auth/sign-in/email', owner);
  const [here, there] = [
    await enter({ cookie: browser.cookie }),
    await enter({ cookie: other.cookie }),
  ];
  await browser.post('/api/auth/revoke-other-sessions');
  await until('the other is cut off', () => there.closed);
  expect(there.closed?.code).toBe(4401);
  expect(here.closed).toBeNull();
  here.close();
});

test('a revoked token is cut off at once, another one is not', async () => {
  const [one, two] = [await token(), await token()];
  const [first, second] = [await enter(one), await enter(two)];
  await browser.send('DELETE', `/api/tokens/${one.id}`);
  await until('it is cut off', () => first.closed);
  expect(first.closed?.code).toBe(4401);
  expect(second.closed).toBeNull();
  second.close();
});

test('who is cut off and does not hang up is not heard any more', async () => {
  const writer = (
    await browser.post('/api/tokens', { name: 'Script', role: 'editor', expiresInDays: 1 })
  ).json;
  const reader = await enter({ cookie: browser.cookie });
  reader.sync();
  await until('its first state', () => reader.all('step2').length > 0);
  const deaf = await enterDeaf(writer.token);
  const edit = (words: string): Buffer => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(reader.doc));
    const before = Y.encodeStateVector(doc);
    firstParagraph(doc).insert(0, [new Y.XmlText(words)]);
    return updateMessage(Y.encodeStateAsUpdate(doc, before));
  };
  deaf.write(masked(edit('First. ')));
  await until('its words arrive', () => textOf(reader.doc).includes('First. '));
  await browser.send('DELETE', `/api/tokens/${writer.id}`);
  await until('it is told to go', () => deaf.told);
  deaf.write(masked(edit('Second. ')));
  // A frame of somebody else, sent later, has arrived: what would be heard was heard.
  await browser.send('PATCH', `/api/documents/${document}`, { title: 'Another title' });
  await until('the title', () => reader.doc.getMap('settings').get('title') === 'Another title');
  expect(textOf(reader.doc)).not.toContain('Second. ');
  reader.close();
  // Nor does it keep the server from ending.
  const began = Date.now();
  await server.stop();
  expect(Date.now() - began).toBeLessThan(8000);
});

function firstParagraph(doc: Y.Doc): Y.XmlElement {
  const section = doc.getXmlFragment('text').get(0) as Y.XmlElement;
  return section.get(0) as Y.XmlElement;
}

const textOf = (doc: Y.Doc): string => doc.getXmlFragment('text').toString();

/** A socket that takes no notice of a close frame, and goes on sending. */
async function enterDeaf(token: string) {
  let told = false;
  const socket = net.connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    // 0x88 begins a close frame; its reason says why.
    if (chunk.includes('You are signed out')) told = true;
  });
  socket.write(
    [
      `GET /sync/${document}?${new URLSearchParams({ token, schema: String(SCHEMA_VERSION) })} HTTP/1.1`,
      'Host: attest.example',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  );
  await once(socket, 'data');
  return {
    write: (bytes: Buffer) => socket.write(bytes),
    get told() {
      return told;
    },
  };
}

function updateMessage(update: Uint8Array): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint8Array(encoder, update);
  return Buffer.from(encoding.toUint8Array(encoder));
}

/** One binary websocket frame, masked with zeros. */
function masked(payload: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head[0] = 0x82;
  head[1] = 0x80 | 126;
  head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}
