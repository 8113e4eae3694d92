/** `attest reindex`: derives anew what is kept beside the logs, from the logs alone: the queue and what can be searched. */
import { pino } from 'pino';
import type { Config } from '../config/options.ts';
import { createDerivations } from '../derived/derivations.ts';
import { behind } from '../derived/stamp.ts';
import { sqliteIndex } from '../search/sqlite.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { Rooms } from '../sync/rooms.ts';
import { explain } from './explain.ts';
import { exit, type ExitCode, type Output } from './output.ts';

/** The server must be stopped: there is one writer. */
export async function reindex(config: Config, output: Output): Promise<ExitCode> {
  let database: Database;
  try {
    database = await openDatabase({ directory: config.dataDirectory });
  } catch (error) {
    output.err(`The database in ${config.dataDirectory} cannot be opened: ${explain(error)}`);
    return exit.failed;
  }
  const log = pino({ level: config.logLevel });
  const events = { publish: () => {} };
  const derivations = createDerivations({ database, events, log, index: sqliteIndex(database) });
  const rooms = new Rooms({ database, log, derive: (room) => derivations.of(room) });
  try {
    // Without their stamps all rows count as behind.
    await database.query.deleteFrom('derived').execute();
    await derivations.catchUp(rooms);
    const { count } = await database.query
      .selectFrom('derived')
      .select((stamps) => stamps.fn.countAll<number>().as('count'))
      .where('name', '=', 'search')
      .executeTakeFirstOrThrow();
    output.out(`${count} ${count === 1 ? 'document' : 'documents'} indexed`);
    const left = await behind(database);
    if (left.length === 0) return exit.done;
    const names = left.map(({ publicId }) => publicId).join(', ');
    output.err(`Not indexed: ${names}. "verify" says what is wrong with them.`);
    return exit.failed;
  } catch (error) {
    output.err(explain(error));
    return exit.failed;
  } finally {
    await rooms.stop();
    await database.close();
  }
}
