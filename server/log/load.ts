/** Loading a document, and what else a room asks of the log. */
import * as Y from 'yjs';
import type { PersonId } from '../../domain/id.ts';
import type { Database } from '../storage/database.ts';

export interface LoadedDocument {
  /** A Yjs update (V1); null where no snapshot serves. */
  readonly state: Uint8Array | null;
  /** The last entry that `state` contains; 0 without one. */
  readonly stateSeq: number;
  /** Yjs updates (V1) after it, in order. Apply all in one transaction. */
  readonly updates: readonly Uint8Array[];
  /** The last entry read, and its hash. */
  readonly seq: number;
  readonly head: Uint8Array;
  /** Snapshots passed over because they are damaged: tell the operator. */
  readonly damagedSnapshots: readonly number[];
}

/**
 * Everything that is needed to build the document as it stands, or as it stood
 * after entry `upTo`. Throws `LogDamaged` with the first entry that does not hold.
 */
export async function loadDocument(
  db: Database,
  document: number,
  options: { readonly upTo?: number } = {},
): Promise<LoadedDocument> {
  const { updates, lengths, ...loaded } = await db.read('load', { document, ...options });
  return { ...loaded, updates: unpack(updates, lengths) };
}

/** Brings an empty Y.Doc to the loaded state, in one transaction. */
export function applyLoaded(
  doc: Y.Doc,
  loaded: Pick<LoadedDocument, 'state' | 'updates'>,
  origin?: unknown,
): void {
  Y.transact(
    doc,
    () => {
      if (loaded.state) Y.applyUpdate(doc, loaded.state);
      for (const update of loaded.updates) Y.applyUpdate(doc, update);
    },
    origin,
    false,
  );
}

function unpack(bytes: Uint8Array, lengths: Uint32Array): Uint8Array[] {
  let at = 0;
  return Array.from(lengths, (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}

export interface CommandOutcome {
  readonly seq: number;
  /** The first result, `seq` included. */
  readonly result: Readonly<Record<string, unknown>>;
}

/** The outcome of a command that was carried out, or null. */
export async function findCommand(
  db: Database,
  document: number,
  actor: PersonId,
  commandId: string,
): Promise<CommandOutcome | null> {
  const row = await db.query
    .selectFrom('commands')
    .select(['seq', 'result'])
    .where('document', '=', document)
    .where('actor', '=', actor)
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  return row ? commandOutcome(row) : null;
}

/** Puts `seq` into a kept result. */
function commandOutcome(kept: { readonly seq: number; readonly result: string }): CommandOutcome {
  const result: unknown = JSON.parse(kept.result);
  if (typeof result !== 'object' || result === null) {
    throw new TypeError(`The result of entry ${kept.seq} is not an object`);
  }
  return { seq: kept.seq, result: { ...result, seq: kept.seq } };
}
