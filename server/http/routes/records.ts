/** What is not in the Y.Doc of a record: its earlier revisions, and long words whole. */
import { Router } from 'express';
import * as z from 'zod/mini';
import { recordRoots } from '../../../domain/record/state.ts';
import { refuse } from '../../../domain/refusal.ts';
import { RefusedError } from '../../refused-error.ts';
import { recordRevisions } from '../../records/revisions.ts';
import type { Api } from '../api.ts';
import { accessOf } from '../guards.ts';
import { wholeNumber } from '../whole-number.ts';

const asked = z.object({
  kind: z.enum(recordRoots),
  key: z.string().check(z.maxLength(60)),
  before: z.optional(wholeNumber),
  limit: z._default(wholeNumber, 20),
});
const MOST = 100;

export function recordRoutes({ database, guards, limit }: Api): Router {
  const router = Router();
  const { can, signedIn } = guards;

  router.get(
    '/documents/:id/records/:kind/:key/revisions',
    limit('read'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const { before, limit: most } = request.query;
      const read = asked.safeParse({ ...request.params, before, limit: most });
      if (!read.success) throw new RefusedError(refuse('not-found', 'There are no such records.'));
      const { kind: root, key, ...range } = read.data;
      const page = await recordRevisions(database, accessOf(request).document.id, {
        root,
        key,
        before: range.before,
        limit: Math.min(range.limit, MOST),
      });
      response.json(page);
    },
  );

  return router;
}
