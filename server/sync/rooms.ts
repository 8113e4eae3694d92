/**
 * Every open document of this server. A room is loaded once for all who ask at
 * the same time, kept while somebody is in it and a little longer, and never
 * opened empty because loading failed.
 */
import type { Logger } from 'pino';
import * as Y from 'yjs';
import { type PersonId, SYSTEM } from '../../domain/id.ts';
import type { CommandMessage } from '../../domain/protocol/command-message.ts';
import type { Result } from '../../domain/protocol/result.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import type { Derived } from '../derived/derived.ts';
import type { Publisher } from '../events/publisher.ts';
import { membershipNews } from '../notifications/membership-news.ts';
import { EntryKind } from '../log/entry.ts';
import { applyLoaded, loadDocument } from '../log/load.ts';
import { RefusedError } from '../refused-error.ts';
import { type Meters, noMeters } from '../metrics/meters.ts';
import type { Standing } from '../metrics/standing.ts';
import type { Database } from '../storage/database.ts';
import { isDiskFailure } from '../storage/disk-failure.ts';
import type { Administrative } from './administrative.ts';
import { ClientIds } from './client-ids.ts';
import { DiskWatch } from './disk-watch.ts';
import { DocumentMaker, type NewDocument } from './document-maker.ts';
import type { Participant } from './identity.ts';
import { copyOf, type DocumentCopy } from './document-copy.ts';
import type { DocumentRow } from './document-row.ts';
import { LiveDocument } from './live-document.ts';
import { begun, bytesOf, lastInstant } from './loaded.ts';
import { ownerOf, peopleOf } from './people.ts';
import { loadReadings } from './readings.ts';
import { Room } from './room.ts';
import type { HandedIn } from './room-options.ts';
import { standingOf } from './standing.ts';
import { UnsavedIds } from './unsaved-ids.ts';
import { Upkeep } from './upkeep.ts';

export interface Session {
  readonly person: { readonly id: PersonId; readonly name: string; readonly role: Role };
  readonly lineage: string;
  readonly schema: number;
  readonly client: number;
}

export interface RoomsOptions {
  readonly database: Database;
  readonly log: Logger;
  /** Where people's open pages hear that they were told something. */
  readonly events?: Pick<Publisher, 'publish'>;
  readonly now?: () => number;
  readonly meters?: Meters;
  /** How long an empty room stays, in ms. */
  readonly idle?: number;
  /** A snapshot is written after so many entries, and when a room that has any closes. */
  readonly snapshotEvery?: number;
  /** What is derived from a document and kept beside it. */
  readonly derive?: (room: Room) => readonly Derived[];
}

const IDLE_MS = 60_000;

interface Opened {
  readonly room: Room;
  /** Null for a room that is held: it derives and writes nothing. */
  readonly upkeep: Upkeep | null;
  /** Settled once the derived rows are those of the document as it was opened. */
  readonly begun: Promise<void>;
  idle: NodeJS.Timeout | null;
}

export class Rooms {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #now: () => number;
  readonly #meters: Meters;
  readonly #options: RoomsOptions;
  readonly #opening = new Map<number, Promise<Room>>();
  readonly #opened = new Map<number, Opened>();
  /** Rooms that are going: the next one of the same document waits for what they still append. */
  readonly #closing = new Map<number, Promise<void>>();
  readonly #maker: DocumentMaker;
  readonly #disk: DiskWatch;
  readonly #unsaved: UnsavedIds;
  #stopping = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#database = options.database;
    this.#log = options.log;
    this.#now = options.now ?? Date.now;
    this.#meters = options.meters ?? noMeters;
    this.#maker = new DocumentMaker(this.#database, this.#now);
    this.#unsaved = new UnsavedIds(this.#database);
    this.#disk = new DiskWatch({
      probe: () => this.#database.probe(),
      recovering: () => this.#unsaved.save(),
      recovered: () => void this.#goOn(),
      log: this.#log,
    });
  }

  /** The document's row, unless it does not exist or was deleted. */
  async find(publicId: string): Promise<DocumentRow | null> {
    const row = await this.#database.query
      .selectFrom('documents')
      .select(['id', 'lineage'])
      .where('public_id', '=', publicId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    return row ? { id: row.id, publicId, lineage: row.lineage } : null;
  }

  /**
   * The open room of a document, loaded if need be. Throws a `RefusedError`
   * where it cannot be loaded, or was deleted since its row was found.
   */
  async open(document: DocumentRow): Promise<Room> {
    const room = await this.#openAny(document);
    if (await this.find(document.publicId)) return room;
    throw new RefusedError(refuse('not-found', 'This document was deleted.'));
  }

  #openAny(document: DocumentRow): Promise<Room> {
    if (this.#stopping) throw new RefusedError(refuse('unavailable', 'The server is restarting.'));
    const opened = this.#opened.get(document.id);
    if (opened) return Promise.resolve(opened.room);
    const opening = this.#opening.get(document.id) ?? this.#load(document);
    this.#opening.set(document.id, opening);
    return opening;
  }

  /** Makes a document; it exists for others once this resolves. */
  async create(input: NewDocument): Promise<DocumentRow> {
    const document = await this.#maker.create(input);
    // Behind the maker's back: whoever makes it waits for nothing that is derived.
    if (this.#options.derive) void this.catchUp(document).catch(() => {});
    return document;
  }

  /** A page asks for its session: a fresh client id, bound to the person. */
  async session(document: DocumentRow, participant: Participant): Promise<Session> {
    const room = await this.open(document);
    const client = await room.clients.issue(participant.id, (id) => room.live.knowsClient(id));
    const { id, name } = participant;
    const role = room.roleOf(participant);
    if (!role)
      throw new RefusedError(refuse('forbidden', 'You are not a member of this document.'));
    return {
      person: { id, name, role },
      lineage: document.lineage,
      schema: SCHEMA_VERSION,
      client,
    };
  }

  /** The REST twin of the socket's command: the same queue, answered when durable. */
  async command(
    document: DocumentRow,
    participant: Participant,
    message: CommandMessage,
    handedIn?: HandedIn,
  ): Promise<Result> {
    const room = await this.open(document);
    return new Promise((resolve) => room.command(message, participant, resolve, handedIn));
  }

  /** A person's role changes (null: no member any more): in the room's queue, at once for open sockets. */
  async membership(
    document: DocumentRow,
    change: Omit<Administrative, 'kind'> & {
      readonly person: PersonId;
      readonly name: string;
      readonly role: Role | null;
    },
  ): Promise<void> {
    const room = await this.open(document);
    await room.administer({
      ...change,
      kind: EntryKind.membership,
      news: membershipNews(change),
      inTurn: () => {
        room.setRole(change.person, change.name, change.role);
        this.#opened.get(document.id)?.upkeep?.peopleChanged();
      },
    });
  }

  /** Anything else that the log records without changing the Y.Doc. */
  async administer(document: DocumentRow, change: Administrative): Promise<number> {
    // Also of a deleted one: that is how it is restored.
    const room = await this.#openAny(document);
    return await room.administer(change);
  }

  /** Of all open rooms together, for whoever measures. */
  standing(): Standing {
    return standingOf([...this.#opened.values()].map(({ room }) => room));
  }

  /** Whether this person shows what they read, in every open document at once. */
  showReading(person: PersonId, shown: boolean): void {
    for (const { room } of this.#opened.values()) room.readings.show(person, shown);
  }

  /** Opens a document for as long as it takes to bring what is derived from it up to date. */
  async catchUp(document: DocumentRow, { andPutAway = false } = {}): Promise<void> {
    await this.open(document);
    const opened = this.#opened.get(document.id);
    if (!opened) return;
    await opened.begun;
    await opened.upkeep?.caughtUp();
    if (andPutAway) await this.#unload(opened);
  }

  /** Somebody is called otherwise: in each of these documents, one after the other. Never rejects. */
  async renamed(
    person: { readonly id: PersonId; readonly name: string },
    documents: readonly DocumentRow[],
  ): Promise<void> {
    for (const document of documents) {
      try {
        const wasOpen = this.#opened.has(document.id);
        const room = await this.open(document);
        await new Promise<void>((done) => {
          room.inTurn(() => {
            const known = room.live.people.get(person.id);
            if (known) room.setRole(person.id, person.name, known.role);
            this.#opened.get(document.id)?.upkeep?.peopleChanged();
            done();
          }, done);
        });
        if (!wasOpen) await this.catchUp(document, { andPutAway: true });
      } catch (error) {
        // What is derived from it stays behind, and is derived when it is opened again.
        this.#log.warn({ document: document.publicId, err: error }, 'a new name is not known yet');
      }
    }
  }

  /** Ends a document's room: everybody in it is told why. */
  async shut(document: DocumentRow, reason: string): Promise<void> {
    const opened = this.#opened.get(document.id);
    if (!opened) return;
    opened.room.close('not-found', reason);
    await this.#forget(opened);
  }

  /** A copy of the document as everybody may see it, in its turn and durable. */
  async copy(document: DocumentRow): Promise<DocumentCopy> {
    return copyOf(await this.open(document));
  }

  /** Closes every room once durable; sockets hear that the server restarts. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#disk.stop();
    await Promise.allSettled(this.#opening.values());
    await Promise.all(
      [...this.#opened.values()].map(async (opened) => {
        opened.room.close('unavailable', 'The server is restarting.');
        await this.#forget(opened);
      }),
    );
    await Promise.all(this.#closing.values());
  }

  async #load(document: DocumentRow): Promise<Room> {
    try {
      await this.#closing.get(document.id);
      const started = performance.now();
      const loaded = await loadDocument(this.#database, document.id);
      const doc = new Y.Doc();
      const clients = await ClientIds.load(
        { database: this.#database, disk: this.#disk, unsaved: this.#unsaved },
        document.id,
      );
      // The room's own id is fresh at every load and reserved before anybody can draw it.
      doc.clientID = await clients.issue(SYSTEM, () => false);
      // What a room applies under an id that is not durable could not be told from somebody else's.
      const held = this.#disk.failing || clients.needsBinding(doc.clientID);
      applyLoaded(doc, loaded, 'load');
      const people = await peopleOf(this.#database, document.id);
      const owner = (await ownerOf(this.#database))?.id ?? null;
      const room = new Room({
        database: this.#database,
        log: this.#log,
        document,
        live: new LiveDocument(doc, people),
        clients,
        term: this.#database.nextTerm(),
        seq: loaded.seq,
        at: await lastInstant(this.#database, document.id),
        readings: await loadReadings(this.#database, document.id),
        bytes: bytesOf(loaded),
        owner,
        now: this.#now,
        meters: this.#meters,
        held,
        changed: () => opened.upkeep?.changed(),
        told: (told) => {
          for (const person of new Set(told))
            this.#options.events?.publish(person, {
              kind: 'notifications',
              document: document.publicId,
            });
        },
        empty: () => this.#idle(opened),
        lost: (why) => void this.#lost(opened, why),
      });
      if (loaded.damagedSnapshots.length > 0) {
        this.#log.error(
          { document: document.publicId, snapshots: loaded.damagedSnapshots },
          'damaged snapshots passed over',
        );
      }
      const upkeep = held
        ? null
        : new Upkeep({
            ...this.#options,
            room,
            now: this.#now,
            meters: this.#meters,
            snapshotSeq: loaded.stateSeq,
            derived: this.#options.derive?.(room) ?? [],
            owner,
          });
      const opened: Opened = { room, upkeep, begun: begun(upkeep), idle: null };
      this.#opened.set(document.id, opened);
      this.#idle(opened);
      const ms = performance.now() - started;
      this.#meters.loaded(ms);
      this.#log.info(
        { document: document.publicId, seq: loaded.seq, held, ms: Math.round(ms) },
        'opened',
      );
      return room;
    } catch (error) {
      this.#log.error({ document: document.publicId, err: error }, 'cannot load');
      throw new RefusedError(
        refuse('load-failed', 'This document cannot be read right now. Nothing of it is changed.'),
      );
    } finally {
      this.#opening.delete(document.id);
    }
  }

  #idle(opened: Opened): void {
    if (opened.idle) clearTimeout(opened.idle);
    opened.idle = setTimeout(() => void this.#unload(opened), this.#options.idle ?? IDLE_MS);
    opened.idle.unref();
  }

  async #unload(opened: Opened): Promise<void> {
    const { room } = opened;
    if (room.members.size > 0) return;
    await opened.upkeep?.snapshot();
    // Somebody may have come while the snapshot was written.
    if (room.members.size > 0 || this.#opened.get(room.document.id) !== opened) return;
    room.close('unavailable', 'This document was put away. Opening it again.');
    await this.#forget(opened);
  }

  /** The disk takes writes again: whoever reads in a held room comes back into one that saves. */
  async #goOn(): Promise<void> {
    await Promise.allSettled(this.#opening.values());
    if (this.#disk.failing || this.#stopping) return;
    for (const opened of this.#opened.values()) {
      if (opened.room.heldBecause === null) continue;
      opened.room.close('unavailable', 'Changes can be saved again.');
      void this.#forget(opened);
    }
  }

  async #lost(opened: Opened, why: unknown): Promise<void> {
    // Before anybody comes back.
    if (isDiskFailure(why)) this.#disk.failed(why);
    opened.upkeep?.lost();
    if (this.#opened.get(opened.room.document.id) === opened) await this.#forget(opened);
  }

  /** Takes a closed room out; what it applied is still being appended. */
  async #forget(opened: Opened): Promise<void> {
    const { room, upkeep, idle } = opened;
    const { id } = room.document;
    this.#opened.delete(id);
    if (idle) clearTimeout(idle);
    const closing = room
      .settled()
      .then(() => upkeep?.end())
      .finally(() => {
        this.#closing.delete(id);
        room.live.destroy();
      });
    this.#closing.set(id, closing);
    await closing;
  }
}
