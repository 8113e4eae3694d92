import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { KEEP_ALIVE_MS } from '../../../server/events/stream.ts';
import { until } from '../../until.ts';
import { type EventStream, openEvents } from './event-stream.ts';
import {
  Browser,
  createDocument,
  PASSWORD,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

let server: TestServer;
let owner: Browser;
let ada: Browser;
let adaId: number;
const open: EventStream[] = [];

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  const document = await createDocument(owner);
  ada = await signUpMember(server, owner, document, 'analyst', 'Ada');
  adaId = (await ada.get('/api/me')).json.person.id;
});
afterAll(() => server.stop());
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

type By = Parameters<typeof openEvents>[1];
async function listen(by: By, how?: Parameters<typeof openEvents>[2]): Promise<EventStream> {
  const stream = await openEvents(server.origin, by, how);
  open.push(stream);
  return stream;
}

async function settle(stream: EventStream): Promise<void> {
  await until('the stream is open', () => stream.comments > 0);
}

describe('the events of a person', () => {
  test('need somebody who is signed in', async () => {
    const stream = await listen(new Browser(server));
    expect(stream.status).toBe(401);
    expect((await listen({ token: 'attest_wrong' })).status).toBe(401);
  });

  test('reach each open page of that person, and nobody else', async () => {
    const pages = [await listen(ada), await listen(ada)];
    const other = await listen(owner);
    for (const stream of [...pages, other]) await settle(stream);
    server.events.publish(adaId, { kind: 'queue', document: 'some-document' });
    for (const page of pages) {
      const event = await until('the event', () => page.events.find((e) => e.event === 'queue'));
      expect(event.data).toEqual({ kind: 'queue', document: 'some-document' });
    }
    expect(other.events.map((e) => e.event)).toEqual(['missed']);
  });

  test('come as they are: not compressed, not kept by anything between', async () => {
    const stream = await listen(ada);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(stream.headers.get('content-encoding')).toBeNull();
    expect(KEEP_ALIVE_MS).toBeLessThan(25_000);
  });

  test('a page that is gone before it is let in leaves nothing behind', async () => {
    const { hostname, port } = new URL(server.origin);
    const leave = async (after: number): Promise<void> => {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(
        `GET /api/me/events HTTP/1.1\r\nHost: ${hostname}\r\nCookie: ${ada.cookie}\r\n\r\n`,
      );
      await new Promise((resolve) => setTimeout(resolve, after));
      socket.resetAndDestroy();
    };
    // Many more than one person may have open, some of them just while it is asked who they are.
    for (let at = 0; at < 200; at += 1) await leave(at % 4);
    const stream = await listen(ada);
    expect(stream.status).toBe(200);
  });

  test('a page that comes back hears whether it missed something', async () => {
    const first = await listen(ada);
    await settle(first);
    server.events.publish(adaId, { kind: 'notifications' });
    const heard = await until('the event', () =>
      first.events.find((e) => e.event === 'notifications'),
    );
    first.close();
    const back = await listen(ada, { after: heard.id });
    const byHeader = await listen(ada, { lastEventId: heard.id });
    await settle(back);
    await settle(byHeader);
    expect([back.events, byHeader.events]).toEqual([[], []]);
    back.close();
    server.events.publish(adaId, { kind: 'notifications' });
    const late = await listen(ada, { after: heard.id });
    await settle(late);
    expect(late.events.map((e) => e.event)).toEqual(['missed']);
    const foreign = await listen(ada, { after: 'anything.7\n\nevent: queue' });
    await settle(foreign);
    expect(foreign.events.map((e) => e.event)).toEqual(['missed']);
  });

  test('an access token hears them until it is revoked', async () => {
    const token = (
      await ada.post('/api/tokens', { name: 'Script', role: 'viewer', expiresInDays: 1 })
    ).json;
    const script = await listen(token);
    const page = await listen(ada);
    await settle(script);
    await ada.send('DELETE', `/api/tokens/${token.id}`);
    await until('it is cut off', () => script.ended);
    expect(page.ended).toBe(false);
  });

  test('end where somebody signs out, and nowhere else', async () => {
    const there = new Browser(server);
    await there.post('/api/auth/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    const [gone, stays] = [await listen(there), await listen(ada)];
    await settle(gone);
    await there.post('/api/auth/sign-out');
    await until('it is cut off', () => gone.ended);
    expect(stays.ended).toBe(false);
  });

  test('are bounded in number, and a closed page makes room', async () => {
    const streams = await Promise.all(Array.from({ length: 24 }, () => listen(ada)));
    const many = await listen(ada);
    expect(many.status).toBe(429);
    streams[0]?.close();
    await until('there is room again', async () => (await listen(ada)).status === 200);
  });

  test('never lock somebody out whose pages are all loaded anew at once, again and again', async () => {
    const { hostname, port } = new URL(server.origin);
    /** A page that is let in, or told that there are too many. */
    const load = async (): Promise<{ socket: Socket; isIn: boolean }> => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.write(
        `GET /api/me/events HTTP/1.1\r\nHost: ${hostname}\r\nCookie: ${ada.cookie}\r\n\r\n`,
      );
      const [head] = await once(socket, 'data');
      return { socket, isIn: String(head).startsWith('HTTP/1.1 200') };
    };
    const untilIn = (): Promise<Socket> =>
      until('the page is let in', async () => {
        const { socket, isIn } = await load();
        if (!isIn) socket.destroy();
        return isIn ? socket : null;
      });
    let pages = await Promise.all(Array.from({ length: 24 }, untilIn));
    for (let round = 0; round < 5; round += 1) {
      pages = await Promise.all(
        pages.map((gone, at) => {
          // Closed in order, cut off, or closed once the new page asks already.
          if (at % 3 === 0) gone.end();
          else if (at % 3 === 1) gone.resetAndDestroy();
          else setTimeout(() => gone.destroy(), 20);
          return untilIn();
        }),
      );
    }
    // All of the limit is theirs, and no more.
    expect((await load()).isIn).toBe(false);
    for (const page of pages) page.destroy();
    for (const page of await Promise.all(pages.map(untilIn))) page.destroy();
  }, 60_000);

  test('a question for the head alone is answered and over', async () => {
    const answer = await ada.send('HEAD', '/api/me/events');
    expect([answer.status, answer.text]).toEqual([200, '']);
  });

  test('end with the server, which takes no new ones', async () => {
    const leaving = await startServer();
    const browser = await signUpOwner(leaving);
    const stream = await openEvents(leaving.origin, browser);
    leaving.events.stop();
    await until('it ended', () => stream.ended);
    expect((await openEvents(leaving.origin, browser)).status).toBe(503);
    await leaving.stop();
  });
});
