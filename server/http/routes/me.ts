/** Who is signed in. */
import { Router } from 'express';
import type { Api } from '../api.ts';
import { forwardCookies, headersFor } from '../auth-bridge.ts';
import { mayCreate } from '../create-rule.ts';
import { identityOf, ownsWorkspace } from '../guards.ts';

export function meRoutes(api: Api): Router {
  const { accounts, guards, limit } = api;
  const router = Router();

  router.get('/me', limit('read'), guards.signedIn, async (request, response) => {
    const identity = identityOf(request);
    if (identity.cap === null) {
      // The one place where coming back makes a session last longer: every page asks this first.
      const { headers } = await accounts.auth.api.getSession({
        headers: headersFor(request),
        returnHeaders: true,
      });
      forwardCookies(headers, response);
    }
    const refused = await mayCreate(api, identity);
    response.json({
      person: { id: identity.person, name: identity.name, email: identity.email },
      owner: ownsWorkspace(identity),
      mayCreate: refused === null,
      uploadMegabytes: api.config.uploadMegabytes,
      fetchesPages: api.config.fetchPages,
    });
  });

  return router;
}
