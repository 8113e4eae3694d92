/** Search over all documents that whoever asks may see. */
import { Router } from 'express';
import * as z from 'zod/mini';
import { refuse } from '../../../domain/refusal.ts';
import { RefusedError } from '../../refused-error.ts';
import { findFor } from '../../search/find.ts';
import { searchKinds } from '../../search/unit.ts';
import type { Api } from '../api.ts';
import { identityOf } from '../guards.ts';
import { numberIn } from '../query.ts';

const asked = z.object({
  q: z.string().check(z.maxLength(1000)),
  kind: z._default(z.nullable(z.enum(searchKinds)), null),
  archived: z._default(z.enum(['0', '1']), '0'),
  offset: numberIn(0, 10_000, 0),
  limit: numberIn(1, 50, 5),
});

export function searchRoutes({ database, guards, index, limit }: Api): Router {
  const router = Router();

  router.get('/search', limit('read'), guards.signedIn, async (request, response) => {
    const read = asked.safeParse(request.query);
    if (!read.success) {
      throw new RefusedError(
        refuse('bad-request', 'A search needs words in q, 1,000 characters at most.'),
      );
    }
    const { q, archived, ...rest } = read.data;
    response.json(
      await findFor({ database, index }, identityOf(request), {
        ...rest,
        typed: q,
        archived: archived === '1',
      }),
    );
  });

  return router;
}
