/** What somebody reads: noted beside the record, and shown to others unless they keep it to themselves. */
import { Router } from 'express';
import * as z from 'zod/mini';
import { limits } from '../../../domain/limits.ts';
import { blockId } from '../../../domain/protocol/reading.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { accessOf, identityOf } from '../guards.ts';

const read = body(
  z.strictObject({
    /** New ones alone, by the ids of their elements. */
    blocks: z.array(blockId).check(z.maxLength(limits.blocksAtOnce)),
    /** Where they are now. */
    place: z.nullable(blockId),
  }),
);
const showing = body(z.strictObject({ shown: z.boolean() }));

export function readingRoutes({ database, guards, limit, rooms }: Api): Router {
  const router = Router();
  const { can, inPerson, signedIn } = guards;

  router.post(
    '/documents/:id/reading',
    limit('write'),
    signedIn,
    can('viewer'),
    read,
    async (request, response) => {
      const { blocks, place } = read.of(request);
      const { person } = identityOf(request);
      const room = await rooms.open(accessOf(request).document);
      await room.readings.note(person, blocks, place);
      response.status(204).end();
    },
  );

  router.get(
    '/documents/:id/reading',
    limit('read'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      const row = await database.query
        .selectFrom('reading_places')
        .select('block')
        .where('document', '=', accessOf(request).document.id)
        .where('person', '=', identityOf(request).person)
        .executeTakeFirst();
      response.json({ place: row?.block ?? null });
    },
  );

  router.get('/me/reading', limit('read'), inPerson, async (request, response) => {
    const row = await database.query
      .selectFrom('private_readers')
      .select('person')
      .where('person', '=', identityOf(request).person)
      .executeTakeFirst();
    response.json({ shown: row === undefined });
  });

  router.patch('/me/reading', limit('write'), inPerson, showing, async (request, response) => {
    const { shown } = showing.of(request);
    const { person } = identityOf(request);
    const statement = shown
      ? database.query.deleteFrom('private_readers').where('person', '=', person)
      : database.query
          .insertInto('private_readers')
          .values({ person })
          .onConflict((conflict) => conflict.doNothing());
    await database.transact([statement.compile()]);
    rooms.showReading(person, shown);
    response.json({ shown });
  });

  return router;
}
