/** The bytes that a document was made from, exactly as they came. */
import { Router } from 'express';
import { refuse } from '../../../domain/refusal.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { accessOf } from '../guards.ts';

export function originalRoutes({ database, guards, limit }: Api): Router {
  const router = Router();
  const { can, signedIn } = guards;

  router.get(
    '/documents/:id/original',
    limit('file'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const original = await database.query
        .selectFrom('originals')
        .selectAll()
        .where('document', '=', accessOf(request).document.id)
        .executeTakeFirst();
      if (!original) {
        throw new RefusedError(refuse('not-found', 'This document was not made from a file.'));
      }
      // A bundle brings its name along as it is: what would turn it around or break it stays out.
      const name = original.name.replaceAll(/\p{C}/gu, '').trim() || 'original';
      // Always a download, never shown: whatever these bytes are, no browser may run them as ours.
      response
        .attachment(name)
        .type('application/octet-stream')
        .setHeader('digest', `sha-256=${Buffer.from(original.sha256, 'hex').toString('base64')}`)
        .send(Buffer.from(original.bytes));
    },
  );

  /** The words that were imported, without those of the file that are no text; nothing where they still stand. */
  router.get(
    '/documents/:id/imported-text',
    limit('file'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const { id: document } = accessOf(request).document;
      const text = await database.read('firstText', { document });
      response.json({ text });
    },
  );

  return router;
}
