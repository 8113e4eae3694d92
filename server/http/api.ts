/** What every route is made of. */
import type { Logger } from 'pino';
import type { Config } from '../config/options.ts';
import type { Limits } from '../apart/apart.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Database } from '../storage/database.ts';
import type { Derivations } from '../derived/derivations.ts';
import type { Publisher } from '../events/publisher.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Rooms } from '../sync/rooms.ts';
import type { Guards } from './guards.ts';
import type { Limit } from './limit.ts';

export interface Api {
  readonly config: Pick<
    Config,
    | 'publicUrl'
    | 'createDocuments'
    | 'keyDirectory'
    | 'uploadMegabytes'
    | (keyof Config & `fetch${string}`)
  >;
  readonly database: Database;
  readonly accounts: Accounts;
  /** Whatever changes a document goes through its room's queue, also when it comes by HTTP. */
  readonly rooms: ApiRooms;
  /** Tells people on their open pages that something of theirs changed. */
  readonly events: Publisher;
  /** What is kept across documents, beside their logs. */
  readonly derivations: Derivations;
  /** What can be searched. */
  readonly index: SearchIndex;
  readonly guards: Guards;
  readonly limit: Limit;
  /** Which network addresses a fetch of a page may reach, instead of public ones; for tests. */
  readonly reaches?: ((address: string) => boolean) | undefined;
  /** What one export may take, instead of the usual; for tests. */
  readonly exportLimits?: Limits | undefined;
  readonly log: Logger;
}

export type ApiRooms = Pick<
  Rooms,
  | 'administer'
  | 'catchUp'
  | 'command'
  | 'copy'
  | 'create'
  | 'membership'
  | 'open'
  | 'session'
  | 'showReading'
  | 'shut'
>;
