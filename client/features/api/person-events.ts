/**
 * What the server tells this person on every page: that something of theirs
 * changed. One stream for all tabs where the browser can arrange it: over
 * HTTP/1 it opens six connections in all, and each stream holds one for good.
 */
import { useEffect, useEffectEvent } from 'react';
import type { PersonId } from '../../../domain/id.ts';
import {
  type PersonEvent,
  type PersonEventKind,
  personEvent,
  personEventKinds,
} from '../../../domain/protocol/person-event.ts';

type Hear = (event: PersonEvent) => void;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Calls `listener` for events of these kinds, and whenever some may have been missed. */
export function usePersonEvents(
  person: PersonId,
  kinds: readonly PersonEventKind[],
  listener: Hear,
): void {
  const hear = useEffectEvent((event: PersonEvent) => {
    if (event.kind === 'missed' || kinds.includes(event.kind)) listener(event);
  });
  useEffect(() => listen(person, (event) => hear(event)), [person]);
}

/** What this tab listens with: there from the first listener to the last. */
let tab: {
  readonly person: PersonId;
  readonly listeners: Set<Hear>;
  readonly end: () => void;
} | null = null;

function listen(person: PersonId, hear: Hear): () => void {
  if (tab && tab.person !== person) {
    tab.end();
    tab = null;
  }
  if (!tab) {
    const listeners = new Set<Hear>();
    const tell = (event: PersonEvent): void => {
      for (const each of listeners) each(event);
    };
    tab = { person, listeners, end: openTab(person, tell) };
  }
  const mine = tab;
  mine.listeners.add(hear);
  return () => {
    mine.listeners.delete(hear);
    if (mine.listeners.size > 0 || tab !== mine) return;
    mine.end();
    tab = null;
  };
}

/** The one tab that holds the lock has the stream and tells the others. */
function openTab(person: PersonId, tell: Hear): () => void {
  // Without TLS there are no locks: then each tab that can be seen has a stream of its own.
  if (!isSecureContext) return whileVisible(() => openStream(tell));
  const name = `attest-events-${person}`;
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }) => {
    const event = personEvent.safeParse(data);
    if (event.success) tell(event.data);
  });
  const over = new AbortController();
  const ended = new Promise<void>((resolve) => {
    over.signal.addEventListener('abort', () => resolve());
  });
  navigator.locks
    .request(name, { signal: over.signal }, async () => {
      const close = openStream((event) => {
        tell(event);
        channel.postMessage(event);
      });
      await ended;
      close();
    })
    .catch(() => {
      // Given up while it waited for its turn.
    });
  return () => {
    over.abort();
    channel.close();
  };
}

function whileVisible(open: () => () => void): () => void {
  let close: (() => void) | null = null;
  const follow = (): void => {
    if (document.visibilityState === 'visible') close ??= open();
    else {
      close?.();
      close = null;
    }
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    close?.();
  };
}

/** Holds a stream open until it is closed, and says what the last one did not. */
function openStream(tell: Hear): () => void {
  let source: EventSource | null = null;
  let last: string | null = null;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    source = new EventSource(
      last === null ? '/api/me/events' : `/api/me/events?${new URLSearchParams({ after: last })}`,
    );
    source.addEventListener('open', () => {
      wait = FIRST_WAIT_MS;
    });
    // The browser's own way of coming back knows no jitter: after a restart all pages would come at once.
    source.addEventListener('error', () => {
      source?.close();
      clearTimeout(timer);
      timer = setTimeout(connect, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
    for (const kind of personEventKinds) {
      source.addEventListener(kind, ({ data, lastEventId }) => {
        last = lastEventId;
        const event = read(data);
        if (event) tell(event);
      });
    }
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

function read(data: unknown): PersonEvent | null {
  try {
    return personEvent.parse(JSON.parse(String(data)));
  } catch {
    return null;
  }
}
