/** Opens the store to read alone, beside a running server if there is one. */
import type { Config } from '../config/options.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { explain } from './explain.ts';
import { exit, type ExitCode, type Output } from './output.ts';

export async function withDatabase(
  config: Config,
  output: Output,
  work: (database: Database) => Promise<ExitCode>,
): Promise<ExitCode> {
  let database: Database;
  try {
    database = await openDatabase({ directory: config.dataDirectory, access: 'read' });
  } catch (error) {
    output.err(`The database in ${config.dataDirectory} cannot be opened: ${explain(error)}`);
    return exit.failed;
  }
  try {
    return await work(database);
  } catch (error) {
    output.err(explain(error));
    return exit.failed;
  } finally {
    await database.close();
  }
}
