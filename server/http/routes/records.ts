/** What is not in the Y.Doc of a record: its earlier revisions, and long words whole. */
import { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { comment as commentRecord } from '../../../domain/record/comment.ts';
import { recordRoots } from '../../../domain/record/state.ts';
import { refuse, type Refusal } from '../../../domain/refusal.ts';
import { RefusedError } from '../../refused-error.ts';
import { recordRevisions } from '../../records/revisions.ts';
import type { Api } from '../api.ts';
import { accessOf, identityOf, unless } from '../guards.ts';
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
      const { document } = accessOf(request);
      if (root === 'comments') unless(await deletedFor(request, key));
      const page = await recordRevisions(database, document.id, {
        root,
        key,
        before: range.before,
        limit: Math.min(range.limit, MOST),
      });
      response.json(page);
    },
  );

  /** Why somebody may not read what a comment said: it was deleted, and is neither theirs nor theirs to bring back. */
  async function deletedFor(request: Request, key: string): Promise<Refusal | null> {
    const { document, role } = accessOf(request);
    const newest = { root: 'comments', key, limit: 1 } as const;
    const { revisions } = await recordRevisions(database, document.id, newest);
    const { data } = commentRecord.safeParse(revisions[0]?.value);
    if (!data?.deleted || role === 'lead') return null;
    if (data.createdBy === identityOf(request).person) return null;
    return refuse('no-such-comment', 'This comment was deleted.');
  }

  return router;
}
