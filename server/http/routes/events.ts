/** What a person's open pages hear: `GET /api/me/events`. */
import { Router } from 'express';
import { openStream } from '../../events/stream.ts';
import type { Api } from '../api.ts';
import { identityOf, unless } from '../guards.ts';

export function eventRoutes({ accounts, events, guards, limit, log }: Api): Router {
  const router = Router();

  router.get('/me/events', limit('read'), guards.signedIn, (request, response) => {
    if (request.method === 'HEAD') {
      response.type('text/event-stream').end();
      return;
    }
    const { person } = identityOf(request);
    const stillIn = async (): Promise<boolean> => {
      try {
        return (await accounts.authenticate(request))?.person === person;
      } catch (error) {
        // Whether they may stay cannot be told now: they stay until it can.
        log.error({ err: error }, 'a session could not be checked again');
        return true;
      }
    };
    unless(openStream(events, request, response, { person, stillIn }));
  });

  return router;
}
