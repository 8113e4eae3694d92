/** What goes to a document's room: the session before the socket, and commands without one. */
import { type Request, Router } from 'express';
import { commandMessage } from '../../../domain/protocol/command-message.ts';
import type { Participant } from '../../sync/identity.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { accessOf, identityOf, unless } from '../guards.ts';

const command = body(commandMessage);

export function liveRoutes({ guards, limit, rooms }: Api): Router {
  const router = Router();
  const { can, signedIn } = guards;

  router.post(
    '/documents/:id/session',
    limit('write'),
    signedIn,
    can('viewer'),
    async (request, response) => {
      response.json(await rooms.session(accessOf(request).document, participantOf(request)));
    },
  );

  // Who may do what is the command's own question, asked in its turn.
  router.post(
    '/documents/:id/commands',
    limit('write'),
    signedIn,
    can('viewer'),
    command,
    async (request, response) => {
      const result = await rooms.command(
        accessOf(request).document,
        participantOf(request),
        command.of(request),
      );
      unless('code' in result ? result : null);
      response.json(result);
    },
  );

  return router;
}

export function participantOf(request: Request): Participant {
  const { person, name, owner, cap } = identityOf(request);
  return { id: person, name, owner, cap };
}
