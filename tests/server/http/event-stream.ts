/** Reads server-sent events as a page does: over a real connection, one block at a time. */
import type { Browser } from './start-server.ts';

export interface ReadEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

export interface EventStream {
  readonly status: number;
  readonly headers: Headers;
  readonly events: readonly ReadEvent[];
  /** Of `:` alone: what keeps the connection alive. */
  readonly comments: number;
  readonly ended: boolean;
  close(): void;
}

export async function openEvents(
  origin: string,
  by: Pick<Browser, 'cookie'> | { readonly token: string },
  { after, lastEventId }: { after?: string; lastEventId?: string } = {},
): Promise<EventStream> {
  const gone = new AbortController();
  const query = after === undefined ? '' : `?${new URLSearchParams({ after })}`;
  const response = await fetch(`${origin}/api/me/events${query}`, {
    signal: gone.signal,
    headers: {
      ...('token' in by ? { authorization: `Bearer ${by.token}` } : { cookie: by.cookie }),
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  });
  const events: ReadEvent[] = [];
  const state = { ended: false, comments: 0 };
  void readAll(response, events, state).finally(() => {
    state.ended = true;
  });
  return {
    status: response.status,
    headers: response.headers,
    events,
    get comments() {
      return state.comments;
    },
    get ended() {
      return state.ended;
    },
    close: () => gone.abort(),
  };
}

async function readAll(
  response: Response,
  events: ReadEvent[],
  state: { comments: number },
): Promise<void> {
  let rest = '';
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      rest += chunk;
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block === ':') state.comments += 1;
        else events.push(readBlock(block));
      }
    }
  } catch {
    // Closed from here, or cut off: either way it has ended.
  }
}

function readBlock(block: string): ReadEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [name = '', ...value] = line.split(': ');
      return [name, value.join(': ')];
    }),
  );
  return {
    id: fields.get('id') ?? '',
    event: fields.get('event') ?? '',
    data: JSON.parse(fields.get('data') ?? 'null'),
  };
}
