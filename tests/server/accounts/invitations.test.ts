import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  Browser,
  createDocument,
  PASSWORD,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from '../http/start-server.ts';

let server: TestServer;
let owner: Browser;
let document: string;
const DAY = 86_400_000;

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  document = await createDocument(owner);
});
afterAll(() => server.stop());

interface Terms {
  role?: string;
  expiresInDays?: number;
  maxUses?: number | null;
}
async function invite(terms: Terms = {}): Promise<{ id: string; token: string }> {
  const answer = await owner.post(`/api/documents/${document}/invitations`, {
    role: 'analyst',
    expiresInDays: 7,
    maxUses: 1,
    ...terms,
  });
  expect(answer.status).toBe(201);
  return { id: answer.json.id, token: answer.json.url.split('/invite/')[1] };
}

let count = 0;
const somebody = () => ({
  name: 'New Person',
  email: `new${count++}@example.org`,
  password: PASSWORD,
});
const signUp = (token: string, who = somebody()) =>
  new Browser(server).post(`/api/invitations/${token}/sign-up`, who);
const users = async () =>
  (await server.database.query.selectFrom('user').select('id').execute()).length;

describe('an invitation', () => {
  test('says what it is for to whoever holds the link, and no more', async () => {
    const { token } = await invite();
    const offer = (await new Browser(server).get(`/api/invitations/${token}`)).json;
    expect(offer).toEqual({
      document: { title: 'A report' },
      role: 'analyst',
      expiresAt: expect.closeTo(Date.now() + 7 * DAY, -5),
    });
  });

  test('is kept as a hash', async () => {
    const { token } = await invite();
    const rows = await server.database.query.selectFrom('invitations').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('lets somebody sign up, who is signed in and a member at once', async () => {
    const { token } = await invite({ role: 'editor' });
    const browser = new Browser(server);
    const joined = await browser.post(`/api/invitations/${token}/sign-up`, somebody());
    expect(joined.status).toBe(201);
    expect(joined.json).toEqual({ document: { id: document, title: 'A report' } });
    expect((await browser.get('/api/documents')).json).toMatchObject([
      { id: document, role: 'editor' },
    ]);
  });

  test('is recorded in the log when it is used, by the one who joined', async () => {
    const { token } = await invite();
    await signUp(token);
    const { query } = server.database;
    const entry = await query
      .selectFrom('log')
      .select(['actor', 'kind'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    const person = await query
      .selectFrom('people')
      .select('id')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    expect(entry).toEqual({ actor: person?.id, kind: 7 });
  });

  test('of one use is used once, even by five at once, and leaves no account behind', async () => {
    const { token } = await invite();
    const before = await users();
    const answers = await Promise.all(Array.from({ length: 5 }, () => signUp(token)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 404, 404, 404, 404,
    ]);
    expect(await users()).toBe(before + 1);
  });

  test('of several uses counts them', async () => {
    const { id, token } = await invite({ maxUses: 2 });
    await signUp(token);
    const listed = (await owner.get(`/api/documents/${document}/members`)).json.invitations;
    expect(listed.find((one: { id: string }) => one.id === id)).toMatchObject({
      uses: 1,
      maxUses: 2,
    });
    expect((await signUp(token)).status).toBe(201);
    expect((await signUp(token)).status).toBe(404);
  });

  test('without a limit goes on until it expires', async () => {
    const { token } = await invite({ maxUses: null, expiresInDays: 1 });
    for (let use = 0; use < 3; use++) expect((await signUp(token)).status).toBe(201);
    server.clock.ahead = DAY + 1000;
    try {
      expect((await signUp(token)).status).toBe(404);
      expect((await new Browser(server).get(`/api/invitations/${token}`)).status).toBe(404);
    } finally {
      server.clock.ahead = 0;
    }
  });

  test('that was revoked lets nobody in', async () => {
    const { id, token } = await invite();
    expect(
      (await owner.send('DELETE', `/api/documents/${document}/invitations/${id}`)).status,
    ).toBe(204);
    const before = await users();
    expect((await signUp(token)).status).toBe(404);
    expect(await users()).toBe(before);
    expect(
      (await owner.send('DELETE', `/api/documents/${document}/invitations/${id}`)).status,
    ).toBe(404);
  });

  test('cannot be used for an e-mail address that has an account', async () => {
    const { token } = await invite();
    const refused = await signUp(token, { ...somebody(), email: 'OLGA@example.org' });
    expect(refused.status).toBe(409);
    expect(refused.json.detail).toContain('Sign in');
    expect((await signUp(token)).status).toBe(201);
  });

  test('lets somebody who has an account join another document', async () => {
    const { token } = await invite({ maxUses: 2 });
    const browser = new Browser(server);
    await browser.post(`/api/invitations/${token}/sign-up`, somebody());
    const other = await createDocument(owner, 'Another report');
    const link = await owner.post(`/api/documents/${other}/invitations`, {
      role: 'viewer',
      expiresInDays: 1,
      maxUses: 1,
    });
    const path = `/api/invitations/${link.json.url.split('/invite/')[1]}/accept`;
    expect((await new Browser(server).post(path)).status).toBe(401);
    expect((await browser.post(path)).json.document.id).toBe(other);
    // Once inside, the same link does nothing, and says where to go.
    expect((await browser.post(path)).status).toBe(404);
    const listed = (await browser.get('/api/documents')).json;
    expect(
      Object.fromEntries(listed.map(({ id, role }: { id: string; role: string }) => [id, role])),
    ).toEqual({ [document]: 'analyst', [other]: 'viewer' });
  });

  test('raises a role, and never lowers one', async () => {
    const editor = await signUpMember(server, owner, document, 'editor', 'Edda Editor');
    const lower = await invite({ role: 'viewer' });
    expect((await editor.post(`/api/invitations/${lower.token}/accept`)).status).toBe(200);
    expect((await editor.get('/api/documents')).json[0].role).toBe('editor');
    expect((await signUp(lower.token)).status).toBe(201);
    const analyst = await signUpMember(server, owner, document, 'analyst', 'Anna Lyst');
    const higher = await invite({ role: 'editor' });
    expect((await analyst.post(`/api/invitations/${higher.token}/accept`)).status).toBe(200);
    expect((await analyst.get('/api/documents')).json[0].role).toBe('editor');
  });

  test('to a document that is deleted is over', async () => {
    const other = await createDocument(owner, 'Soon gone');
    const link = await owner.post(`/api/documents/${other}/invitations`, {
      role: 'viewer',
      expiresInDays: 1,
      maxUses: null,
    });
    const token = link.json.url.split('/invite/')[1];
    await owner.send('DELETE', `/api/documents/${other}`);
    expect((await signUp(token)).status).toBe(404);
  });

  test('is refused when its terms make no sense', async () => {
    for (const wrong of [
      { role: 'owner' },
      { expiresInDays: 0 },
      { expiresInDays: 9999 },
      { maxUses: 0 },
      { maxUses: 1.5 },
    ]) {
      const answer = await owner.post(`/api/documents/${document}/invitations`, {
        role: 'viewer',
        expiresInDays: 7,
        maxUses: 1,
        ...wrong,
      });
      expect(answer.status).toBe(400);
    }
  });

  test('with an unknown or odd secret is answered like one that is over', async () => {
    for (const token of ['x', 'a'.repeat(43), '%00', '..%2f..', '__proto__'])
      expect((await new Browser(server).get(`/api/invitations/${token}`)).status).toBe(404);
  });
});
