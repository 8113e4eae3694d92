/** The one place where something that went wrong becomes an answer: `application/problem+json` (RFC 9457). */
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { type Refusal, refusals, refuse } from '../../domain/refusal.ts';
import { RefusedError } from '../refused-error.ts';
import { StorageError } from '../storage/errors.ts';
import { drain, isUnread } from './drain.ts';

export function sendRefusal(request: Request, response: Response, refusal: Refusal): void {
  const { code, reason } = refusal;
  const status = refusals[code].http;
  const problem = JSON.stringify({
    type: `urn:attest:${code}`,
    title: titleOf(code),
    status,
    code,
    detail: reason,
  });
  response.status(status).type('application/problem+json');
  if (isUnread(request)) void sendWhileReading(request, response, problem);
  else response.send(problem);
}

/**
 * Whoever still sends may hear nothing before they are done, and a connection
 * that is closed meanwhile takes the answer along: it is sent at once, and the
 * connection ends when the rest has come.
 */
async function sendWhileReading(
  request: Request,
  response: Response,
  problem: string,
): Promise<void> {
  response.setHeader('connection', 'close');
  response.setHeader('content-length', Buffer.byteLength(problem));
  response.write(problem);
  await drain(request);
  response.end();
}

export function handleErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const refusal = refusalOf(error);
    if (refusals[refusal.code].reportable) {
      log.error({ err: error, method: request.method, request: request.id }, 'A request failed');
    }
    // Half an answer is out: only cutting the connection tells the client that it is not whole.
    if (response.headersSent) next(error);
    else sendRefusal(request, response, refusal);
  };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusedError) return error.refusal;
  if (error instanceof StorageError && (error.code === 'disk-full' || error.code === 'closed')) {
    return refuse(
      'unavailable',
      'The server cannot save anything at the moment. Nothing was changed; try again later.',
    );
  }
  // Express and its parsers give their errors the status that is meant for the client.
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return refuse('too-large', 'This is more than the server takes at once.');
  if (status === 404) return refuse('not-found', 'There is nothing at this address.');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return refuse('bad-request', 'The server cannot read this request.');
  }
  return refuse(
    'internal',
    'Something went wrong on the server. It has been written to its log; try again.',
  );
}

function titleOf(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
}
