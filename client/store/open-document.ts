/**
 * Opens a document and keeps it open through everything that may happen to it.
 * What cannot be saved is handed back as words; then it starts over with a new
 * life: another session, another id, another Y.Doc.
 */
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { type Device, openDevice } from '../sync/device.ts';
import { requestSession } from '../sync/session.ts';
import { type ConnectionState, sameSaved, type Saved } from '../sync/state.ts';
import type { DocumentHandle, DocumentSnapshot } from './document.ts';
import { HandedBackWords } from './handed-back.ts';
import { Life } from './life.ts';

export interface OpenOptions {
  /** `ws://host` or `wss://host`; by default where the page came from. */
  readonly server?: string;
  readonly fetch?: typeof fetch;
  readonly WebSocket?: typeof WebSocket;
  readonly device?: Promise<Device>;
}

/** More refusals in a row without anything saved between them, and it stops trying by itself. */
const MOST_REFUSALS = 2;
/** More refusals within a minute, saved or not: something goes round in circles. */
const MOST_A_MINUTE = 5;
/** While the server cannot be reached at all, in ms; grows to ten times as much. */
const RETRY = 2000;
/** How soon what the server confirmed is noted on the device, in ms. */
const NOTE_AFTER = 1000;

export function openDocument(id: string, options: OpenOptions = {}): DocumentHandle {
  return new OpenDocument(id, options);
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
  #words: HandedBackWords | null = null;
  #generation = 0;
  #refusals = 0;
  #refusedAt: number[] = [];
  #attempts = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #note: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(id: string, options: OpenOptions) {
    this.#id = id;
    this.#options = options;
    this.#device = options.device ?? openDevice();
    this.#watchWindow('addEventListener');
    void this.#begin();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): DocumentSnapshot => this.#snapshot;

  restart(): void {
    this.#refusals = 0;
    this.#refusedAt = [];
    this.#attempts = 0;
    void this.#startOver();
  }

  dismiss(id: string): void {
    this.#words?.dismiss(id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#watchWindow('removeEventListener');
    await this.#life?.note();
    await this.#endLife();
    this.#listeners.clear();
  }

  async #startOver(): Promise<void> {
    clearTimeout(this.#retry);
    this.#set({ live: null, connection: { kind: 'connecting' } });
    await this.#endLife();
    await this.#begin();
  }

  /** A browser whose storage fails must say so instead of loading for ever. */
  async #begin(): Promise<void> {
    try {
      await this.#start();
    } catch {
      const reason = 'This browser could not open its copy of the document. Load the page again.';
      this.#stopped(refuse('internal', reason));
    }
  }

  async #start(): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const outdated = (): boolean => this.#closed || generation !== this.#generation;
    const session = await requestSession(this.#id, this.#options.fetch);
    if (outdated()) return;
    if (isRefusal(session)) return this.#stopped(session);
    if (session.schema !== SCHEMA_VERSION) {
      return this.#stopped(refuse('wrong-schema', 'The server was updated. Load this page again.'));
    }
    const device = await this.#device;
    this.#words = await HandedBackWords.open(device, this.#id, session.person.id, (handedBack) =>
      this.#set({ handedBack }),
    );
    const life = await Life.begin({
      document: this.#id,
      server: this.#options.server ?? originOf(location),
      WebSocket: this.#options.WebSocket,
      device,
      session,
      words: this.#words,
      generation,
      onChange: () => this.#onChange(),
      onReady: () => this.#onReady(),
      onEnd: (end) => void this.#onEnd(end),
    });
    if (outdated()) return life.end();
    this.#life = life;
    this.#set({ keepsOffline: device.lasting });
    life.connection.connect();
  }

  #onReady(): void {
    this.#attempts = 0;
    if (this.#life && !this.#snapshot.live) this.#set({ live: this.#life.live });
  }

  async #onEnd(end: { refusal: Refusal; refused: boolean; code: number }): Promise<void> {
    const life = this.#life;
    if (!life) return;
    if (end.refused) return this.#onRefused(life, end.refusal);
    const wasLive = this.#snapshot.live !== null;
    // Restored from a backup, or a session that is not known any more: a fresh one knows.
    if (end.code === 4409 && wasLive) return this.#startOver();
    await life.note();
    await this.#endLife();
    this.#stopped(end.refusal);
  }

  async #onRefused(life: Life, refusal: Refusal): Promise<void> {
    const now = Date.now();
    this.#refusals += 1;
    this.#refusedAt = [...this.#refusedAt.filter((at) => now - at < 60_000), now];
    this.#set({ live: null, connection: { kind: 'refused', ...refusal } });
    const words = life.unsentWords;
    if (words !== '') await this.#words?.add({ kind: 'text', words, ...refusal });
    clearTimeout(this.#note);
    this.#note = undefined;
    await life.discard();
    const again = this.#refusals <= MOST_REFUSALS && this.#refusedAt.length <= MOST_A_MINUTE;
    if (again) return this.#startOver();
    await this.#endLife();
    this.#stopped(refusal);
  }

  async #endLife(): Promise<void> {
    const life = this.#life;
    this.#life = null;
    clearTimeout(this.#note);
    this.#note = undefined;
    await life?.end();
  }

  #stopped(refusal: Refusal): void {
    if (refusal.code === 'unavailable') {
      this.#attempts += 1;
      const delay = RETRY * Math.min(10, this.#attempts) * (0.5 + Math.random());
      this.#retry = setTimeout(() => void this.#startOver(), delay);
    }
    this.#set({ live: null, connection: { kind: 'closed', ...refusal } });
  }

  #onChange(): void {
    const connection = this.#life?.connection;
    if (!connection || this.#closed) return;
    if (connection.confirmed) this.#refusals = 0;
    const kind = connection.step;
    const before = this.#snapshot.connection;
    const state: ConnectionState = before.kind === kind ? before : { kind };
    // While a refusal is being dealt with, the old connection has no more say.
    if (before.kind !== 'refused') this.#set({ connection: state, saved: this.#saved() });
    this.#note ??= setTimeout(this.#noteNow, NOTE_AFTER);
  }

  #saved(): Saved {
    if (!this.#life) return this.#snapshot.saved;
    const { unsaved: changes } = this.#life;
    const { step, confirmed, held } = this.#life.connection;
    if (step === 'offline') return { kind: 'offline', changes };
    if (held !== null) return { kind: 'held', changes };
    if (changes === 0 && confirmed) return { kind: 'saved' };
    return { kind: 'saving', changes };
  }

  readonly #noteNow = (): void => {
    clearTimeout(this.#note);
    this.#note = undefined;
    void this.#life?.note();
  };

  readonly #networkChanged = (): void => {
    if (this.#life) this.#life.connection.reconnect();
    else if (this.#retry !== undefined) void this.#startOver();
  };

  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.#life && this.#life.unsaved > 0) event.preventDefault();
  };

  #watchWindow(change: 'addEventListener' | 'removeEventListener'): void {
    if (typeof window === 'undefined') return;
    window[change]('beforeunload', this.#beforeUnload as EventListener);
    window[change]('pagehide', this.#noteNow);
    window[change]('online', this.#networkChanged);
    window[change]('offline', this.#networkChanged);
  }

  #set(change: Partial<DocumentSnapshot>): void {
    const next = { ...this.#snapshot, ...change };
    if (sameSaved(next.saved, this.#snapshot.saved)) next.saved = this.#snapshot.saved;
    const keys = Object.keys(next) as (keyof DocumentSnapshot)[];
    if (keys.every((key) => next[key] === this.#snapshot[key])) return;
    this.#snapshot = next;
    for (const listener of this.#listeners) listener();
  }
}

function originOf(place: Location): string {
  return `${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}`;
}
