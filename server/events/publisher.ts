/**
 * Tells people on their open pages that something of theirs changed. In this
 * process alone and without memory: events bear no content, so whoever may have
 * missed one is told to ask again, and that is all there is to make up for.
 */
import { randomBytes } from 'node:crypto';
import type { PersonId } from '../../domain/id.ts';
import type { PersonEvent } from '../../domain/protocol/person-event.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';

/** An open page, as far as events go. */
export interface Listener {
  readonly person: PersonId;
  /** Must not throw. */
  hear(id: string, event: PersonEvent): void;
  /** Whether they could still come in now. */
  stillIn(): Promise<boolean>;
  end(): void;
}

/** Pages of one person; a browser opens one stream for all its tabs where it can. */
const MOST_LISTENERS = 24;
/** Sessions and tokens run out without a word; so often they are looked at again, in ms. */
const RECHECK_MS = 60_000;

export class Publisher {
  readonly #listeners = new Map<PersonId, Set<Listener>>();
  /** The id of the last event of each person since this process began. */
  readonly #last = new Map<PersonId, string>();
  /** Ids of another process mean nothing here. */
  readonly #process = randomBytes(6).toString('base64url');
  readonly #timer = setInterval(() => void this.recheck(), RECHECK_MS).unref();
  #count = 0;
  #stopped = false;

  publish(person: PersonId, event: PersonEvent): void {
    this.#count += 1;
    const id = `${this.#process}.${this.#count}`;
    this.#last.set(person, id);
    for (const listener of this.#listeners.get(person) ?? []) listener.hear(id, event);
  }

  /** `after`: the last id that this page heard; null for its first time, when it has asked nothing yet. */
  listen(listener: Listener, after: string | null): Refusal | null {
    if (this.#stopped) return refuse('unavailable', 'The server is restarting.');
    const { person } = listener;
    const listeners = this.#listeners.get(person) ?? new Set();
    if (listeners.size >= MOST_LISTENERS) {
      return refuse('rate-limited', 'Attest is open in too many places. Close some of them.');
    }
    this.#listeners.set(person, listeners.add(listener));
    const now = this.#last.get(person) ?? `${this.#process}.0`;
    if (after !== now) listener.hear(now, { kind: 'missed' });
    return null;
  }

  forget(listener: Listener): void {
    const listeners = this.#listeners.get(listener.person);
    if (!listeners?.delete(listener)) return;
    if (listeners.size === 0) this.#listeners.delete(listener.person);
  }

  /** Cuts off whoever could not come in any more: signed out, token revoked or run out. */
  async recheck(): Promise<void> {
    for (const listener of this.#all()) {
      if (!(await listener.stillIn())) listener.end();
    }
  }

  /** Ends every stream; pages come back when the server does. */
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
    for (const listener of this.#all()) listener.end();
  }

  #all(): Listener[] {
    return [...this.#listeners.values()].flatMap((listeners) => [...listeners]);
  }
}
