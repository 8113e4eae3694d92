/** The tables as queries see them. Times are milliseconds since the epoch; ids are small integers. */
import type { Generated } from 'kysely';
import type { AccountTables } from '../accounts/tables.ts';
import type { NotificationTables } from '../notifications/tables.ts';
import type { SearchTables } from '../search/tables.ts';
import type { WaitingTables } from '../waiting/tables.ts';

export interface Tables extends AccountTables, NotificationTables, SearchTables, WaitingTables {
  documents: DocumentsTable;
  people: PeopleTable;
  log: LogTable;
  commands: CommandsTable;
  snapshots: SnapshotsTable;
  client_ids: ClientIdsTable;
  originals: OriginalsTable;
  import_drafts: ImportDraftsTable;
  derived: DerivedTable;
  files: FilesTable;
  document_files: DocumentFilesTable;
  known_sources: KnownSourcesTable;
  meta: MetaTable;
  read_blocks: ReadBlocksTable;
  reading_places: ReadBlocksTable;
  private_readers: PrivateReadersTable;
}

/** A block of a document, and somebody who has read it, or was there last. */
export interface ReadBlocksTable {
  document: number;
  person: number;
  /** The Yjs id of its element, `client:clock`. */
  block: string;
}

/** Who keeps to themselves what they read. */
export interface PrivateReadersTable {
  person: number;
}

export interface DocumentsTable {
  id: Generated<number>;
  /** The id in addresses. */
  public_id: string;
  lineage: string;
  schema_version: number;
  title: string;
  created_at: number;
  created_by: number;
  archived_at: number | null;
  deleted_at: number | null;
  /** JSON: how far the work is, for lists; derived, and written when it changes. */
  progress: string | null;
}

/** Everybody who ever acted. Row 0 is the system. */
export interface PeopleTable {
  id: Generated<number>;
  user_id: string | null;
  name: string;
  /** 1 once the account is gone: the person stays as a pseudonymous actor. */
  former: Generated<number>;
}

export interface LogTable {
  document: number;
  lineage: string;
  seq: number;
  at: number;
  actor: number;
  kind: number;
  salt: Uint8Array;
  payload: Uint8Array;
  hash: Uint8Array;
}

export interface CommandsTable {
  document: number;
  actor: number;
  command_id: string;
  seq: number;
  /** JSON, without `seq`. */
  result: string;
}

export interface SnapshotsTable {
  document: number;
  lineage: string;
  /** The last entry that the state contains. The entry that vouches for it comes later. */
  seq: number;
  state: Uint8Array;
  /** 1 where it is kept for history. */
  keyframe: number;
}

/** Which Yjs client id belongs to whom, for good. */
export interface ClientIdsTable {
  document: number;
  client_id: number;
  person: number;
}

export interface OriginalsTable {
  document: number;
  name: string;
  media_type: string;
  /** Lower-case hex. */
  sha256: string;
  bytes: Uint8Array;
}

/** Files on their way to becoming documents, each its sender's alone. */
export interface ImportDraftsTable {
  id: string;
  person: number;
  name: string;
  bytes: Uint8Array;
  /** The number of bytes: lists and limits do not read them. */
  size: number;
  created_at: number;
  expires_at: number;
}

/** Up to which entry of its log the derived rows of a document are true. */
export interface DerivedTable {
  document: number;
  name: string;
  version: number;
  seq: number;
  /** The workspace's owner as they were derived: they have a part in every document. */
  owner: number | null;
}

/** Bytes that were handed in, once each, whichever documents have them. */
export interface FilesTable {
  /** Lower-case hex. */
  sha256: string;
  media_type: string;
  bytes: Uint8Array;
}

/** Which document has which file: only its members may read it. */
export interface DocumentFilesTable {
  document: number;
  sha256: string;
  name: string;
}

/** What people said of a source, for suggestions; derived from the records. */
export interface KnownSourcesTable {
  document: number;
  source: string;
  /** As `addressKey` of the domain makes it. */
  address: string;
  host: string;
  title: string;
  publisher: string;
  author: string;
  language: string;
  medium: string;
  modified_at: number;
}

export interface MetaTable {
  key: string;
  value: string;
}
