/**
 * The way to better-auth over HTTP: only what `authPaths` lists, with an address
 * that cannot be forged, and with refusals in our own form.
 */
import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { type RefusalCode, refuse } from '../../domain/refusal.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { authPaths } from '../accounts/better-auth.ts';
import { fromOurPages } from '../accounts/origin.ts';
import { RefusedError } from '../refused-error.ts';
import type { Limit } from './limit.ts';

const LETTERS = ['/sign-in/magic-link', '/request-password-reset', '/send-verification-email'];
const ATTEMPTS = [
  '/sign-in/email',
  '/magic-link/verify',
  '/reset-password',
  '/change-password',
  '/verify-email',
];

/** Mounted at `/api/auth`. */
export function authBridge(parts: {
  accounts: Accounts;
  limit: Limit;
  log: Logger;
  publicUrl: string | undefined;
}): Router {
  const { accounts, limit, log, publicUrl } = parts;
  const router = Router();
  router.use(LETTERS, limit('letter'));
  router.use(ATTEMPTS, limit('sign-in'));
  router.use(limit('read'), async (request, response) => {
    if (!authPaths.has(`${request.method} ${request.path}`)) {
      throw new RefusedError(refuse('not-found', 'There is nothing at this address.'));
    }
    // Signing in needs no cookie yet, but a foreign page must not sign anybody in either.
    const byBrowser = request.headers.origin !== undefined || request.headers.cookie !== undefined;
    if (request.method === 'POST' && byBrowser && !fromOurPages(request, publicUrl)) {
      throw new RefusedError(
        refuse(
          'forbidden',
          `This server is reached at ${accounts.publicUrl}. Open it there, and try again.`,
        ),
      );
    }
    const answer = await accounts.auth.handler(webRequest(request, accounts.publicUrl));
    if (answer.status >= 400) throw new RefusedError(await refusalOf(answer, log));
    await forward(answer, response);
  });
  return router;
}

/** Gives on cookies that the answer of better-auth sets. */
export function forwardCookies(from: Headers, response: Response): void {
  for (const cookie of from.getSetCookie()) response.append('set-cookie', cookie);
}

/** What better-auth may know of a request: the client's own claims about its address are not among it. */
export function headersFor(request: Request): Headers {
  const headers = new Headers({ 'x-forwarded-for': request.ip ?? '' });
  for (const name of ['cookie', 'user-agent', 'accept', 'origin'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

function webRequest(request: Request, publicUrl: string): globalThis.Request {
  const headers = headersFor(request);
  // A request line may name a host of its own; only the rest of it counts.
  const { pathname, search } = new URL(request.originalUrl, publicUrl);
  const address = `${publicUrl}${pathname}${search}`;
  if (request.method !== 'POST') return new globalThis.Request(address, { headers });
  headers.set('content-type', 'application/json');
  return new globalThis.Request(address, {
    method: 'POST',
    headers,
    body: JSON.stringify(request.body ?? {}),
  });
}

async function forward(answer: globalThis.Response, response: Response): Promise<void> {
  forwardCookies(answer.headers, response);
  const location = answer.headers.get('location');
  if (location !== null) response.setHeader('location', location);
  response.status(answer.status).setHeader('cache-control', 'no-store');
  const text = await answer.text();
  if (text === '') response.end();
  else response.type('json').send(text);
}

const codes: Readonly<Record<number, RefusalCode>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  429: 'rate-limited',
};

async function refusalOf(answer: globalThis.Response, log: Logger) {
  const told = readMessage(await answer.text());
  if (answer.status < 500) {
    return refuse(codes[answer.status] ?? 'bad-request', told ?? 'This was not accepted.');
  }
  log.error({ status: answer.status, told }, 'better-auth failed');
  return refuse(
    'internal',
    'Something went wrong on the server. It has been written to its log; try again.',
  );
}

function readMessage(text: string): string | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    if (
      typeof answer === 'object' &&
      answer !== null &&
      'message' in answer &&
      typeof answer.message === 'string'
    ) {
      return answer.message;
    }
  } catch {
    // An answer that is not JSON says nothing to a person.
  }
  return undefined;
}
