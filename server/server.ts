/** Puts the parts together: one store, one port for pages, API and websocket, and an orderly end. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { loadSeeds } from '../seeds/load.ts';
import { SYSTEM } from '../domain/id.ts';
import { type Accounts, createAccounts } from './accounts/accounts.ts';
import type { Config } from './config/options.ts';
import { secretKey } from './config/secret-key.ts';
import { createDerivations } from './derived/derivations.ts';
import { Publisher } from './events/publisher.ts';
import { createApp } from './http/app.ts';
import { createFromFile } from './http/new-document.ts';
import { sqliteIndex } from './search/sqlite.ts';
import { createMetrics } from './metrics/metrics.ts';
import { keepPruned } from './notifications/pruning.ts';
import { type Database, openDatabase } from './storage/database.ts';
import { attachSync, type Sync } from './sync/attach.ts';
import { Rooms } from './sync/rooms.ts';

export interface RunningServer {
  /** Where people open it. */
  readonly url: string;
  /** Where the owner's account is made; null when there is an owner. */
  readonly setupUrl: string | null;
  /** Ends sockets, writes what is open, closes the store. Calling it again gives the same promise. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Where letters are printed while no mail server is configured. */
  readonly announce: (text: string) => void;
  /** Multiplies the rate limits. */
  readonly allowance?: number;
  /** How long clients wait that would dial again as soon as they are refused, in ms; 10 s by default. */
  readonly hold?: number;
  /** A workspace that begins now begins without documents. */
  readonly empty?: boolean;
}

const CLIENT = join(import.meta.dirname, '..', 'client', 'dist');

/** Rejects where the store or the port cannot be had; nothing stays open then. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, log, announce, allowance, hold, empty = false } = options;
  const secret = secretKey(config);
  const database = await openDatabase({ directory: config.dataDirectory });
  const server = createServer();
  let sync: Sync | null = null;
  let endPruning = (): void => {};
  const events = new Publisher();
  server.on('request', notReady);
  try {
    await listen(server, config);
    // The port is only known now, and it stands in links.
    const port = portOf(server);
    const accounts = createAccounts({
      config,
      database,
      log,
      secret,
      port,
      announce,
      onEnded() {
        void sync?.recheck();
        void events.recheck();
      },
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
      derive: (room) => derivations.of(room),
    });
    metrics.watch(() => rooms.standing());
    endPruning = await keepPruned({ database, now: accounts.now, log });
    await seedOnce({ database, accounts, rooms, log, empty });
    let draining = false;
    const app = createApp({
      accounts,
      client: CLIENT,
      config,
      database,
      derivations,
      draining: () => draining,
      events,
      index,
      log,
      metrics,
      rooms,
      ...(allowance === undefined ? {} : { allowance }),
    });
    sync = attachSync(server, {
      rooms,
      identities: accounts,
      log,
      meters,
      ...(hold === undefined ? {} : { hold }),
    });
    server.off('request', notReady).on('request', app);
    void derivations.catchUp(rooms);
    const token = await accounts.setup.renewToken();
    let stopping: Promise<void> | null = null;

    async function stop(): Promise<void> {
      draining = true;
      endPruning();
      const closed = new Promise((done) => server.close(done));
      events.stop();
      await sync?.stop();
      await rooms.stop();
      // Answers that are under way have had their chance; connections that only wait have not.
      server.closeIdleConnections();
      await Promise.race([closed, pause(2000)]);
      server.closeAllConnections();
      await closed;
      await accounts.post.settled();
      await database.close();
    }

    return {
      url: accounts.publicUrl,
      setupUrl: token === null ? null : `${accounts.publicUrl}/setup?token=${token}`,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    endPruning();
    server.close();
    server.closeAllConnections();
    await database.close();
    throw error;
  }
}

interface Seeding {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly rooms: Rooms;
  readonly log: Logger;
  readonly empty: boolean;
}

/** The first start brings the seeds, or leaves them out for good; a workspace whose documents were all deleted stays empty. */
async function seedOnce({ database, accounts, rooms, log, empty }: Seeding): Promise<void> {
  const { query } = database;
  const begun =
    (await query.selectFrom('meta').select('key').where('key', '=', 'begun').executeTakeFirst()) ??
    (await query.selectFrom('documents').select('id').limit(1).executeTakeFirst());
  if (begun) return;
  if (!empty) {
    const parts = { database, people: accounts.people, rooms, now: accounts.now };
    const maker = { person: SYSTEM, owner: true };
    const count = await loadSeeds(({ settings, ...file }) =>
      createFromFile(parts, maker, file, settings),
    );
    log.info({ count }, 'seeds loaded');
  }
  await query
    .insertInto('meta')
    .values({ key: 'begun', value: empty ? 'empty' : 'with the seeds' })
    .execute();
}

const notReady: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' });
  response.end('Attest is starting.\n');
};

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref());
}
