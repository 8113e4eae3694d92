/** The list of documents, and what is done to a document as a whole. */
import { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { commandInput } from '../../../domain/command/list.ts';
import { limits } from '../../../domain/limits.ts';
import { mayDeleteDocuments } from '../../../domain/policy/workspace.ts';
import { newId } from '../../accounts/token.ts';
import { EntryKind } from '../../log/entry.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { mayCreate } from '../create-rule.ts';
import { accessOf, identityOf, ownsWorkspace, unless } from '../guards.ts';
import { createBlank, createFromFile } from '../new-document.ts';
import { listDocuments } from '../present/document.ts';
import type { What } from '../present/event.ts';
import { receiveFile } from '../receive-file.ts';
import { whileWanted } from '../while-wanted.ts';
import { participantOf } from './live.ts';

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.line));
const blank = body(z.object({ title }));
const change = body(z.object({ title: z.optional(title), archived: z.optional(z.boolean()) }));

export function documentRoutes(api: Api): Router {
  const { accounts, database, derivations, guards, limit, rooms } = api;
  const { can, canRestore, signedIn } = guards;
  const { query } = database;
  const router = Router();
  const parts = { database, people: accounts.people, rooms, now: accounts.now };

  /** Records what was done to the whole document together with the column that it changes. */
  async function lifecycle(
    request: Request,
    what: What,
    columns: { archived_at?: number | null; deleted_at?: number | null },
  ): Promise<void> {
    const { document } = accessOf(request);
    await rooms.administer(document, {
      kind: EntryKind.lifecycle,
      by: identityOf(request).person,
      note: { what },
      statements: [
        query.updateTable('documents').set(columns).where('id', '=', document.id).compile(),
      ],
    });
    await derivations.lifeChanged(document);
  }

  router.get('/documents', limit('read'), signedIn, async (request, response) => {
    const state = request.query['state'] === 'archived' ? 'archived' : 'active';
    response.json(await listDocuments(database, { identity: identityOf(request), state }));
  });

  router.post('/documents', limit('write'), signedIn, blank, async (request, response) => {
    const identity = identityOf(request);
    unless(await mayCreate(api, identity));
    const { publicId } = await createBlank(parts, identity, blank.of(request).title);
    response.status(201).json({ id: publicId });
  });

  router.post('/documents/import', limit('file'), signedIn, async (request, response) => {
    const identity = identityOf(request);
    unless(await mayCreate(api, identity));
    const file = await receiveFile(request);
    await whileWanted(response, async (signal) => {
      const { publicId } = await createFromFile(parts, identity, file, {}, signal);
      response.status(201).json({ id: publicId });
    });
  });

  router.patch(
    '/documents/:id',
    limit('write'),
    signedIn,
    can('lead'),
    change,
    async (request, response) => {
      const wanted = change.of(request);
      const { document } = accessOf(request);
      if (wanted.title !== undefined && wanted.title !== document.title) {
        const result = await rooms.command(document, participantOf(request), {
          commandId: newId(),
          ...commandInput('settings.edit', { changes: { title: wanted.title } }),
        });
        unless('code' in result ? result : null);
      }
      if (wanted.archived !== undefined && wanted.archived !== (document.archived_at !== null)) {
        if (wanted.archived) await lifecycle(request, 'archived', { archived_at: accounts.now() });
        else await lifecycle(request, 'unarchived', { archived_at: null });
      }
      response.status(204).end();
    },
  );

  router.delete(
    '/documents/:id',
    limit('write'),
    signedIn,
    can('lead'),
    async (request, response) => {
      unless(mayDeleteDocuments({ owner: ownsWorkspace(identityOf(request)) }));
      await lifecycle(request, 'deleted', { deleted_at: accounts.now() });
      const { document } = accessOf(request);
      await rooms.shut(document, 'This document was deleted.');
      await derivations.erase(document);
      response.status(204).end();
    },
  );

  router.post(
    '/documents/:id/restore',
    limit('write'),
    signedIn,
    canRestore,
    async (request, response) => {
      unless(mayDeleteDocuments({ owner: ownsWorkspace(identityOf(request)) }));
      await lifecycle(request, 'restored', { deleted_at: null });
      // So that it is found, and waits, once the answer says that it is back. What fails is tried at the next start.
      await rooms.catchUp(accessOf(request).document).catch(() => {});
      response.status(204).end();
    },
  );

  return router;
}
