/** Old notifications go, read or not: older news is history, and that is in the log. */
import type { Logger } from 'pino';
import type { Database } from '../storage/database.ts';

const DAY = 86_400_000;
const KEPT_MS = 90 * DAY;

interface Pruned {
  readonly database: Pick<Database, 'query'>;
  readonly now: () => number;
  readonly log: Pick<Logger, 'error'>;
}

/** Once before it resolves, then daily, without keeping the process alive; what it gives ends it. */
export async function keepPruned({ database, now, log }: Pruned): Promise<() => void> {
  await prune(database, now());
  const timer = setInterval(() => {
    prune(database, now()).catch((error: unknown) =>
      log.error({ err: error }, 'old notifications could not be deleted'),
    );
  }, DAY).unref();
  return () => clearInterval(timer);
}

async function prune({ query }: Pick<Database, 'query'>, now: number): Promise<void> {
  await query
    .deleteFrom('notifications')
    .where('at', '<', now - KEPT_MS)
    .execute();
}
