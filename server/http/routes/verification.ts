/** Verifying a document's record, by whoever leads it: the proof, how far it is, and an end when nobody waits any more. */
import { type Request, Router } from 'express';
import * as z from 'zod/mini';
import { refuse } from '../../../domain/refusal.ts';
import { HeadKey } from '../../heads/head-key.ts';
import { RefusedError } from '../../refused-error.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { accessOf, identityOf } from '../guards.ts';
import { presentVerification } from '../present/verification.ts';
import { VerificationDesk } from '../verification-desk.ts';
import { whileWanted } from '../while-wanted.ts';

const wanted = body(
  z.object({
    /** By which whoever asks can ask how far it is; chosen by them. */
    job: z.string().check(z.minLength(1), z.maxLength(64)),
  }),
);

export function verificationRoutes({ accounts, config, database, guards, limit }: Api): Router {
  const router = Router();
  const { can, signedIn } = guards;
  const desk = new VerificationDesk();

  // It changes nothing, but takes seconds of a core: not for links and prefetching.
  router.post(
    '/documents/:id/verification',
    limit('verify'),
    signedIn,
    can('lead'),
    wanted,
    async (request, response) => {
      const key = keyOf(request, wanted.of(request).job);
      const { document } = accessOf(request);
      await whileWanted(response, async (signal) => {
        const found = await desk.run(key, database, document.id, signal);
        response.json(
          await presentVerification(
            {
              database,
              key: () => HeadKey.in(config.keyDirectory),
              id: document.publicId,
              document: document.id,
            },
            found,
            accounts.now(),
          ),
        );
      });
    },
  );

  router.get(
    '/documents/:id/verifications/:job',
    limit('read'),
    signedIn,
    can('lead'),
    (request, response) => {
      const howFar = desk.howFar(keyOf(request, request.params['job']));
      if (!howFar) throw new RefusedError(refuse('not-found', 'No such verification is running.'));
      response.json(howFar);
    },
  );

  return router;
}

function keyOf(request: Request, job: unknown): string {
  return `${identityOf(request).person}:${accessOf(request).document.id}:${String(job)}`;
}
