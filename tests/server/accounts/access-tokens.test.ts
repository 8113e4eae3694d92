import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Identity } from '../../../server/accounts/identity.ts';
import {
  Browser,
  createDocument,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from '../http/start-server.ts';

let server: TestServer;
let owner: Browser;
let editor: Browser;
let document: string;
const DAY = 86_400_000;

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  document = await createDocument(owner);
  editor = await signUpMember(server, owner, document, 'editor');
});
afterAll(() => server.stop());

async function tokenOf(
  browser: Browser,
  role: string,
  expiresInDays = 30,
): Promise<{ id: string; token: string }> {
  const answer = await browser.post('/api/tokens', { name: 'a script', role, expiresInDays });
  expect(answer.status).toBe(201);
  return answer.json;
}
const by = (token: string) => ({ authorization: `Bearer ${token}`, origin: '' });
const stranger = () => new Browser(server);
const roleOf = async (token: string) =>
  (await stranger().get('/api/documents', by(token))).json[0]?.role;

describe('a personal access token', () => {
  test('is shown once and stored as a hash', async () => {
    const { id, token } = await tokenOf(editor, 'viewer');
    expect(token).toMatch(/^attest_[\w-]{43}$/);
    const listed = await editor.get('/api/tokens');
    expect(listed.json.find((one: { id: string }) => one.id === id)).toMatchObject({
      name: 'a script',
      role: 'viewer',
      lastUsedAt: null,
    });
    expect(listed.text).not.toContain(token);
    const rows = await server.database.query.selectFrom('access_tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('gives the weaker of its own role and its person’s', async () => {
    expect(await roleOf((await tokenOf(editor, 'viewer')).token)).toBe('viewer');
    expect(await roleOf((await tokenOf(editor, 'lead')).token)).toBe('editor');
    expect(await roleOf((await tokenOf(owner, 'analyst')).token)).toBe('analyst');
    expect(await roleOf((await tokenOf(owner, 'lead')).token)).toBe('lead');
  });

  test('follows its person when their role is lowered', async () => {
    const member = await signUpMember(server, owner, document, 'editor', 'Soon Viewer');
    const { token } = await tokenOf(member, 'lead');
    const { person } = (await member.get('/api/me')).json;
    await owner.send('PATCH', `/api/documents/${document}/members/${person.id}`, {
      role: 'viewer',
    });
    expect(await roleOf(token)).toBe('viewer');
    await owner.send('DELETE', `/api/documents/${document}/members/${person.id}`);
    expect(await roleOf(token)).toBeUndefined();
  });

  test('ends when it expires', async () => {
    const { token } = await tokenOf(editor, 'viewer', 1);
    server.clock.ahead = DAY + 1000;
    try {
      expect((await stranger().get('/api/me', by(token))).status).toBe(401);
    } finally {
      server.clock.ahead = 0;
    }
  });

  test('ends when it is revoked, by its own person alone', async () => {
    const { id, token } = await tokenOf(editor, 'viewer');
    expect((await owner.send('DELETE', `/api/tokens/${id}`)).status).toBe(404);
    expect((await stranger().get('/api/me', by(token))).status).toBe(200);
    expect((await editor.send('DELETE', `/api/tokens/${id}`)).status).toBe(204);
    expect((await stranger().get('/api/me', by(token))).status).toBe(401);
  });

  test('tells when it was last used', async () => {
    const { id, token } = await tokenOf(editor, 'viewer');
    await stranger().get('/api/me', by(token));
    const listed = (await editor.get('/api/tokens')).json;
    expect(listed.find((one: { id: string }) => one.id === id).lastUsedAt).toBeGreaterThan(
      Date.now() - 60_000,
    );
  });

  test('needs no Origin, and a foreign one does it no harm', async () => {
    const { token } = await tokenOf(owner, 'lead');
    const path = `/api/documents/${document}/invitations`;
    const terms = { role: 'viewer', expiresInDays: 1, maxUses: 1 };
    expect((await stranger().post(path, terms, by(token))).status).toBe(201);
    expect(
      (await stranger().post(path, terms, { ...by(token), origin: 'https://elsewhere.example' }))
        .status,
    ).toBe(201);
  });

  test('does nothing to the account itself, and does not delete documents', async () => {
    const { token } = await tokenOf(owner, 'lead');
    const calls: readonly [string, string, object?][] = [
      ['GET', '/api/tokens'],
      ['POST', '/api/tokens', { name: 'more', role: 'lead', expiresInDays: 1 }],
      ['DELETE', '/api/tokens/x'],
      ['POST', '/api/invitations/x/accept', {}],
      ['DELETE', `/api/documents/${document}`],
    ];
    for (const [method, path, body] of calls)
      expect([path, (await stranger().send(method, path, body, by(token))).status]).toEqual([
        path,
        403,
      ]);
  });

  test('below lead creates no documents', async () => {
    const { token } = await tokenOf(owner, 'editor');
    expect((await stranger().get('/api/me', by(token))).json).toMatchObject({
      owner: false,
      mayCreate: false,
    });
    expect((await stranger().post('/api/documents', { title: 'x' }, by(token))).status).toBe(403);
  });

  test('that does not hold is not made up for by a cookie beside it', async () => {
    for (const authorization of ['Bearer wrong', 'Bearer', 'Basic b2xnYTp4', 'Bearer  '])
      expect((await owner.get('/api/me', { authorization })).status).toBe(401);
  });

  test('counts in the address of a websocket, and nowhere else', async () => {
    const { token } = await tokenOf(editor, 'viewer');
    expect((await stranger().get(`/api/me?token=${token}`)).status).toBe(401);
    expect((await upgrade(`/sync/${document}?token=${token}`))?.name).toBe('A editor');
    expect(await upgrade(`/sync/${document}?token=wrong`)).toBeNull();
  });
});

describe('a cookie at the upgrade to a websocket', () => {
  test('counts from our own pages alone', async () => {
    const host = (port: number) => `http://127.0.0.1:${port}`;
    const cookie = editor.cookie;
    expect((await upgrade('/sync/x', (port) => ({ cookie, origin: host(port) })))?.name).toBe(
      'A editor',
    );
    expect(await upgrade('/sync/x', () => ({ cookie, origin: 'https://evil.example' }))).toBeNull();
    expect(await upgrade('/sync/x', () => ({ cookie }))).toBeNull();
    expect(await upgrade('/sync/x', () => ({ cookie, origin: 'null' }))).toBeNull();
    expect(
      await upgrade('/sync/x', (port) => ({
        cookie: 'attest.session_token=forged',
        origin: host(port),
      })),
    ).toBeNull();
  });
});

/** Who the server takes a websocket for. */
async function upgrade(
  path: string,
  headers: (port: number) => Record<string, string> = () => ({}),
): Promise<Identity | null> {
  const http = createServer();
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const { port } = http.address() as AddressInfo;
  const asked = new Promise<Identity | null>((resolve, reject) => {
    http.on('upgrade', (request: IncomingMessage, socket) => {
      server.accounts
        .authenticate(request)
        .then(resolve, reject)
        .finally(() => socket.destroy());
    });
  });
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: headers(port) });
  socket.on('error', () => undefined);
  try {
    return await asked;
  } finally {
    socket.terminate();
    http.close();
  }
}
