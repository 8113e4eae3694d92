/**
 * A running sync server for tests: a real database file, real HTTP, real
 * sockets. Who somebody is comes from a table instead of from accounts: the
 * token is the person's name.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { PersonId } from '../../../domain/id.ts';
import { writePut } from '../../../domain/record/codec.ts';
import { blankSettings } from '../../../domain/record/settings.ts';
import type { Role } from '../../../domain/role.ts';
import { SCHEMA_VERSION } from '../../../domain/text/schema.ts';
import type { Identities } from '../../../server/accounts/identity.ts';
import { createDerivations } from '../../../server/derived/derivations.ts';
import type { Publisher } from '../../../server/events/publisher.ts';
import { sqliteIndex } from '../../../server/search/sqlite.ts';
import { type Database, openDatabase } from '../../../server/storage/database.ts';
import type { DocumentRow } from '../../../server/sync/document-row.ts';
import { attachSync } from '../../../server/sync/attach.ts';
import { Rooms, type RoomsOptions, type Session } from '../../../server/sync/rooms.ts';

export interface Office {
  readonly database: Database;
  readonly rooms: Rooms;
  readonly url: string;
  readonly document: DocumentRow;
  readonly directory: string;
  person(name: string): PersonId;
  session(name: string): Promise<Session>;
  /** A stock y-websocket client. */
  stock(name: string, doc?: Y.Doc, params?: Record<string, string>): WebsocketProvider;
  setRole(name: string, role: Role | null): Promise<void>;
  /** Ends rooms, server and database; the directory stays for `reopen`. */
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export const paragraphs = ['The rate fell in May.', 'Officials said that it would rise.'];

/** Opens an office with one unlocked document and these people in it. */
export async function openOffice(
  roles: Readonly<Record<string, Role>>,
  options: Partial<RoomsOptions> & {
    text?: readonly string[];
    /** Where its data is; a temporary directory of its own without it. */
    directory?: string;
    /** With it, what is derived is kept too. */
    publish?: Publisher['publish'];
    /** How long a refused stock client waits for its close. */
    hold?: number;
  } = {},
): Promise<Office> {
  const directory = options.directory ?? (await mkdtemp(path.join(tmpdir(), 'attest-')));
  const database = await openDatabase({ directory });
  const log = pino({ level: 'silent' });
  const { publish, hold = 50 } = options;
  const derivations =
    publish &&
    createDerivations({
      database,
      events: { publish },
      log,
      index: sqliteIndex(database),
    });
  const rooms = new Rooms({
    database,
    log,
    ...(derivations && { derive: (room) => derivations.of(room) }),
    ...options,
  });
  const ids = new Map<string, PersonId>();
  for (const name of Object.keys(roles)) {
    const row = await database.query
      .insertInto('people')
      .values({ name, user_id: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(name, row.id);
  }
  const person = (name: string): PersonId => ids.get(name) ?? -1;
  const now = Date.now();
  const document = await rooms.create({
    publicId: 'd'.repeat(21),
    title: 'Report',
    by: 0,
    note: { from: 'test' },
    content: (doc) => {
      fillText(doc, options.text ?? paragraphs);
      for (const [key, value] of Object.entries(blankSettings('Report'))) {
        writePut(doc, { root: 'settings', key, value } as Parameters<typeof writePut>[1]);
      }
    },
    statements: (id) =>
      Object.entries(roles).map(([name, role]) =>
        database.query
          .insertInto('members')
          .values({ document: id, person: person(name), role, joined_at: now })
          .compile(),
      ),
  });
  const identities: Identities = {
    async authenticate(request) {
      const name = new URL(request.url ?? '', 'http://x').searchParams.get('token') ?? '';
      const id = ids.get(name);
      if (id === undefined) return null;
      return { person: id, userId: name, name, email: '', owner: false, cap: null };
    },
    async roleIn({ person: id }, of) {
      const row = await database.query
        .selectFrom('members')
        .select('role')
        .where('document', '=', of)
        .where('person', '=', id)
        .executeTakeFirst();
      return row?.role ?? null;
    },
  };
  const server = createServer();
  const sync = attachSync(server, { rooms, identities, log, hold });
  await listen(server);
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`;
  const providers: WebsocketProvider[] = [];
  let stopped = false;
  const office: Office = {
    database,
    rooms,
    url,
    document,
    directory,
    person,
    session: (name) => rooms.session(document, { id: person(name), name, owner: false, cap: null }),
    stock(name, doc = new Y.Doc(), params = {}) {
      const provider = new WebsocketProvider(url, document.publicId, doc, {
        params: {
          token: name,
          schema: String(SCHEMA_VERSION),
          lineage: document.lineage,
          ...params,
        },
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      });
      providers.push(provider);
      return provider;
    },
    async setRole(name, role) {
      const id = person(name);
      const { query } = database;
      await rooms.membership(document, {
        person: id,
        name,
        role,
        by: 0,
        note: { person: id, role },
        statements: [
          role === null
            ? query
                .deleteFrom('members')
                .where('document', '=', document.id)
                .where('person', '=', id)
                .compile()
            : query
                .updateTable('members')
                .set({ role })
                .where('document', '=', document.id)
                .where('person', '=', id)
                .compile(),
        ],
      });
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      for (const provider of providers) provider.destroy();
      await sync.stop();
      await rooms.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
    async [Symbol.asyncDispose]() {
      await office.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return office;
}

export function fillText(doc: Y.Doc, texts: readonly string[]): void {
  const section = new Y.XmlElement('section');
  section.insert(
    0,
    texts.map((words) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(words)]);
      return paragraph;
    }),
  );
  doc.getXmlFragment('text').insert(0, [section]);
}

/** The first text of the document: of its first paragraph. */
export function firstText(doc: Y.Doc): Y.XmlText {
  const section = doc.getXmlFragment('text').get(0) as Y.XmlElement;
  return (section.get(0) as Y.XmlElement).get(0) as Y.XmlText;
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}
