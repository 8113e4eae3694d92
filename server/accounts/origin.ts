/**
 * Whether a request that a cookie signs in was sent by our own pages. Cookies
 * travel with requests from anywhere; the Origin header says from where.
 */
import type { IncomingMessage } from 'node:http';

/** With a public address only that one counts; without one, the name under which the browser reached us. */
export function fromOurPages(request: IncomingMessage, publicUrl: string | undefined): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return publicUrl === undefined
    ? new URL(origin).host === host
    : new URL(publicUrl).origin === origin;
}
