/**
 * Opens a document: session, local copy, id, presence, socket, in this order,
 * and keeps it open through everything that may happen to it. What cannot be
 * saved is handed back as words; then it starts over with a new Y.Doc.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { Connection } from '../sync/connection.ts';
import { copyName, type Device, openDevice, type WaitingCommand } from '../sync/device.ts';
import { leftWords, LocalCopy } from '../sync/local-copy.ts';
import { type Notices, openNotices } from '../sync/notices.ts';
import { Outbox } from '../sync/outbox.ts';
import { requestSession, type Session } from '../sync/session.ts';
import { type ConnectionState, type HandedBack, sameSaved, type Saved } from '../sync/state.ts';
import { unsentWords } from '../sync/unsent.ts';
import type { DocumentHandle, DocumentSnapshot, LiveDocument } from './document.ts';
import { newId } from './new-id.ts';
import { RecordStore } from './record-store.ts';
import { proseOf } from './prose.ts';

export interface OpenOptions {
  /** `ws://host` or `wss://host`; by default where the page came from. */
  readonly server?: string;
  readonly fetch?: typeof fetch;
  readonly WebSocket?: typeof WebSocket;
  readonly device?: Promise<Device>;
}

/** Two refusals in a row without anything saved between them, and it stops trying by itself. */
const MOST_REFUSALS = 2;
/** While the server cannot be reached at all, in ms; grows to ten times as much. */
const RETRY = 2000;
/** How soon what the server confirmed is noted on the device, in ms. */
const NOTE_AFTER = 1000;

export function openDocument(id: string, options: OpenOptions = {}): DocumentHandle {
  return new OpenDocument(id, options);
}

/** All that belongs to one life; `live` becomes public once it is in step. */
interface Life {
  readonly live: LiveDocument;
  readonly connection: Connection;
  readonly copy: LocalCopy;
  readonly notices: Notices;
  readonly outbox: Outbox;
  readonly name: string;
}

class OpenDocument implements DocumentHandle {
  readonly #id: string;
  readonly #options: OpenOptions;
  readonly #device: Promise<Device>;
  readonly #listeners = new Set<() => void>();
  #snapshot: DocumentSnapshot = {
    live: null,
    connection: { kind: 'connecting' },
    saved: { kind: 'saved' },
    handedBack: [],
    keepsOffline: true,
  };
  #life: Life | null = null;
  #generation = 0;
  #refusals = 0;
  #attempts = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #note: ReturnType<typeof setTimeout> | undefined;
  #owner = '';
  #closed = false;

  constructor(id: string, options: OpenOptions) {
    this.#id = id;
    this.#options = options;
    this.#device = options.device ?? openDevice();
    if (typeof window !== 'undefined') {
      window.addEventListener('beforeunload', this.#beforeUnload);
      window.addEventListener('pagehide', this.#noteNow);
      window.addEventListener('online', this.#networkChanged);
      window.addEventListener('offline', this.#networkChanged);
    }
    void this.#start();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): DocumentSnapshot => this.#snapshot;

  restart(): void {
    this.#refusals = 0;
    this.#attempts = 0;
    void this.#startOver();
  }

  dismiss(id: string): void {
    this.#set({ handedBack: this.#snapshot.handedBack.filter((words) => words.id !== id) });
    void this.#device.then((device) => device.deleteKept(id));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    if (typeof window !== 'undefined') {
      window.removeEventListener('beforeunload', this.#beforeUnload);
      window.removeEventListener('pagehide', this.#noteNow);
      window.removeEventListener('online', this.#networkChanged);
      window.removeEventListener('offline', this.#networkChanged);
    }
    await this.#noteKnown();
    await this.#endLife();
    this.#listeners.clear();
  }

  async #startOver(): Promise<void> {
    clearTimeout(this.#retry);
    this.#set({ live: null, connection: { kind: 'connecting' } });
    await this.#endLife();
    await this.#start();
  }

  async #start(): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const session = await requestSession(this.#id, this.#options.fetch);
    if (this.#closed || generation !== this.#generation) return;
    if (isRefusal(session)) return this.#stopped(session);
    if (session.schema !== SCHEMA_VERSION) {
      return this.#stopped(refuse('wrong-schema', 'The server was updated. Load this page again.'));
    }
    const device = await this.#device;
    this.#owner = `${this.#id}/${session.person.id}`;
    const name = copyName(this.#id, session.lineage, session.person.id);
    const known = await this.#settleCopies(device, session, name);
    const doc = new Y.Doc();
    const copy = await LocalCopy.open(device, name, doc);
    const outbox = await Outbox.open(device, name, {
      onChange: () => this.#onPending(),
      onRefused: (command, refusal, orphan) => this.#handBackCommand(command, refusal, orphan),
    });
    if (this.#closed || generation !== this.#generation) {
      await copy.release();
      return doc.destroy();
    }
    // After the copy is loaded: Yjs draws another id when it meets structs of its own.
    doc.clientID = session.client;
    const awareness = new Awareness(doc);
    const store = new RecordStore({ doc, person: session.person, outbox });
    const connection = this.#connect({ session, doc, awareness, known, store, outbox });
    const live: LiveDocument = {
      generation,
      session,
      doc,
      text: doc.getXmlFragment('text'),
      awareness,
      store,
      hold: (composing) => connection.hold(composing),
    };
    const notices = openNotices(name, (notice) => {
      // Another tab deletes the copy. This page's own words go into a new one.
      if (notice === 'discarding') void copy.release();
      else if (device.lasting) copy.resume();
    });
    this.#life = { live, connection, copy, notices, outbox, name };
    this.#set({ keepsOffline: device.lasting, handedBack: await device.kept(this.#owner) });
    connection.connect();
  }

  #connect(parts: {
    session: Session;
    doc: Y.Doc;
    awareness: Awareness;
    known: ReadonlyMap<number, number>;
    store: RecordStore;
    outbox: Outbox;
  }): Connection {
    const { store, outbox, session, doc, awareness, known } = parts;
    const { server = originOf(location), WebSocket } = this.#options;
    return new Connection({
      server,
      document: this.#id,
      session,
      doc,
      awareness,
      known,
      ...(WebSocket ? { WebSocket } : {}),
      onChange: () => this.#onConnection(),
      onReady: (send) => {
        this.#attempts = 0;
        outbox.connect(send);
        if (this.#life && !this.#snapshot.live) this.#set({ live: this.#life.live });
      },
      onLost: () => outbox.disconnect(),
      onHello: (hello) => store.setRole(hello.person.role),
      onPeople: (people) => store.setPeople(people),
      onPrivate: ({ verdicts }) => store.setOwnVerdicts(verdicts),
      onResult: (result) => outbox.settle(result),
      onEnd: (end) => void this.#onEnd(end),
    });
  }

  /** Copies of other lineages or schemas give up their words and go. Returns what is known of the current one. */
  async #settleCopies(
    device: Device,
    session: Session,
    name: string,
  ): Promise<ReadonlyMap<number, number>> {
    let known: ReadonlyMap<number, number> = new Map();
    for (const copy of await device.copies(this.#id, session.person.id)) {
      if (copy.name === name && copy.schema === session.schema) {
        known = copy.known;
        continue;
      }
      const refusal = refuse(
        copy.name === name ? 'wrong-schema' : 'wrong-lineage',
        'The document began anew on the server. These words of yours had not been saved.',
      );
      const words = await leftWords(device, copy.name, copy.known);
      if (words !== '') await this.#handBack({ kind: 'leftover', words, ...refusal });
      if (copy.name !== name) {
        for (const command of await device.waiting(copy.name)) {
          await this.#handBackCommand(command, refusal, true);
          await device.deleteWaiting(command.commandId);
        }
      }
      await device.deleteCopy(copy.name);
    }
    await device.putCopy({
      name,
      document: this.#id,
      lineage: session.lineage,
      person: session.person.id,
      schema: session.schema,
      known,
    });
    return known;
  }

  async #onEnd({
    refusal,
    refused,
    code,
  }: {
    refusal: Refusal;
    refused: boolean;
    code: number;
  }): Promise<void> {
    const life = this.#life;
    if (!life) return;
    if (refused) {
      this.#refusals += 1;
      this.#set({ live: null, connection: { kind: 'refused', ...refusal } });
      const words = unsentWords(life.live.text, life.connection.known);
      if (words !== '') await this.#handBack({ kind: 'text', words, ...refusal });
      await this.#discard(life);
      if (this.#refusals <= MOST_REFUSALS) return this.#startOver();
      return this.#stopped(refusal);
    }
    const wasLive = this.#snapshot.live !== null;
    if (code === 4409 && wasLive) return this.#startOver();
    await this.#noteKnown();
    await this.#endLife();
    this.#stopped(refusal);
  }

  /** Deletes this person's copy, with every tab's help. */
  async #discard(life: Life): Promise<void> {
    const device = await this.#device;
    life.connection.destroy();
    life.notices.post('discarding');
    await life.copy.release();
    clearTimeout(this.#note);
    await device.deleteCopy(life.name);
    life.notices.post('discarded');
  }

  async #endLife(): Promise<void> {
    const life = this.#life;
    this.#life = null;
    clearTimeout(this.#note);
    this.#note = undefined;
    if (!life) return;
    life.outbox.disconnect();
    life.connection.destroy();
    life.notices.close();
    life.live.store.destroy();
    life.live.awareness.destroy();
    await life.copy.release();
    life.live.doc.destroy();
  }

  #stopped(refusal: Refusal): void {
    if (refusal.code === 'unavailable') {
      this.#attempts += 1;
      const delay = RETRY * Math.min(10, this.#attempts) * (0.5 + Math.random());
      this.#retry = setTimeout(() => void this.#startOver(), delay);
    }
    this.#set({ live: null, connection: { kind: 'closed', ...refusal } });
  }

  #onConnection(): void {
    const connection = this.#life?.connection;
    if (!connection || this.#closed) return;
    if (connection.confirmed) this.#refusals = 0;
    const kind = connection.step;
    const state: ConnectionState =
      this.#snapshot.connection.kind === kind ? this.#snapshot.connection : { kind };
    this.#set({ connection: state, saved: this.#saved() });
    this.#note ??= setTimeout(this.#noteNow, NOTE_AFTER);
  }

  #onPending(): void {
    this.#life?.live.store.refresh();
    this.#set({ saved: this.#saved() });
  }

  #saved(): Saved {
    const life = this.#life;
    if (!life) return this.#snapshot.saved;
    const changes = life.connection.unsaved + life.outbox.waiting.length;
    const { step, confirmed } = life.connection;
    if (step === 'offline') return { kind: 'offline', changes };
    if (changes === 0 && confirmed) return { kind: 'saved' };
    return { kind: 'saving', changes };
  }

  async #handBack(words: Omit<HandedBack, 'id' | 'at'>): Promise<void> {
    const handed: HandedBack = { ...words, id: newId(), at: Date.now() };
    this.#set({ handedBack: [...this.#snapshot.handedBack, handed] });
    const device = await this.#device;
    await device.putKept({ ...handed, owner: this.#owner }).catch(() => {});
  }

  async #handBackCommand(
    command: WaitingCommand,
    refusal: Refusal,
    orphan: boolean,
  ): Promise<void> {
    const words = proseOf(command.args);
    // Whoever gave it says so on the screen; only words must not get lost.
    if (words === '' && !orphan) return;
    await this.#handBack({ kind: 'command', words, command: command.name, ...refusal });
  }

  async #noteKnown(): Promise<void> {
    const life = this.#life;
    clearTimeout(this.#note);
    this.#note = undefined;
    if (!life) return;
    const { session } = life.live;
    const device = await this.#device;
    await device
      .putCopy({
        name: life.name,
        document: this.#id,
        lineage: session.lineage,
        person: session.person.id,
        schema: session.schema,
        known: new Map(life.connection.known),
      })
      .catch(() => {});
  }

  readonly #noteNow = (): void => void this.#noteKnown();

  readonly #networkChanged = (): void => {
    if (this.#life) this.#life.connection.reconnect();
    else if (this.#snapshot.connection.kind === 'closed' && this.#retry !== undefined)
      this.restart();
  };

  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#life && this.#unsaved() > 0) event.preventDefault();
  };

  #unsaved(): number {
    const { saved } = this.#snapshot;
    return saved.kind === 'saved' ? 0 : saved.changes;
  }

  #set(change: Partial<DocumentSnapshot>): void {
    const next = { ...this.#snapshot, ...change };
    if (change.saved && sameSaved(change.saved, this.#snapshot.saved))
      next.saved = this.#snapshot.saved;
    const keys = Object.keys(next) as (keyof DocumentSnapshot)[];
    if (keys.every((key) => next[key] === this.#snapshot[key])) return;
    this.#snapshot = next;
    for (const listener of this.#listeners) listener();
  }
}

function originOf(place: Location): string {
  return `${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}`;
}
