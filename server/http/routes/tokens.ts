/** Personal access tokens of whoever is signed in. */
import { Router } from 'express';
import * as z from 'zod/mini';
import { refuse } from '../../../domain/refusal.ts';
import { roles } from '../../../domain/role.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { identityOf, unless } from '../guards.ts';

const DAY = 86_400_000;

const terms = body(
  z.object({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
    expiresInDays: z.int().check(z.minimum(1), z.maximum(366)),
    role: z.enum(roles),
  }),
);

export function tokenRoutes({ accounts, guards, limit }: Api): Router {
  const router = Router();

  router.get('/tokens', limit('read'), guards.inPerson, async (request, response) => {
    response.json(await accounts.tokens.list(identityOf(request).person));
  });

  router.post('/tokens', limit('write'), guards.inPerson, terms, async (request, response) => {
    const { name, role, expiresInDays } = terms.of(request);
    const expiresAt = accounts.now() + expiresInDays * DAY;
    response
      .status(201)
      .json(await accounts.tokens.create(identityOf(request).person, { name, role, expiresAt }));
  });

  router.delete('/tokens/:token', limit('write'), guards.inPerson, async (request, response) => {
    const revoked = await accounts.tokens.revoke(
      identityOf(request).person,
      String(request.params['token']),
    );
    unless(revoked ? null : refuse('not-found', 'There is no such access token any more.'));
    response.status(204).end();
  });

  return router;
}
