/** What a room is made of, and whom it tells what. */
import type { CompiledQuery } from 'kysely';
import type { Logger } from 'pino';
import type { PersonId } from '../../domain/id.ts';
import type { StoredFile } from '../../domain/record/source.ts';
import type { Meters } from '../metrics/meters.ts';
import type { Database } from '../storage/database.ts';
import type { ClientIds } from './client-ids.ts';
import type { LiveDocument } from './live-document.ts';
import type { Readings } from './readings.ts';

export interface RoomOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly document: { readonly id: number; readonly publicId: string; readonly lineage: string };
  readonly live: LiveDocument;
  readonly clients: ClientIds;
  readonly term: number;
  readonly seq: number;
  /** When the last entry was made, in ms. */
  readonly at: number;
  /** What people have read of it. */
  readonly readings: Readings;
  /** How much was loaded, in bytes. */
  readonly bytes: number;
  /** The workspace's owner; null before there is one. */
  readonly owner: PersonId | null;
  readonly now: () => number;
  readonly meters: Meters;
  /** Nothing can be saved at the moment: the room shows its last durable state and applies nothing. */
  readonly held: boolean;
  /** Something was applied: the summary and the snapshot are behind. */
  readonly changed: () => void;
  /** These people were told something that is durable now. */
  readonly told: (people: readonly PersonId[]) => void;
  /** The last socket went. */
  readonly empty: () => void;
  /** The room can no longer be used: forget it. */
  readonly lost: (why: unknown) => void;
}

/** A file that came with a command over HTTP: the command may name it, and it is stored with the command's entry. */
export interface HandedIn {
  readonly file: StoredFile;
  readonly statements: readonly CompiledQuery[];
}
