/** Reads what a cited page says of itself, where the operator allows it and somebody presses the button. */
import { Router } from 'express';
import * as z from 'zod/mini';
import { webAddress } from '../../../domain/record/fields.ts';
import { refuse } from '../../../domain/refusal.ts';
import { fetchPage } from '../../fetch/fetch-page.ts';
import { pageFacts } from '../../fetch/page-facts.ts';
import { isPublicAddress } from '../../fetch/public-address.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { accessOf, identityOf } from '../guards.ts';

const asked = body(z.object({ url: webAddress.check(z.minLength(1)) }));
/** For all people together: each holds a connection and memory. */
const MOST_AT_ONCE = 8;

export function pageRoutes({ accounts, config, guards, limit, log, reaches }: Api): Router {
  const router = Router();
  let running = 0;

  router.post(
    '/documents/:id/page-facts',
    limit('fetch'),
    guards.signedIn,
    guards.can('analyst'),
    asked,
    async (request, response) => {
      if (!config.fetchPages) {
        throw new RefusedError(
          refuse('not-found', 'This server does not fetch pages. Fill in the fields yourself.'),
        );
      }
      if (running >= MOST_AT_ONCE) {
        throw new RefusedError(
          refuse('rate-limited', 'The server is fetching many pages. Try again in a moment.'),
        );
      }
      const { url } = asked.of(request);
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      running += 1;
      try {
        const page = await fetchPage(
          url,
          {
            ports: config.fetchPorts,
            time: config.fetchSeconds * 1000,
            bytes: config.fetchMegabytes * 1024 * 1024,
            reaches: reaches ?? isPublicAddress,
          },
          gone.signal,
        );
        const { publicId } = accessOf(request).document;
        const { person } = identityOf(request);
        log.info({ document: publicId, person, host: new URL(page.url).host }, 'page fetched');
        response.json({ ...pageFacts(page), from: page.url, at: accounts.now() });
      } finally {
        running -= 1;
      }
    },
  );

  return router;
}
