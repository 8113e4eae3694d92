import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
