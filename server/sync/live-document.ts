/**
 * One document in memory: the Y.Doc, the same facts as plain records, and the
 * two ways to change it. It knows nothing of sockets, queues or the log; what
 * it returns are the bytes that must become durable.
 */
import type * as Y from 'yjs';
import { AnchorBook } from '../../domain/anchor/anchor-book.ts';
import type { AnchorState } from '../../domain/anchor/anchor-state.ts';
import { anchoredAs } from '../../domain/derive/anchored.ts';
import { anchorKey } from '../../domain/text/mark-key.ts';
import { atLeast, type Role } from '../../domain/role.ts';
import {
  type IndexedState,
  indexRecords,
  reindexed,
  type Replaced,
} from '../../domain/record/claim-records.ts';
import { readRecord, readRecords, readSettings, writePut } from '../../domain/record/codec.ts';
import type { Settings } from '../../domain/record/settings.ts';
import {
  type Person,
  type Put,
  type RecordKinds,
  type RecordRoot,
  type RecordState,
  recordRoots,
} from '../../domain/record/state.ts';
import type { PersonId } from '../../domain/id.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { limits } from '../../domain/limits.ts';
import { applyChecked } from '../gate/apply-checked.ts';
import { type Checked, checkUpdate } from '../gate/check-update.ts';
import type { GateContext } from '../gate/context.ts';
import type { Note } from '../log/payload.ts';

/** What an accepted update did. */
export interface Applied {
  /** The bytes of the sender's own change. */
  readonly own: readonly Uint8Array[];
  /** What Yjs tidied up by itself in consequence: the server's, not the sender's. */
  readonly cleanups: readonly Uint8Array[];
  /** The client ids under which new structs came. */
  readonly clients: readonly number[];
  /** What the server then mended on the anchors. */
  readonly repairs: Repairs | null;
}

/** Repairs of anchors, written in one transaction: an entry of the log of their own. */
export interface Repairs {
  readonly updates: readonly Uint8Array[];
  readonly note: Note;
}

/** What is derived from the document and kept beside it follows its changes. */
export interface Follower {
  /** `before` is what was in its place; undefined for a new record, and for settings. */
  recordChanged(put: Put, before: RecordKinds[RecordRoot] | undefined): void;
  textChanged(): void;
}

const FROM_CLIENT = 'client';
const FROM_SERVER = 'server';

export class LiveDocument {
  readonly doc: Y.Doc;
  readonly #people: Map<PersonId, Person>;
  readonly #maps: { readonly [Root in RecordRoot]: Map<string, RecordKinds[Root]> };
  readonly #book: AnchorBook;
  /** Made when it is first asked for. */
  #indexed: IndexedState | null = null;
  /** What changed since it was last brought up to date. */
  #replaced: Replaced[] = [];
  readonly #followers = new Set<Follower>();
  #settings: Settings;
  /** Anchor keys that ever existed here, with the record they belong to: withdrawn claims and deleted comments stay. */
  readonly #anchors = new Map<string, string>();

  constructor(doc: Y.Doc, people: Map<PersonId, Person>) {
    this.doc = doc;
    this.#people = people;
    // Roots get their types before anything arrives, so that no update can define them otherwise.
    doc.getXmlFragment('text');
    for (const root of [...recordRoots, 'settings'] as const) doc.getMap(root);
    this.#maps = {
      claims: readRecords(doc, 'claims'),
      sources: readRecords(doc, 'sources'),
      evidence: readRecords(doc, 'evidence'),
      verdicts: readRecords(doc, 'verdicts'),
      reviews: readRecords(doc, 'reviews'),
      rulings: readRecords(doc, 'rulings'),
      comments: readRecords(doc, 'comments'),
    };
    this.#settings = readSettings(doc);
    for (const id of this.#maps.claims.keys()) this.#anchors.set(anchorKey(id), id);
    for (const { id, anchor } of this.#maps.comments.values())
      if (anchor) this.#anchors.set(anchorKey(id), id);
    this.#book = new AnchorBook(this.fragment, (id) => this.#quoteOf(id));
    doc.on('afterTransaction', (transaction: Y.Transaction) =>
      this.#book.follow(transaction, transaction.origin === FROM_CLIENT ? 'client' : 'server'),
    );
    this.fragment.observeDeep(() => {
      for (const follower of this.#followers) follower.textChanged();
    });
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment('text');
  }

  /** Whether Yjs keeps structs or deletions that wait for others; the gate lets none in. */
  get isPending(): boolean {
    const { pendingStructs, pendingDs } = this.doc.store;
    return pendingStructs !== null || pendingDs !== null;
  }

  /** A view, not a copy: it changes with the next `put`. */
  get state(): RecordState {
    return {
      ...this.#maps,
      settings: this.#settings,
      people: this.#people,
    };
  }

  /** The same view, which knows the records of each claim. */
  get indexed(): IndexedState {
    const changes = this.#replaced.splice(0);
    let byClaim = this.#indexed
      ? reindexed(this.#indexed.byClaim, changes)
      : indexRecords(this.state).byClaim;
    // What is known of merges goes with the index: claims change in place, unseen.
    if (changes.some(({ root }) => root === 'claims')) byClaim = new Map(byClaim);
    this.#indexed = { ...this.state, byClaim };
    return this.#indexed;
  }

  /** From now on `follower` hears of each change, before it is durable. */
  follow(follower: Follower): void {
    this.#followers.add(follower);
  }

  get people(): Map<PersonId, Person> {
    return this.#people;
  }

  /** The claims whose words in the text are no longer those of their quotes. */
  anchors(): Map<string, AnchorState> {
    const anchors = new Map<string, AnchorState>();
    for (const claim of this.#maps.claims.values()) {
      const state = anchoredAs(claim, this.#book.words(claim.id));
      if (state !== 'exact') anchors.set(claim.id, state);
    }
    return anchors;
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
    const context = this.#contextOf(role, ownsClient);
    const checked = check(bytes, context);
    if (checked.ok === 'ignore') return 'nothing';
    if (!checked.ok) return checked.refusal;
    const applied = applyChecked(this.doc, bytes, FROM_CLIENT, context);
    if ('code' in applied) return applied;
    return { ...applied, clients: checked.clients, repairs: this.repair() };
  }

  /** The first check alone: what `applyUpdate` would answer, with 'something' for a change, and nothing is applied. */
  wouldChange(
    bytes: Uint8Array,
    role: Role,
    ownsClient: (client: number) => boolean,
  ): 'something' | 'nothing' | Refusal {
    const checked = check(bytes, this.#contextOf(role, ownsClient));
    if (checked.ok === 'ignore') return 'nothing';
    return checked.ok ? 'something' : checked.refusal;
  }

  #contextOf(role: Role, ownsClient: (client: number) => boolean): GateContext {
    return {
      doc: this.doc,
      ownsClient,
      mayEditText: atLeast(role, 'editor'),
      locked: this.#settings.lock.locked,
      anchorOf: (key) => this.#anchors.get(key),
    };
  }

  /** Mends the anchors that the last changes tore; null where none were. The one place where repairs are made. */
  repair(): Repairs | null {
    const repairs = this.#book.takeRepairs();
    if (repairs.length === 0) return null;
    const updates = this.change(() => {
      for (const repair of repairs) repair.apply();
    });
    const note = { repairs: repairs.map(({ kind, id, why, words }) => ({ kind, id, why, words })) };
    return { updates, note };
  }

  /** Runs `work` as one transaction of the server and returns the bytes that it and its clean-ups produced. */
  change(work: (doc: Y.Doc) => void): Uint8Array[] {
    const updates: Uint8Array[] = [];
    const gather = (update: Uint8Array): void => void updates.push(update);
    this.doc.on('update', gather);
    try {
      this.doc.transact(() => work(this.doc), FROM_SERVER);
    } finally {
      this.doc.off('update', gather);
    }
    return updates;
  }

  /** Writes records within `change` and keeps the plain state in step. */
  put(puts: readonly Put[]): void {
    for (const put of puts) {
      const before = put.root === 'settings' ? undefined : this.#maps[put.root].get(put.key);
      writePut(this.doc, put);
      if (put.root === 'settings') {
        this.#settings = readSettings(this.doc);
      } else {
        this.#absorb(put.root, put.key);
        if (this.#quoteOf(put.key) !== undefined) this.#anchors.set(anchorKey(put.key), put.key);
      }
      for (const follower of this.#followers) follower.recordChanged(put, before);
    }
  }

  /** The words that the anchor of a record was set on; undefined for a record without one. */
  #quoteOf(id: string): string | undefined {
    const { claims, comments } = this.#maps;
    return claims.get(id)?.quote.exact ?? comments.get(id)?.anchor?.quote.exact;
  }

  /** As it lies in the Y.Doc: long words are cut there, and everybody must see the same. */
  #absorb<Root extends RecordRoot>(root: Root, key: string): void {
    const record = readRecord(root, this.doc.getMap(root).get(key));
    if (!record) throw new TypeError(`The record ${key} of ${root} does not fit its own schema`);
    const records: Map<string, RecordKinds[Root]> = this.#maps[root];
    if (this.#indexed) this.#replaced.push({ root, before: records.get(key), after: record });
    records.set(key, record);
  }

  destroy(): void {
    this.doc.destroy();
  }
}

function check(bytes: Uint8Array, context: GateContext): Checked {
  if (bytes.length > limits.updateBytes)
    return { ok: false, refusal: refuse('update-too-large', 'This change is too large.') };
  return checkUpdate(bytes, context);
}
