/** For whoever watches the server: whether it lives, and whether it can serve. */
import { Router } from 'express';
import type { Database } from '../../storage/database.ts';

export function healthRoutes({
  database,
  draining,
}: {
  database: Database;
  draining: () => boolean;
}): Router {
  const router = Router();

  // Without any input or output: a full disk is no reason to restart the process.
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });

  router.get('/readyz', async (_request, response) => {
    if (draining()) {
      response.status(503).json({ status: 'stopping' });
      return;
    }
    try {
      await database.query.selectFrom('documents').select('id').limit(1).execute();
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'no database' });
    }
  });

  return router;
}
