/** What people said of a page or its host in documents that one may open. The address travels in the body: logs of requests keep addresses. */
import { Router } from 'express';
import * as z from 'zod/mini';
import { webAddress } from '../../../domain/record/fields.ts';
import { suggestionsFor } from '../../sources/known-sources.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { identityOf } from '../guards.ts';

const asked = body(z.object({ url: webAddress }));

export function suggestionRoutes({ database, guards, limit }: Api): Router {
  const router = Router();
  router.post(
    '/source-suggestions',
    limit('read'),
    guards.signedIn,
    asked,
    async (request, response) => {
      const { url } = asked.of(request);
      response.json(await suggestionsFor(database, { identity: identityOf(request), url }));
    },
  );
  return router;
}
