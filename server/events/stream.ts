/** One open page's stream of server-sent events over HTTP. */
import type { Request, Response } from 'express';
import type { PersonId } from '../../domain/id.ts';
import type { PersonEvent } from '../../domain/protocol/person-event.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Publisher } from './publisher.ts';

/** Below the 30 s after which common proxies take a silent connection for dead. */
export const KEEP_ALIVE_MS = 20_000;
/** A reader this far behind does not read: it comes back and asks again. */
const MOST_UNREAD_BYTES = 64 * 1024;

/** Opens the stream; a refusal leaves the response untouched. */
export function openStream(
  publisher: Publisher,
  request: Request,
  response: Response,
  by: { readonly person: PersonId; readonly stillIn: () => Promise<boolean> },
): Refusal | null {
  // It left while it was asked who it is: its close has been told, and nothing would ever take it out again.
  if (response.closed) return null;
  let begun = false;
  const write = (text: string): void => {
    if (!begun) begin(response);
    begun = true;
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
    else response.write(text);
  };
  const listener = {
    ...by,
    hear: (id: string, event: PersonEvent) =>
      write(`id: ${id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`),
    end: () => response.end(),
  };
  const refusal = publisher.listen(listener, lastHeard(request));
  if (refusal) return refusal;
  // The first bytes tell the page that it is in, also where there is nothing to say.
  write(':\n\n');
  const alive = setInterval(() => write(':\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => {
    clearInterval(alive);
    publisher.forget(listener);
  });
  return null;
}

function begin(response: Response): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    // Compressed, events would wait until a block is full.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
}

/** The browser sends the header when it reconnects by itself; a page that opens a new stream says it in the address. */
function lastHeard(request: Request): string | null {
  const { after } = request.query;
  return request.get('last-event-id') ?? (typeof after === 'string' ? after : null);
}
