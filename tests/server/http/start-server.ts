/** A whole server for one test file: real files, real HTTP, real rooms. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Role } from '../../../domain/role.ts';
import { createAccounts } from '../../../server/accounts/accounts.ts';
import { parseConfig } from '../../../server/config/parse-config.ts';
import { createDerivations } from '../../../server/derived/derivations.ts';
import { Publisher } from '../../../server/events/publisher.ts';
import { type AppOptions, createApp } from '../../../server/http/app.ts';
import { createMetrics } from '../../../server/metrics/metrics.ts';
import { sqliteIndex } from '../../../server/search/sqlite.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { Rooms } from '../../../server/sync/rooms.ts';

export type TestServer = Awaited<ReturnType<typeof startServer>>;
export const PASSWORD = 'correct horse battery';

export async function startServer(
  environment: Record<string, string> = {},
  allowance = 1000,
  { reaches, exportLimits }: Pick<AppOptions, 'reaches' | 'exportLimits'> = {},
) {
  const directory = mkdtempSync(join(tmpdir(), 'attest-http-'));
  const parsed = parseConfig(
    { ATTEST_KEY_DIRECTORY: join(directory, 'keys'), ...environment },
    () => '',
  );
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const { config } = parsed;
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
  const letters: string[] = [];
  const clock = { ahead: 0 };
  const now = () => Date.now() + clock.ahead;
  const events = new Publisher();
  const database = await openDatabase({ directory });
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const accounts = createAccounts({
    config,
    database,
    log,
    secret: 'a secret that is only used in tests, and long',
    port,
    announce: (text) => void letters.push(text),
    now,
    onEnded: () => void events.recheck(),
    onRenamed: (person, documents) => void rooms.renamed(person, documents),
  });
  const index = sqliteIndex(database);
  const derivations = createDerivations({ database, events, log, index });
  const metrics = createMetrics();
  const { meters } = metrics;
  const rooms = new Rooms({
    database,
    events,
    log,
    meters,
    now,
    derive: (room) => derivations.of(room),
  });
  metrics.watch(() => rooms.standing());
  const draining = { value: false };
  server.on(
    'request',
    createApp({
      accounts,
      allowance,
      exportLimits,
      reaches,
      client: join(directory, 'client'),
      config,
      database,
      derivations,
      draining: () => draining.value,
      events,
      index,
      log,
      metrics,
      rooms,
    }),
  );
  return {
    accounts,
    clock,
    database,
    directory,
    draining,
    events,
    letters,
    logged,
    origin: `http://127.0.0.1:${port}`,
    rooms,
    async stop() {
      events.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rooms.stop();
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed where it is JSON, else undefined. */
  readonly json: any; // oxlint-disable-line typescript/no-explicit-any -- tests look into answers of any shape
}

/** A browser, as far as cookies and the Origin header go. */
export class Browser {
  readonly #origin: string;
  cookie = '';

  constructor(server: Pick<TestServer, 'origin'>) {
    this.#origin = server.origin;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  async send(
    method: string,
    path: string,
    body?: object | string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.#origin + path, {
      method,
      redirect: 'manual',
      headers: {
        accept: 'application/json',
        origin: this.#origin,
        ...(this.cookie && { cookie: this.cookie }),
        ...(typeof body === 'object' &&
          !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body),
      }),
    });
    const set = response.headers.getSetCookie();
    if (set.length > 0) this.cookie = set.map((cookie) => cookie.split(';', 1)[0]).join('; ');
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The owner, signed in through the set-up link. */
export async function signUpOwner(server: TestServer): Promise<Browser> {
  const token = await server.accounts.setup.renewToken();
  const browser = new Browser(server);
  const answer = await browser.post('/api/setup', {
    token,
    name: 'Olga Owner',
    email: 'olga@example.org',
    password: PASSWORD,
  });
  if (answer.status !== 201) throw new Error(`Set-up failed: ${answer.text}`);
  return browser;
}

export async function createDocument(lead: Browser, title = 'A report'): Promise<string> {
  const answer = await lead.post('/api/documents', { title });
  if (answer.status !== 201) throw new Error(`No document: ${answer.text}`);
  return answer.json.id;
}

/** Somebody new, who signed up by an invitation to `document`. */
export async function signUpMember(
  server: TestServer,
  lead: Browser,
  document: string,
  role: Role,
  name = `A ${role}`,
): Promise<Browser> {
  const invited = await lead.post(`/api/documents/${document}/invitations`, {
    role,
    expiresInDays: 7,
    maxUses: 1,
  });
  if (invited.status !== 201) throw new Error(`No invitation: ${invited.text}`);
  const token = new URL(invited.json.url).pathname.split('/').at(-1);
  const browser = new Browser(server);
  const email = `${name.replaceAll(' ', '.').toLowerCase()}@example.org`;
  const answer = await browser.post(`/api/invitations/${token}/sign-up`, {
    name,
    email,
    password: PASSWORD,
  });
  if (answer.status !== 201) throw new Error(`No sign-up: ${answer.text}`);
  return browser;
}
