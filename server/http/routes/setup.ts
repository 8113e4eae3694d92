/** The set-up link: the owner's account. */
import { Router } from 'express';
import * as z from 'zod/mini';
import { newAccount } from '../../accounts/sign-up.ts';
import type { Api } from '../api.ts';
import { body } from '../body.ts';
import { unless } from '../guards.ts';
import { signIn } from '../sign-in.ts';

const token = z.string().check(z.maxLength(200));

export function setupRoutes({ accounts, derivations, limit, rooms }: Api): Router {
  const router = Router();
  const account = body(z.extend(newAccount, { token }));

  router.get('/setup', limit('write'), async (request, response) => {
    const asked = token.safeParse(request.query['token']);
    unless(await accounts.setup.check(asked.success ? asked.data : ''));
    response.json({ ok: true });
  });

  router.post('/setup', limit('write'), account, async (request, response) => {
    const given = account.of(request);
    unless(await accounts.setup.complete(given.token, given));
    // The owner has a part in every document that is there already.
    void derivations.catchUp(rooms);
    await signIn(accounts, request, response, given);
    response.status(201).json({ ok: true });
  });

  return router;
}
