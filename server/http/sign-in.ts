/** Signs somebody in who has just made their account: their browser gets the session's cookie. */
import type { Request, Response } from 'express';
import type { Accounts } from '../accounts/accounts.ts';
import { forwardCookies, headersFor } from './auth-bridge.ts';

export async function signIn(
  accounts: Accounts,
  request: Request,
  response: Response,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const { headers } = await accounts.auth.api.signInEmail({
    body: { email, password },
    headers: headersFor(request),
    returnHeaders: true,
  });
  forwardCookies(headers, response);
}
