/** The bell: what somebody was told, what they have read of it, and which news they want. */
import { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { recordId } from '../../../domain/id.ts';
import { refuse } from '../../../domain/refusal.ts';
import { notificationKinds } from '../../../domain/talk/notification.ts';
import { listNotifications, markRead, type Reader } from '../../notifications/notifications.ts';
import {
  mutedName,
  mutedThreadName,
  muteThread,
  preferencesOf,
  setPreference,
  switchName,
} from '../../notifications/preferences.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { accessOf, identityOf, ownsWorkspace } from '../guards.ts';
import { wholeNumber } from '../whole-number.ts';

const MOST = 100;
const rowId = z.int().check(z.minimum(1));
const which = body(
  z.union([
    z.strictObject({ all: z.literal(true) }),
    z.strictObject({ ids: z.array(rowId).check(z.minLength(1), z.maxLength(200)) }),
  ]),
);
const asked = z.object({
  before: z.optional(wholeNumber),
  limit: z._default(wholeNumber, 40),
});
const switched = body(z.strictObject({ on: z.boolean() }));
const kinds = z.enum(notificationKinds);

export function notificationRoutes({ accounts, database, events, guards, limit }: Api): Router {
  const router = Router();
  const { can, inPerson, signedIn } = guards;

  router.get('/me/notifications', limit('read'), signedIn, async (request, response) => {
    const read = asked.safeParse(request.query);
    if (!read.success) throw new RefusedError(refuse('bad-request', 'There is no such page.'));
    const { before, limit: most } = read.data;
    const page = { before, limit: Math.min(most, MOST) };
    response.json(await listNotifications(database, readerOf(request), page));
  });

  router.post(
    '/me/notifications/read',
    limit('write'),
    inPerson,
    which,
    async (request, response) => {
      const { person } = identityOf(request);
      const wanted = which.of(request);
      const any = await markRead(
        database,
        person,
        'all' in wanted ? 'all' : wanted,
        accounts.now(),
      );
      if (any) events.publish(person, { kind: 'notifications' });
      response.status(204).end();
    },
  );

  router.get('/me/preferences', limit('read'), signedIn, async (request, response) => {
    response.json(await preferencesOf(database, readerOf(request)));
  });

  router.put(
    '/me/preferences/notifications/:kind',
    limit('write'),
    inPerson,
    switched,
    async (request, response) => {
      const kind = kinds.safeParse(request.params['kind']);
      if (!kind.success)
        throw new RefusedError(refuse('not-found', 'There are no such notifications.'));
      const { person } = identityOf(request);
      await setPreference(database, person, switchName(kind.data), switched.of(request).on);
      response.json(await preferencesOf(database, readerOf(request)));
    },
  );

  router.put(
    '/documents/:id/notifications',
    limit('write'),
    inPerson,
    can('viewer'),
    switched,
    async (request, response) => {
      const { person } = identityOf(request);
      const { document } = accessOf(request);
      await setPreference(database, person, mutedName(document.id), switched.of(request).on);
      response.json(await preferencesOf(database, readerOf(request)));
    },
  );

  router.put(
    '/documents/:id/threads/:thread/notifications',
    limit('write'),
    inPerson,
    can('viewer'),
    switched,
    async (request, response) => {
      const thread = recordId.safeParse(request.params['thread']);
      if (!thread.success) throw new RefusedError(refuse('not-found', 'There is no such thread.'));
      const { person } = identityOf(request);
      const { document } = accessOf(request);
      if (switched.of(request).on) {
        await setPreference(database, person, mutedThreadName(document.id, thread.data), true);
      } else {
        const refused = await muteThread(database, person, document.id, thread.data);
        if (refused) throw new RefusedError(refused);
      }
      response.json(await preferencesOf(database, readerOf(request)));
    },
  );

  return router;
}

function readerOf(request: Request): Reader {
  const identity = identityOf(request);
  return { person: identity.person, owner: ownsWorkspace(identity) };
}
