import net from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutSecrets } from '../../../server/http/log-requests.ts';
import { limitsByKind } from '../../../server/http/limit.ts';
import {
  Browser,
  createDocument,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

let server: TestServer;
let owner: Browser;
let document: string;

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  document = await createDocument(owner);
  const client = join(server.directory, 'client');
  mkdirSync(join(client, 'assets'), { recursive: true });
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Attest</title>');
  writeFileSync(join(client, 'assets', 'index-abc123.js'), 'export {};');
});
afterAll(() => server.stop());

describe('a request that a cookie signs in', () => {
  const title = { title: 'Forged' };

  test('changes something only from our own pages', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      '',
      'http://127.0.0.1:1',
      `${server.origin}.evil.example`,
    ]) {
      const answer = await owner.post('/api/documents', title, { origin });
      expect([origin, answer.status]).toEqual([origin, 403]);
      expect(
        (await owner.send('DELETE', `/api/documents/${document}`, undefined, { origin })).status,
      ).toBe(403);
    }
    expect((await owner.get('/api/documents')).text).not.toContain('Forged');
  });

  test('does not sign in or out from foreign pages either', async () => {
    const foreign = { origin: 'https://evil.example' };
    expect((await owner.post('/api/auth/sign-out', {}, foreign)).status).toBe(403);
    expect(
      (
        await new Browser(server).post(
          '/api/auth/sign-in/email',
          { email: 'x@y.z', password: 'x' },
          foreign,
        )
      ).status,
    ).toBe(403);
    expect((await owner.get('/api/me')).status).toBe(200);
  });

  test('with a public address configured counts from there alone', async () => {
    const strict = await startServer({ ATTEST_PUBLIC_URL: 'https://attest.example.org' });
    try {
      const token = await strict.accounts.setup.renewToken();
      const browser = new Browser(strict);
      const account = {
        token,
        name: 'O',
        email: 'o@example.org',
        password: 'a long enough password',
      };
      const created = await browser.post('/api/setup', account);
      expect(browser.cookie).toMatch(/^__Secure-attest\.session_token=/);
      expect(created.headers.getSetCookie().join()).toContain('Secure');
      expect(created.headers.get('strict-transport-security')).toContain('max-age=31536000');
      const here = await browser.post('/api/documents', { title: 'x' });
      expect(here.status).toBe(403);
      expect(here.json.detail).toContain('https://attest.example.org');
      const there = await browser.post(
        '/api/documents',
        { title: 'x' },
        { origin: 'https://attest.example.org' },
      );
      expect(there.status).toBe(201);
    } finally {
      await strict.stop();
    }
  });
});

describe('every answer', () => {
  test('tells browsers to load nothing from elsewhere and to run nothing inline', async () => {
    for (const path of ['/', '/api/me', '/api/nothing', '/assets/index-abc123.js']) {
      const { headers } = await owner.get(path, { accept: 'text/html' });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('upgrade-insecure-requests');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      // Plain HTTP on a local network must stay possible.
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  test('of the API is kept nowhere', async () => {
    for (const path of ['/api/me', '/api/documents', '/api/auth/get-session'])
      expect((await owner.get(path)).headers.get('cache-control')).toBe('no-store');
  });

  test('that says no is a problem in the form of RFC 9457', async () => {
    const answer = await new Browser(server).get('/api/documents');
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.json).toEqual({
      type: 'urn:attest:signed-out',
      title: 'Signed out',
      status: 401,
      code: 'signed-out',
      detail: 'You are signed out. Sign in and try again.',
    });
  });
});

describe('odd requests', () => {
  test('are answered and do no harm', async () => {
    const json = { 'content-type': 'application/json' };
    const cases: readonly [string, string, string | undefined, Record<string, string>, number][] = [
      ['POST', '/api/documents', '{', json, 400],
      ['POST', '/api/documents', '[]', json, 400],
      ['POST', '/api/documents', 'null', json, 400],
      ['POST', '/api/documents', '"x"', json, 400],
      ['POST', '/api/documents', '{"title":{"toString":1}}', json, 400],
      ['POST', '/api/documents', '{"__proto__":{"title":"x"}}', json, 400],
      [
        'POST',
        '/api/documents',
        'title=x',
        { 'content-type': 'application/x-www-form-urlencoded' },
        400,
      ],
      ['POST', '/api/documents', `{"title":"${'x'.repeat(300 * 1024)}"}`, json, 413],
      ['POST', '/api/documents', '{}', { ...json, 'content-encoding': 'br' }, 400],
      ['PATCH', `/api/documents/${document}/members/1e3`, '{"role":"viewer"}', json, 404],
      ['PATCH', `/api/documents/${document}/members/NaN`, '{"role":"viewer"}', json, 404],
      ['GET', '/api/documents/%E0%A4%A', undefined, {}, 400],
      ['GET', `/api/documents/${document}%00/members`, undefined, {}, 404],
      ['GET', '/api/documents?state=constructor', undefined, {}, 200],
      ['PUT', '/api/me', '{}', json, 404],
    ];
    for (const [method, path, body, headers, status] of cases) {
      const answer = await owner.send(method, path, body, headers);
      expect([method, path, body?.slice(0, 40), answer.status]).toEqual([
        method,
        path,
        body?.slice(0, 40),
        status,
      ]);
    }
    expect((await owner.get('/api/me')).status).toBe(200);
  });

  test('that name a host of their own are read without it', async () => {
    const { host, port } = new URL(server.origin);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(port), '127.0.0.1');
      socket.end(
        `GET http://elsewhere.example/api/auth/get-session HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk.toString();
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(heard));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('with a forged or broken cookie are signed out, not an error', async () => {
    for (const cookie of [
      'attest.session_token=',
      'attest.session_token=a.b',
      'attest.session_token=%E0%A4%A',
      '=;;=;x',
    ]) {
      const browser = new Browser(server);
      browser.cookie = cookie;
      expect((await browser.get('/api/me')).status).toBe(401);
    }
  });
});

describe('pages', () => {
  const html = { accept: 'text/html' };

  test('are the client’s one page, whatever the address, and always asked for anew', async () => {
    for (const path of ['/', '/d/abc', '/invite/secret', '/setup?token=x']) {
      const answer = await new Browser(server).get(path, html);
      expect([answer.status, answer.text]).toEqual([200, '<!doctype html><title>Attest</title>']);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('come with files that may be kept for good, because their names change', async () => {
    const answer = await new Browser(server).get('/assets/index-abc123.js');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('that are not there are not answered with another one', async () => {
    for (const path of [
      '/assets/gone.js',
      '/missing.png',
      '/.env',
      '/assets/../../package.json',
      '/..%2f..%2fpackage.json',
    ])
      expect([path, (await new Browser(server).get(path, html)).status]).toEqual([path, 404]);
    expect((await new Browser(server).get('/d/abc', { accept: 'application/json' })).status).toBe(
      404,
    );
  });
});

describe('the log', () => {
  test('names no secret', async () => {
    const invited = await owner.post(`/api/documents/${document}/invitations`, {
      role: 'viewer',
      expiresInDays: 1,
      maxUses: 1,
    });
    const invitation = invited.json.url.split('/invite/')[1];
    const { token } = (
      await owner.post('/api/tokens', { name: 't', role: 'viewer', expiresInDays: 1 })
    ).json;
    await new Browser(server).get(`/api/invitations/${invitation}`);
    await new Browser(server).get(`/invite/${invitation}`, { accept: 'text/html' });
    await new Browser(server).get(`/api/setup?token=${invitation}`);
    await new Browser(server).get('/api/me', { authorization: `Bearer ${token}` });
    await new Browser(server).get(`/sync/x?token=${token}`);
    await owner.post('/api/auth/sign-in/email', {
      email: 'olga@example.org',
      password: 'a wrong secret',
    });
    const log = server.logged.join('');
    expect(log).toContain('/api/invitations/…');
    for (const secret of [
      invitation,
      token,
      'a wrong secret',
      owner.cookie.split('=')[1]?.slice(0, 20),
    ])
      expect(log).not.toContain(secret);
  });

  test('cuts what links carry and keeps the rest of an address', () => {
    expect(withoutSecrets('/api/invitations/abc/accept?x=1')).toBe('/api/invitations/…/accept');
    expect(withoutSecrets('/invite/abc')).toBe('/invite/…');
    expect(withoutSecrets('/setup?token=abc')).toBe('/setup');
    expect(withoutSecrets(`/api/documents/${document}/members`)).toBe(
      `/api/documents/${document}/members`,
    );
  });
});

describe('limits', () => {
  test('of a minute say so in a word', async () => {
    const strict = await startServer({}, 1);
    try {
      const ask = () => new Browser(strict).post('/api/documents/x/page-facts', {});
      for (let asked = 0; asked < limitsByKind.fetch.requests; asked++) await ask();
      expect((await ask()).json.detail).toContain('Wait a minute and');
    } finally {
      await strict.stop();
    }
  });

  test('stop guessing at passwords, and say how long', async () => {
    const strict = await startServer({}, 1);
    try {
      const most = limitsByKind['sign-in'].requests;
      const guess = () =>
        new Browser(strict).post(
          '/api/auth/sign-in/email',
          { email: 'o@example.org', password: 'guess' },
          {
            // Without a configured proxy a client cannot pretend to be many.
            'x-forwarded-for': `203.0.113.${Math.trunc(Math.random() * 250)}`,
          },
        );
      const answers = [];
      for (let guesses = 0; guesses <= most; guesses++) answers.push(await guess());
      expect(answers.slice(0, most).every(({ status }) => status === 401)).toBe(true);
      expect(answers.at(-1)?.status).toBe(429);
      expect(answers.at(-1)?.json).toMatchObject({
        code: 'rate-limited',
        detail: expect.stringContaining('15 minutes'),
      });
      // Reading goes on.
      expect((await new Browser(strict).get('/api/me')).status).toBe(401);
    } finally {
      await strict.stop();
    }
  });
});

describe('health', () => {
  test('is alive and ready, and not ready while it stops', async () => {
    const browser = new Browser(server);
    expect((await browser.get('/healthz')).json).toEqual({ status: 'alive' });
    expect((await browser.get('/readyz')).json).toEqual({ status: 'ready' });
    server.draining.value = true;
    expect((await browser.get('/readyz')).status).toBe(503);
    expect((await browser.get('/healthz')).status).toBe(200);
    server.draining.value = false;
  });
});
