/**
 * Makes documents: the row, the reserved id of the copy that made it, the first
 * entry of its log and whatever the caller adds, in one transaction.
 */
import * as Y from 'yjs';
import { type PersonId, SYSTEM } from '../../domain/id.ts';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import { EntryKind } from '../log/entry.ts';
import { encodePayload, type Note } from '../log/payload.ts';
import type { Database } from '../storage/database.ts';
import type { Expectation, Statement } from '../storage/statement.ts';
import type { DocumentRow } from './document-row.ts';

/** A document's content before it exists. */
export interface NewDocument {
  readonly publicId: string;
  readonly title: string;
  /** Fills the Y.Doc, text and settings; or the update that was made of it elsewhere, and under which id. */
  readonly content:
    | ((doc: Y.Doc) => void)
    | { readonly update: Uint8Array; readonly clientId: number };
  readonly by: PersonId;
  /** What it was made from, for the history. */
  readonly note: Note;
  /** Rows that stand or fall with it, made with the number that the document gets. */
  readonly statements: (document: number) => readonly (Statement | Expectation)[];
}

export class DocumentMaker {
  readonly #database: Database;
  readonly #now: () => number;
  /** The highest number given; null until the table was asked. */
  #lastDocument: number | null = null;

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** It exists for others once this resolves. */
  async create(input: NewDocument): Promise<DocumentRow> {
    const { update, clientId } = contentOf(input);
    const id = await this.#nextDocument();
    const lineage = crypto.randomUUID();
    const now = this.#now();
    const insert = this.#database.query
      .insertInto('documents')
      .values({
        id,
        public_id: input.publicId,
        lineage,
        schema_version: SCHEMA_VERSION,
        title: input.title,
        created_at: now,
        created_by: input.by,
        archived_at: null,
        deleted_at: null,
        progress: null,
      })
      .compile();
    const reserve = this.#database.query
      .insertInto('client_ids')
      .values({ document: id, client_id: clientId, person: SYSTEM })
      .compile();
    await this.#database.append({
      document: id,
      lineage,
      term: this.#database.nextTerm(),
      entries: [
        {
          at: now,
          actor: input.by,
          kind: EntryKind.created,
          payload: encodePayload({ note: input.note, update }),
        },
      ],
      statements: [insert, reserve, ...input.statements(id)],
    });
    return { id, publicId: input.publicId, lineage };
  }

  async #nextDocument(): Promise<number> {
    let last = this.#lastDocument;
    if (last === null) {
      const row = await this.#database.query
        .selectFrom('documents')
        .select((build) => build.fn.max('id').as('last'))
        .executeTakeFirst();
      // Another call may have read it meanwhile and gone on.
      last = this.#lastDocument ?? row?.last ?? 0;
    }
    this.#lastDocument = last + 1;
    return last + 1;
  }
}

function contentOf({ content }: NewDocument): { update: Uint8Array; clientId: number } {
  if (typeof content !== 'function') return content;
  const doc = new Y.Doc();
  doc.transact(() => content(doc), 'server');
  const made = { update: Y.encodeStateAsUpdate(doc), clientId: doc.clientID };
  doc.destroy();
  return made;
}
