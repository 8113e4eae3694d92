import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getAuthTables } from 'better-auth/db';
import { sql } from 'kysely';
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

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  document = await createDocument(owner);
});
afterAll(() => server.stop());

const olga = { email: 'olga@example.org', password: PASSWORD };
const lastLink = () => /https?:\/\/\S+/.exec(server.letters.at(-1) ?? '')?.[0] ?? '';
const pathOf = (link: string) => link.slice(new URL(link).origin.length);

async function signedIn(credentials = olga): Promise<Browser> {
  const browser = new Browser(server);
  const answer = await browser.post('/api/auth/sign-in/email', credentials);
  expect(answer.status).toBe(200);
  return browser;
}

describe('signing in with a password', () => {
  test('gives a cookie that no script can read and that other sites do not send along', async () => {
    const browser = new Browser(server);
    const answer = await browser.post('/api/auth/sign-in/email', olga);
    const cookie = answer.headers.getSetCookie().find((one) => one.includes('session_token')) ?? '';
    expect(cookie).toMatch(/^attest\.session_token=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect((await browser.get('/api/me')).json).toMatchObject({
      person: { name: 'Olga Owner', email: 'olga@example.org' },
      owner: true,
    });
  });

  test('refuses a wrong password and an unknown address with the same words', async () => {
    const browser = new Browser(server);
    const wrong = await browser.post('/api/auth/sign-in/email', {
      ...olga,
      password: 'not this one',
    });
    const unknown = await browser.post('/api/auth/sign-in/email', {
      ...olga,
      email: 'nobody@example.org',
    });
    expect(wrong.status).toBe(401);
    expect(wrong.json).toEqual(unknown.json);
    expect(browser.cookie).toBe('');
  });

  test('ends when somebody signs out', async () => {
    const browser = await signedIn();
    const kept = browser.cookie;
    expect((await browser.post('/api/auth/sign-out')).status).toBe(200);
    browser.cookie = kept;
    expect((await browser.get('/api/me')).status).toBe(401);
  });

  test('can be ended from another browser', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    expect((await other.post('/api/auth/revoke-other-sessions')).status).toBe(200);
    expect((await one.get('/api/me')).status).toBe(401);
    expect((await other.get('/api/auth/list-sessions')).json).toHaveLength(1);
    owner.cookie = other.cookie;
  });

  test('records the address that Express trusts, not the one that the client claims', async () => {
    const browser = new Browser(server);
    await browser.post('/api/auth/sign-in/email', olga, { 'x-forwarded-for': '203.0.113.9' });
    const sessions = await browser.get('/api/auth/list-sessions');
    expect(JSON.stringify(sessions.json)).not.toContain('203.0.113.9');
  });
});

describe('a sign-in link', () => {
  test('comes by letter, signs in once, and leads to the page that was asked for', async () => {
    const browser = new Browser(server);
    const asked = await browser.post('/api/auth/sign-in/magic-link', {
      email: olga.email,
      callbackURL: `/d/${document}`,
    });
    expect(asked.status).toBe(200);
    const link = lastLink();
    const opened = await browser.get(pathOf(link));
    expect(opened.status).toBe(302);
    expect(new URL(opened.headers.get('location') ?? '').pathname).toBe(`/d/${document}`);
    expect((await browser.get('/api/me')).status).toBe(200);

    const again = await new Browser(server).get(pathOf(link));
    expect(new URL(again.headers.get('location') ?? '').pathname).toBe('/sign-in');
    expect(new URL(again.headers.get('location') ?? '').searchParams.get('error')).toBe(
      'INVALID_TOKEN',
    );
  });

  test('is answered alike for an address that nobody has, makes no account and writes no letter', async () => {
    const before = server.letters.length;
    const known = await new Browser(server).post('/api/auth/sign-in/magic-link', {
      email: olga.email,
    });
    const unknown = await new Browser(server).post('/api/auth/sign-in/magic-link', {
      email: 'nobody@example.org',
      name: 'Nobody',
    });
    expect([unknown.status, unknown.json]).toEqual([known.status, known.json]);
    expect(server.letters.length).toBe(before + 1);
    const users = await server.database.query.selectFrom('user').select('email').execute();
    expect(users.map(({ email }) => email)).not.toContain('nobody@example.org');
  });

  test('does not lead to other sites', async () => {
    const answer = await new Browser(server).post('/api/auth/sign-in/magic-link', {
      email: olga.email,
      callbackURL: 'https://evil.example.org/',
    });
    expect(answer.status).toBe(403);
  });

  test('is kept as a hash', async () => {
    await new Browser(server).post('/api/auth/sign-in/magic-link', { email: olga.email });
    const token = new URL(lastLink()).searchParams.get('token') ?? 'none';
    const rows = await server.database.query.selectFrom('verification').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('a new password', () => {
  test('is chosen through a letter, ends all sessions, and the link works once', async () => {
    const member = await signUpMember(server, owner, document, 'analyst', 'Mara Reset');
    const email = 'mara.reset@example.org';
    await new Browser(server).post('/api/auth/request-password-reset', {
      email,
      redirectTo: '/reset',
    });
    const link = new URL(lastLink());
    expect(link.pathname).toBe('/reset');
    const token = link.searchParams.get('token');
    const browser = new Browser(server);
    const chosen = await browser.post('/api/auth/reset-password', {
      token,
      newPassword: 'another long password',
    });
    expect(chosen.status).toBe(200);
    expect((await member.get('/api/me')).status).toBe(401);
    await signedIn({ email, password: 'another long password' });
    const again = await browser.post('/api/auth/reset-password', {
      token,
      newPassword: 'a third long password',
    });
    expect(again.status).toBe(400);
    expect(again.json.code).toBe('bad-request');
  });

  test('has to be long enough', async () => {
    const browser = await signedIn();
    const answer = await browser.post('/api/auth/change-password', {
      currentPassword: PASSWORD,
      newPassword: 'short',
    });
    expect(answer.status).toBe(400);
  });
});

describe('an account', () => {
  test('cannot be made without a token, by any way that better-auth has', async () => {
    const browser = new Browser(server);
    const stranger = { name: 'Stranger', email: 'stranger@example.org', password: PASSWORD };
    expect((await browser.post('/api/auth/sign-up/email', stranger)).status).toBe(404);
    await expect(server.accounts.auth.api.signUpEmail({ body: stranger })).rejects.toThrow(
      'not enabled',
    );
    const context = await server.accounts.auth.$context;
    expect(
      await context.internalAdapter.createUser(stranger, { method: 'email-password' }),
    ).toBeFalsy();
    const users = await server.database.query.selectFrom('user').select('email').execute();
    expect(users.map(({ email }) => email)).not.toContain(stranger.email);
  });

  test('changes its name, also where people act under it, and nothing else that way', async () => {
    const browser = await signedIn();
    expect((await browser.post('/api/auth/update-user', { name: 'Olga O.' })).status).toBe(200);
    const people = await server.database.query.selectFrom('people').select('name').execute();
    expect(people.map(({ name }) => name)).toContain('Olga O.');
    for (const body of [
      { name: '' },
      { name: 'x', image: 'data:,' },
      { image: 'data:,' },
      { name: 7 },
    ])
      expect((await browser.post('/api/auth/update-user', body)).status).toBe(400);
  });

  test('keeps its password after a sign-in link once its address is confirmed', async () => {
    await signUpMember(server, owner, document, 'viewer', 'Vera Verified');
    const credentials = { email: 'vera.verified@example.org', password: PASSWORD };
    const browser = await signedIn(credentials);
    await browser.post('/api/auth/send-verification-email', { email: credentials.email });
    expect((await browser.get(pathOf(lastLink()))).status).toBe(302);
    await browser.post('/api/auth/sign-in/magic-link', { email: credentials.email });
    await new Browser(server).get(pathOf(lastLink()));
    await signedIn(credentials);
  });
});

test('what better-auth does not need to offer is not there', async () => {
  const browser = await signedIn();
  for (const path of [
    '/delete-user',
    '/change-email',
    '/sign-in/social',
    '/link-social',
    '/sign-up/email',
  ])
    expect((await browser.post(`/api/auth${path}`)).status).toBe(404);
  for (const path of ['/ok', '/error', '/list-accounts', '/account-info', '/reset-password/x'])
    expect((await browser.get(`/api/auth${path}`)).status).toBe(404);
});

test('the tables have every column that this version of better-auth writes', async () => {
  const tables = getAuthTables(server.accounts.auth.options);
  expect(Object.keys(tables).sort()).toEqual(['account', 'session', 'user', 'verification']);
  for (const [name, { fields }] of Object.entries(tables)) {
    const columns = await sql<{
      name: string;
      notnull: number;
    }>`select name, "notnull" from pragma_table_info(${name})`.execute(server.database.query);
    const expected = Object.entries(fields).map(([field, { required }]) => ({
      name: field,
      notnull: required ? 1 : 0,
    }));
    expect([...columns.rows].sort(byName)).toEqual(
      [{ name: 'id', notnull: 1 }, ...expected].sort(byName),
    );
  }
});

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
