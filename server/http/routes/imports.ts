/** From a file to a document by way of a preview: receive, show, make, or discard. */
import { type Request, Router } from 'express';
import { importOrder } from '../../../domain/import/preview.ts';
import { limits } from '../../../domain/limits.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { readApart } from '../../importers/read-apart.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { mayCreate } from '../create-rule.ts';
import { identityOf, unless } from '../guards.ts';
import { ImportDrafts } from '../import-drafts.ts';
import { createFromDraft } from '../new-document.ts';
import { forImport, receiveFile } from '../receive-file.ts';
import { UnderWay } from '../under-way.ts';
import { whileWanted } from '../while-wanted.ts';

const order = body(importOrder);

export function importRoutes(api: Api): Router {
  const { accounts, database, guards, limit, rooms } = api;
  const { can, signedIn } = guards;
  const router = Router();
  const drafts = new ImportDrafts(database, accounts.now);
  const making = new UnderWay();
  const parts = { database, people: accounts.people, rooms, now: accounts.now };

  router.get('/imports', limit('read'), signedIn, async (request, response) => {
    response.json(await drafts.list(identityOf(request).person));
  });

  router.post('/imports', limit('file'), signedIn, async (request, response) => {
    const identity = identityOf(request);
    unless(await mayCreate(api, identity));
    const { name, bytes } = await receiveFile(request, {
      ...forImport,
      most: limits.importBytes,
    });
    await whileWanted(response, async (signal) => {
      const checked = await readApart({ task: 'check', name, bytes }, signal);
      if (isRefusal(checked)) {
        const { code, reason } = checked;
        throw new RefusedError(refuse(code, `${reason} ${forImport.nothing}.`));
      }
      const id = await drafts.keep(identity.person, { name, bytes }, signal);
      // Cancelled while it was written: nothing is kept that nobody knows of.
      if (signal.aborted) await drafts.discard(identity.person, id);
      else response.status(201).json({ id });
    });
  });

  router.get('/imports/:id', limit('file'), signedIn, async (request, response) => {
    const draft = await drafts.find(identityOf(request).person, idOf(request));
    const { format, encoding } = request.query;
    const reading = {
      ...(typeof format === 'string' && { format }),
      ...(typeof encoding === 'string' && { encoding }),
    };
    await whileWanted(response, async (signal) => {
      const read = await readApart(
        { task: 'preview', name: draft.name, bytes: draft.bytes, draft: draft.shown, reading },
        signal,
      );
      if (isRefusal(read)) throw new RefusedError(read);
      response.type('json').send(Buffer.from(read));
    });
  });

  router.post(
    '/imports/:id/document',
    limit('file'),
    signedIn,
    order,
    async (request, response) => {
      const identity = identityOf(request);
      const id = idOf(request);
      await making.during(id, () =>
        whileWanted(response, async (signal) => {
          unless(await mayCreate(api, identity));
          const draft = await drafts.find(identity.person, id);
          const asked = { draft, order: order.of(request), signal };
          const made = await createFromDraft(parts, identity, asked);
          response.status(201).json({ id: made.publicId });
        }),
      );
    },
  );

  /** Whether a document was made of it, for whoever called that off or lost the answer: it bears the draft's id. */
  router.get(
    '/imports/:id/document',
    limit('read'),
    signedIn,
    async (request, _response, next) => {
      await making.ended(idOf(request));
      next();
    },
    can('viewer'),
    (request, response) => {
      response.json({ id: idOf(request) });
    },
  );

  router.delete('/imports/:id', limit('write'), signedIn, async (request, response) => {
    await drafts.discard(identityOf(request).person, idOf(request));
    response.status(204).end();
  });

  return router;
}

function idOf(request: Request): string {
  return String(request.params['id']);
}
