/** How far somebody has read the talk of a document. */
import { Router } from 'express';
import * as z from 'zod/mini';
import { instant, recordId } from '../../../domain/id.ts';
import { markRead } from '../../notifications/notifications.ts';
import { readAll, readThreads, talkReadOf } from '../../notifications/talk-read.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { accessOf, identityOf } from '../guards.ts';

const MOST = 200;
const read = body(
  z.union([
    z.strictObject({ all: z.literal(true) }),
    z.strictObject({
      threads: z
        .record(recordId, instant)
        .check(z.refine((threads) => Object.keys(threads).length <= MOST)),
    }),
  ]),
);

export function talkReadRoutes({ accounts, database, events, guards, limit }: Api): Router {
  const router = Router();
  const { can, inPerson, signedIn } = guards;

  router.get(
    '/documents/:id/talk-read',
    limit('read'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const { document } = accessOf(request);
      response.json(await talkReadOf(database, identityOf(request).person, document.id));
    },
  );

  router.put(
    '/documents/:id/talk-read',
    limit('write'),
    inPerson,
    can('viewer'),
    read,
    async (request, response) => {
      const { person } = identityOf(request);
      const { document } = accessOf(request);
      const given = read.of(request);
      const now = accounts.now();
      if ('all' in given) {
        await readAll(database, person, document.id, now);
      } else {
        const threads = Object.keys(given.threads);
        const read = Object.entries(given.threads).map(
          // Nobody has read what is yet to be said.
          ([thread, upto]) => [thread, Math.min(upto, now)] as const,
        );
        await readThreads(database, person, document.id, Object.fromEntries(read));
        // What was read where it was said needs no bell any more.
        if (await markRead(database, person, { document: document.id, threads }, now))
          events.publish(person, { kind: 'notifications' });
      }
      events.publish(person, { kind: 'talk-read', document: document.public_id });
      response.status(204).end();
    },
  );

  return router;
}
