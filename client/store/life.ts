/**
 * One life of an open document: a Y.Doc under one client id, its local copy,
 * its outbox and its socket, begun in this order and ended together.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Connection, type ConnectionEvents } from '../sync/connection.ts';
import { copyName, type Device } from '../sync/device.ts';
import { LocalCopy } from '../sync/local-copy.ts';
import { type Notices, openNotices } from '../sync/notices.ts';
import { Outbox } from '../sync/outbox.ts';
import type { Session } from '../sync/session.ts';
import { unsentWords } from '../sync/unsent.ts';
import type { LiveDocument } from './document.ts';
import { type HandedBackWords, settleCopies } from './handed-back.ts';
import { Readings } from './readings.ts';
import { RecordStore } from './record-store.ts';

export interface LifeOptions {
  readonly document: string;
  readonly server: string;
  readonly WebSocket: typeof WebSocket | undefined;
  readonly device: Device;
  readonly session: Session;
  readonly words: HandedBackWords;
  readonly generation: number;
  /** What is unsaved, or the connection, changed. */
  onChange(): void;
  /** In step with the server, for the first time or again. */
  onReady(): void;
  onEnd: ConnectionEvents['onEnd'];
}

export class Life {
  readonly live: LiveDocument;
  readonly connection: Connection;
  readonly #options: LifeOptions;
  readonly #name: string;
  readonly #copy: LocalCopy;
  readonly #outbox: Outbox;
  readonly #notices: Notices;

  private constructor(
    options: LifeOptions,
    parts: {
      name: string;
      doc: Y.Doc;
      copy: LocalCopy;
      outbox: Outbox;
      known: ReadonlyMap<number, number>;
    },
    onStore: (store: RecordStore) => void,
  ) {
    const { session, device, document, server } = options;
    const { doc, outbox, copy, known, name } = parts;
    this.#options = options;
    this.#name = name;
    this.#copy = copy;
    this.#outbox = outbox;
    // After the copy is loaded: Yjs draws another id when it meets structs of its own.
    doc.clientID = session.client;
    const awareness = new Awareness(doc);
    const store = new RecordStore({ doc, person: session.person, outbox });
    const readings = new Readings();
    onStore(store);
    this.connection = new Connection({
      server,
      document,
      session,
      doc,
      awareness,
      known,
      ...(options.WebSocket ? { WebSocket: options.WebSocket } : {}),
      onChange: options.onChange,
      onReady: (send) => {
        outbox.connect(send);
        options.onReady();
      },
      onLost: () => outbox.disconnect(),
      onHello: (hello) => store.setRole(hello.person.role),
      onPeople: (people) => store.setPeople(people),
      onReading: (reading) => readings.hear(reading),
      onPrivate: ({ verdicts }) => store.setOwnVerdicts(verdicts),
      onResult: (result) => outbox.settle(result),
      onEnd: options.onEnd,
    });
    this.live = {
      generation: options.generation,
      session,
      doc,
      text: doc.getXmlFragment('text'),
      awareness,
      store,
      readings,
      hold: (composing) => this.connection.hold(composing),
    };
    this.#notices = openNotices(name, (notice) => {
      // Another tab deletes the copy. This page's own words go into a new one.
      if (notice === 'discarding') void copy.release();
      else if (device.lasting) copy.resume();
    });
  }

  static async begin(options: LifeOptions): Promise<Life> {
    const { device, session, document, words } = options;
    const name = copyName(document, session.lineage, session.person.id);
    const known = await settleCopies(device, session, { document, name }, words);
    const doc = new Y.Doc();
    const copy = await LocalCopy.open(device, name, doc);
    let store: RecordStore | null = null;
    const outbox = await Outbox.open(device, name, {
      onChange: () => {
        store?.refresh();
        options.onChange();
      },
      onRefused: (command, refusal, orphan) => void words.addCommand(command, refusal, orphan),
    });
    const life = new Life(options, { name, doc, copy, outbox, known }, (made) => {
      store = made;
    });
    await life.note();
    return life;
  }

  /** Changes of text and record that are not durable on the server. */
  get unsaved(): number {
    return this.connection.unsaved + this.#outbox.waiting.length;
  }

  /** The words that a clean start would lose. */
  get unsentWords(): string {
    return unsentWords(this.live.text, this.connection.known);
  }

  /** Notes on the device up to where the server holds this copy. */
  async note(): Promise<void> {
    const { device, document, session } = this.#options;
    await device
      .putCopy({
        name: this.#name,
        document,
        lineage: session.lineage,
        person: session.person.id,
        schema: session.schema,
        known: new Map(this.connection.known),
      })
      .catch(() => {});
  }

  /** Deletes this person's copy, with every tab's help; waiting commands stay. */
  async discard(): Promise<void> {
    this.connection.destroy();
    this.#notices.post('discarding');
    await this.#copy.release();
    await this.#options.device.deleteCopy(this.#name);
    this.#notices.post('discarded');
  }

  async end(): Promise<void> {
    this.#outbox.disconnect();
    this.connection.destroy();
    this.#notices.close();
    this.live.store.destroy();
    this.live.awareness.destroy();
    await this.#copy.release();
    this.live.doc.destroy();
  }
}
