/** What waits for whoever asks, across their documents. */
import { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { taskKinds } from '../../../domain/derive/waiting.ts';
import { refuse } from '../../../domain/refusal.ts';
import { RefusedError } from '../../refused-error.ts';
import { countQueue, listQueue, type QueueAsked } from '../../waiting/list.ts';
import type { Api } from '../api.ts';
import { identityOf } from '../guards.ts';
import { numberIn } from '../query.ts';

const MOST = 500;
const asked = z.object({
  by: z._default(z.enum(['document', 'kind']), 'kind'),
  kind: z._default(z.nullable(z.enum(taskKinds)), null),
  document: z._default(z.nullable(z.string().check(z.maxLength(60))), null),
  offset: numberIn(0, 1_000_000, 0),
  limit: numberIn(1, MOST, 50),
});

export function queueRoutes({ database, guards, limit }: Api): Router {
  const router = Router();

  router.get('/me/queue', limit('read'), guards.signedIn, async (request, response) => {
    response.json(await listQueue(database, identityOf(request), read(request)));
  });

  router.get('/me/queue/count', limit('read'), guards.signedIn, async (request, response) => {
    response.json(await countQueue(database, identityOf(request)));
  });

  return router;
}

function read(request: Request): QueueAsked {
  const result = asked.safeParse(request.query);
  if (result.success) return result.data;
  throw new RefusedError(
    refuse('bad-request', 'The queue is asked for by, kind, document, offset and limit.'),
  );
}
