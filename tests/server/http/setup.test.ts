import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser, PASSWORD, startServer, type TestServer } from './start-server.ts';

const owner = { name: 'Olga Owner', email: 'Olga@Example.org ', password: PASSWORD };

describe('the set-up link', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  test('is replaced at each start until there is an owner', async () => {
    const first = await server.accounts.setup.renewToken();
    const second = await server.accounts.setup.renewToken();
    const browser = new Browser(server);
    expect((await browser.get(`/api/setup?token=${first}`)).status).toBe(404);
    expect((await browser.get(`/api/setup?token=${second}`)).json).toEqual({ ok: true });
  });

  test('is not stored, only its hash', async () => {
    const token = await server.accounts.setup.renewToken();
    const rows = await server.database.query.selectFrom('setup_tokens').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('refuses a weak password, a wrong address and an empty name, and stays good', async () => {
    const token = await server.accounts.setup.renewToken();
    const browser = new Browser(server);
    for (const wrong of [{ password: 'short' }, { email: 'olga' }, { name: '  ' }]) {
      const answer = await browser.post('/api/setup', { token, ...owner, ...wrong });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await browser.get(`/api/setup?token=${token}`)).status).toBe(200);
  });

  test('makes one owner, even when it is used several times at once', async () => {
    const token = await server.accounts.setup.renewToken();
    const browsers = Array.from({ length: 4 }, () => new Browser(server));
    const answers = await Promise.all(
      browsers.map((browser, index) =>
        browser.post('/api/setup', { token, ...owner, email: `olga${index}@example.org` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201, 404, 404, 404,
    ]);
    const { query } = server.database;
    expect(await query.selectFrom('user').select('id').execute()).toHaveLength(1);
    expect(await query.selectFrom('people').select('id').execute()).toHaveLength(2);
    expect(await query.selectFrom('setup_tokens').select('hash').execute()).toHaveLength(0);

    const winner = browsers[answers.findIndex(({ status }) => status === 201)];
    expect((await winner?.get('/api/me'))?.json).toMatchObject({ owner: true, mayCreate: true });
  });

  test('is never printed again', async () => {
    expect(await server.accounts.setup.renewToken()).toBeNull();
  });
});
