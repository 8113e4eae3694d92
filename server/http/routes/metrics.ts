/** `/metrics`, for whoever bears the token of the configuration; without one there is nothing at this address. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { refuse } from '../../../domain/refusal.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { RefusedError } from '../../refused-error.ts';

export function metricsRoutes(metrics: Metrics, token: string | undefined): Router {
  const router = Router();
  if (token === undefined) return router;
  router.get('/metrics', async (request, response) => {
    if (!isSame(request.get('authorization') ?? '', `Bearer ${token}`))
      throw new RefusedError(refuse('signed-out', 'The figures are shown for a token alone.'));
    response.setHeader('cache-control', 'no-store');
    response.type(metrics.contentType).send(await metrics.text());
  });
  return router;
}

/** In a time that says nothing of where they differ. */
function isSame(given: string, wanted: string): boolean {
  const digest = (words: string): Buffer => createHash('sha256').update(words).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
