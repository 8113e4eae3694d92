/**
 * One document in memory: the Y.Doc, the same facts as plain records, and the
 * two ways to change it. It knows nothing of sockets, queues or the log; what
 * it returns are the bytes that must become durable.
 */
import * as Y from 'yjs';
import { anchorKey } from '../../domain/text/mark-key.ts';
import { atLeast, type Role } from '../../domain/role.ts';
import { readRecord, readRecords, readSettings, writePut } from '../../domain/record/codec.ts';
import type { Settings } from '../../domain/record/settings.ts';
import {
  type Person,
  type Put,
  type RecordRoot,
  type RecordState,
  recordRoots,
} from '../../domain/record/state.ts';
import type { PersonId } from '../../domain/id.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { limits } from '../../domain/limits.ts';
import { applyChecked } from '../gate/apply-checked.ts';
import { checkUpdate } from '../gate/check-update.ts';
import type { GateContext } from '../gate/context.ts';

/** What an accepted update did. */
export interface Applied {
  /** The bytes of the sender's own change. */
  readonly own: readonly Uint8Array[];
  /** What Yjs tidied up by itself in consequence: the server's, not the sender's. */
  readonly cleanups: readonly Uint8Array[];
  /** The client ids under which new structs came. */
  readonly clients: readonly number[];
}

export class LiveDocument {
  readonly doc: Y.Doc;
  readonly #people: Map<PersonId, Person>;
  readonly #maps: Record<RecordRoot, Map<string, unknown>>;
  #settings: Settings;
  /** Anchor keys that ever existed here, with the claim they belong to: withdrawn claims stay in the record. */
  readonly #anchors = new Map<string, string>();

  constructor(doc: Y.Doc, people: Map<PersonId, Person>) {
    this.doc = doc;
    this.#people = people;
    // Roots get their types before anything arrives, so that no update can define them otherwise.
    doc.getXmlFragment('text');
    for (const root of [...recordRoots, 'comments', 'settings'] as const) doc.getMap(root);
    this.#maps = {
      claims: readRecords(doc, 'claims'),
      sources: readRecords(doc, 'sources'),
      evidence: readRecords(doc, 'evidence'),
      verdicts: readRecords(doc, 'verdicts'),
      reviews: readRecords(doc, 'reviews'),
      rulings: readRecords(doc, 'rulings'),
    };
    this.#settings = readSettings(doc);
    for (const id of this.#maps.claims.keys()) this.#anchors.set(anchorKey(id), id);
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment('text');
  }

  /** A view, not a copy: it changes with the next `put`. */
  get state(): RecordState {
    // The maps were filled by the codec, each with the records of its own root.
    return {
      ...this.#maps,
      settings: this.#settings,
      people: this.#people,
    } as unknown as RecordState;
  }

  get people(): Map<PersonId, Person> {
    return this.#people;
  }

  /** Whether structs of that client id exist. */
  knowsClient(client: number): boolean {
    return this.doc.store.clients.has(client);
  }

  /**
   * Checks, applies and checks again an update of a participant.
   * 'nothing': it would change nothing, and was not applied. A refusal with the
   * code `gate-breach`: this object must be thrown away and read anew.
   */
  applyUpdate(
    bytes: Uint8Array,
    role: Role,
    ownsClient: (client: number) => boolean,
  ): Applied | 'nothing' | Refusal {
    const context: GateContext = {
      doc: this.doc,
      ownsClient,
      mayEditText: atLeast(role, 'editor'),
      locked: this.#settings.lock.locked,
      anchorOf: (key) => this.#anchors.get(key),
    };
    if (bytes.length > limits.updateBytes)
      return refuse('update-too-large', 'This change is too large.');
    const checked = checkUpdate(bytes, context);
    if (checked.ok === 'ignore') return 'nothing';
    if (!checked.ok) return checked.refusal;
    const applied = applyChecked(this.doc, bytes, 'client', context);
    if ('code' in applied) return applied;
    return { own: applied.own, cleanups: applied.cleanups, clients: checked.clients };
  }

  /** Runs `work` as one transaction of the server and returns the bytes that it and its clean-ups produced. */
  change(work: (doc: Y.Doc) => void): Uint8Array[] {
    const updates: Uint8Array[] = [];
    const gather = (update: Uint8Array): void => void updates.push(update);
    this.doc.on('update', gather);
    try {
      this.doc.transact(() => work(this.doc), 'server');
    } finally {
      this.doc.off('update', gather);
    }
    return updates;
  }

  /** Writes records within `change` and keeps the plain state in step. */
  put(puts: readonly Put[]): void {
    for (const put of puts) {
      writePut(this.doc, put);
      if (put.root === 'settings') {
        this.#settings = readSettings(this.doc);
      } else {
        // As it lies in the Y.Doc: long words are cut there, and everybody must see the same.
        this.#maps[put.root].set(
          put.key,
          readRecord(put.root, this.doc.getMap(put.root).get(put.key)),
        );
        if (put.root === 'claims') this.#anchors.set(anchorKey(put.key), put.key);
      }
    }
  }

  destroy(): void {
    this.doc.destroy();
  }
}
