/**
 * Who has read which blocks of one document. It is no part of the record and
 * not in the log: rows beside it, which a restart finds again. Whoever does not
 * show what they read is told their own alone.
 */
import * as Y from 'yjs';
import type { PersonId } from '../../domain/id.ts';
import { limits } from '../../domain/limits.ts';
import { encodeMessage } from '../../domain/protocol/frame.ts';
import { isTextBlock } from '../../domain/text/schema.ts';
import type { Database } from '../storage/database.ts';
import type { Member } from './member.ts';

export interface ReadingOptions {
  readonly database: Database;
  readonly document: number;
  readonly doc: Y.Doc;
  /** Whoever has the document open. */
  readonly members: Iterable<Member>;
}

/** What was read before the room opened. */
export interface Readings {
  readonly blocks: Map<PersonId, Set<string>>;
  readonly hidden: Set<PersonId>;
}

export class ReadingBoard {
  readonly #options: ReadingOptions;
  readonly #blocks: Map<PersonId, Set<string>>;
  readonly #hidden: Set<PersonId>;

  constructor(options: ReadingOptions, { blocks, hidden }: Readings) {
    this.#options = options;
    this.#blocks = blocks;
    this.#hidden = hidden;
  }

  /**
   * Notes what somebody has read, and where they are; durable once it resolves,
   * and only then told. What is no text block of this document is passed over,
   * so that nobody can store more than there is to read.
   */
  async note(person: PersonId, read: readonly string[], place: string | null): Promise<void> {
    const known = this.#blocks.get(person) ?? new Set();
    const fresh = [...new Set(read)].filter((id) => !known.has(id) && this.#isBlock(id));
    const { database, document } = this.#options;
    const { query } = database;
    const statements = [];
    if (fresh.length > 0) {
      const rows = fresh.map((block) => ({ document, person, block }));
      statements.push(
        query
          .insertInto('read_blocks')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .compile(),
      );
    }
    if (place !== null && this.#isBlock(place)) {
      statements.push(
        query
          .insertInto('reading_places')
          .values({ document, person, block: place })
          .onConflict((conflict) =>
            conflict.columns(['document', 'person']).doUpdateSet({ block: place }),
          )
          .compile(),
      );
    }
    if (statements.length > 0) await database.transact(statements);
    if (fresh.length === 0) return;
    const now = this.#blocks.get(person) ?? new Set();
    for (const block of fresh) now.add(block);
    this.#blocks.set(person, now);
    this.#tell(person, fresh, false);
  }

  /** From now on everybody is told what this person reads, or nobody but themselves. */
  show(person: PersonId, shown: boolean): void {
    if (shown === !this.#hidden.has(person)) return;
    if (shown) this.#hidden.delete(person);
    else this.#hidden.add(person);
    const blocks = shown ? [...(this.#blocks.get(person) ?? [])] : [];
    for (const frame of framesOf(person, blocks, true)) this.#send(frame, null);
    if (!shown) this.#tell(person, [...(this.#blocks.get(person) ?? [])], true);
  }

  /** All that `viewer` may know, for a newcomer. */
  *framesFor(viewer: PersonId): Generator<Uint8Array> {
    for (const [person, blocks] of this.#blocks) {
      if (person === viewer || !this.#hidden.has(person))
        yield* framesOf(person, [...blocks], true);
    }
  }

  #tell(person: PersonId, blocks: readonly string[], anew: boolean): void {
    const to = this.#hidden.has(person) ? person : null;
    for (const frame of framesOf(person, blocks, anew)) this.#send(frame, to);
  }

  /** To the pages of one person, or of everybody, that know this message. */
  #send(frame: Uint8Array, to: PersonId | null): void {
    for (const member of this.#options.members) {
      if (member.speaksAttest && (to === null || member.participant.id === to)) member.send(frame);
    }
  }

  /** A text block that is in the text now. */
  #isBlock(id: string): boolean {
    const [client = NaN, clock = NaN] = id.split(':').map(Number);
    const { store } = this.#options.doc;
    // Looking a struct up that is not there throws.
    if (!(clock < Y.getState(store, client))) return false;
    const item = Y.getItem(store, Y.createID(client, clock));
    return (
      item instanceof Y.Item &&
      item.id.clock === clock &&
      !item.deleted &&
      item.content instanceof Y.ContentType &&
      item.content.type instanceof Y.XmlElement &&
      isTextBlock(item.content.type.nodeName)
    );
  }
}

/** At least one, so that an empty set is told too. */
function* framesOf(
  person: PersonId,
  blocks: readonly string[],
  anew: boolean,
): Generator<Uint8Array> {
  for (let at = 0; at === 0 || at < blocks.length; at += limits.blocksAtOnce) {
    const part = blocks.slice(at, at + limits.blocksAtOnce);
    yield encodeMessage('reading', { person, blocks: part, anew: anew && at === 0 });
  }
}

export async function loadReadings(database: Database, document: number): Promise<Readings> {
  const rows = await database.query
    .selectFrom('read_blocks')
    .select(['person', 'block'])
    .where('document', '=', document)
    .execute();
  const hidden = await database.query.selectFrom('private_readers').select('person').execute();
  const blocks = new Map<PersonId, Set<string>>();
  for (const { person, block } of rows) {
    const known = blocks.get(person) ?? new Set();
    blocks.set(person, known.add(block));
  }
  return { blocks, hidden: new Set(hidden.map(({ person }) => person)) };
}
