import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepPruned } from '../../../server/notifications/pruning.ts';
import { until } from '../../until.ts';
import { type EventStream, openEvents } from './event-stream.ts';
import {
  Browser,
  createDocument,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

let server: TestServer;
let owner: Browser;
let ada: Browser;
let ben: Browser;
let adaId: number;
let benId: number;
let document: string;
let made = 0;
const streams: EventStream[] = [];

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  const first = await createDocument(owner);
  ada = await signUpMember(server, owner, first, 'analyst', 'Ada');
  ben = await signUpMember(server, owner, first, 'analyst', 'Ben');
  [adaId, benId] = [await personOf(ada), await personOf(ben)];
});
afterAll(() => server.stop());

beforeEach(async () => {
  document = await createDocument(owner, `Report ${made}`);
  for (const browser of [ada, ben]) await joins(browser, document);
  await readAll();
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});

const personOf = async (browser: Browser) => (await browser.get('/api/me')).json.person.id;
const newId = (): string => `t${(made += 1)}`.padEnd(21, '_');

async function joins(browser: Browser, to: string, role = 'analyst'): Promise<void> {
  const invited = await owner.post(`/api/documents/${to}/invitations`, {
    role,
    expiresInDays: 1,
    maxUses: 1,
  });
  const token = new URL(invited.json.url).pathname.split('/').at(-1);
  await browser.post(`/api/invitations/${token}/accept`);
}

async function readAll(): Promise<void> {
  for (const browser of [owner, ada, ben])
    await browser.post('/api/me/notifications/read', { all: true });
}

async function gives(browser: Browser, name: string, args: object) {
  const answer = await browser.post(`/api/documents/${document}/commands`, {
    commandId: newId(),
    name,
    args,
  });
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
  return answer.json;
}

/** The document is blank: a claim of theirs is put into its record as if there had been words to mark. */
async function claimOf(browser: Browser): Promise<string> {
  const claimId = newId();
  const room = await server.rooms.open({
    id: await numberOf(),
    publicId: document,
    lineage: await lineageOf(),
  });
  const person = await personOf(browser);
  room.live.change(() =>
    room.live.put([
      {
        root: 'claims',
        key: claimId,
        value: {
          id: claimId,
          number: 1,
          version: 1,
          quote: { exact: 'x', prefix: '', suffix: '' },
          keptAgainst: null,
          position: { start: 0, end: 1 },
          checks: 'content',
          restatement: '',
          short: '',
          claimant: '',
          chain: [],
          date: null,
          place: '',
          type: null,
          likelihood: null,
          tags: [],
          priority: 'normal',
          assignees: [],
          twin: null,
          policy: null,
          withdrawn: null,
          createdAt: 1,
          createdBy: person,
          modifiedAt: 1,
          modifiedBy: person,
        } as never,
      },
    ]),
  );
  return claimId;
}

async function rowOf() {
  return server.database.query
    .selectFrom('documents')
    .select(['id', 'lineage'])
    .where('public_id', '=', document)
    .executeTakeFirstOrThrow();
}
const numberOf = async () => (await rowOf()).id;
const lineageOf = async () => (await rowOf()).lineage;

const says = async (browser: Browser, on: object, comment = 'Really?'): Promise<string> => {
  const commentId = newId();
  await gives(browser, 'comment.add', { commentId, on, comment });
  return commentId;
};

const bellOf = async (browser: Browser) => (await browser.get('/api/me/notifications')).json;
const unreadOf = async (browser: Browser) => {
  const { notifications } = await bellOf(browser);
  return notifications
    .filter(({ read }: { read: boolean }) => !read)
    .map(({ kind, count }: { kind: string; count: number }) => `${kind} ${count}`);
};

describe('notifications', () => {
  test('need somebody who is signed in', async () => {
    const stranger = new Browser(server);
    for (const [method, address] of [
      ['GET', '/api/me/notifications'],
      ['POST', '/api/me/notifications/read'],
      ['GET', '/api/me/preferences'],
      ['PUT', '/api/me/preferences/notifications/reply'],
      ['GET', `/api/documents/${document}/talk-read`],
      ['PUT', `/api/documents/${document}/talk-read`],
      ['PUT', `/api/documents/${document}/notifications`],
    ] as const) {
      const body = method === 'GET' ? undefined : {};
      expect([address, (await stranger.send(method, address, body)).status]).toEqual([
        address,
        401,
      ]);
    }
  });

  test('name who, where and what kind, live, and no word of what was written', async () => {
    const claim = await claimOf(ada);
    const stream = await openEvents(server.origin, ada);
    streams.push(stream);
    await until('it is open', () => stream.comments > 0);
    const thread = await says(ben, { kind: 'claim', claim }, `@[${adaId}] a secret word`);
    await until('it rings', () => stream.events.some(({ event }) => event === 'notifications'));
    const bell = await bellOf(ada);
    expect(bell.unread).toBe(1);
    expect(bell.notifications[0]).toMatchObject({
      kind: 'mention',
      count: 1,
      number: 1,
      thread,
      actor: { id: benId, name: 'Ben' },
      document: { id: document },
      read: false,
    });
    expect(JSON.stringify(bell)).not.toContain('secret');
    expect(JSON.stringify(stream.events)).not.toContain('secret');
    expect((await bellOf(ben)).unread).toBe(0);
  });

  test('of one thread are counted in one while they are unread, and begin anew once read', async () => {
    const claim = await claimOf(owner);
    const thread = await says(ada, { kind: 'claim', claim });
    await says(ben, { kind: 'thread', thread });
    await says(ben, { kind: 'thread', thread });
    expect(await unreadOf(ada)).toEqual(['reply 2']);
    const { notifications } = await bellOf(ada);
    await ada.post('/api/me/notifications/read', { ids: [notifications[0].id] });
    expect(await unreadOf(ada)).toEqual([]);
    await says(ben, { kind: 'thread', thread });
    expect(await unreadOf(ada)).toEqual(['reply 1']);
  });

  test('of many claims assigned are one', async () => {
    const claims = [await claimOf(owner), await claimOf(owner), await claimOf(owner)];
    for (const claimId of claims)
      await gives(owner, 'claim.assign', { claimId, add: [adaId], remove: [] });
    expect(await unreadOf(ada)).toEqual(['assigned 3']);
    expect((await bellOf(ada)).notifications[0]).toMatchObject({ number: null });
  });

  test('of a kind that is switched off, or of a muted document, are never made', async () => {
    const claim = await claimOf(ada);
    const off = await ada.send('PUT', '/api/me/preferences/notifications/comment', { on: false });
    expect(off.json.off).toEqual(['comment']);
    const thread = await says(ben, { kind: 'claim', claim });
    expect(await unreadOf(ada)).toEqual([]);
    await ada.send('PUT', `/api/documents/${document}/notifications`, { on: false });
    await says(ben, { kind: 'thread', thread }, `@[${adaId}]`);
    expect(await unreadOf(ada)).toEqual([]);
    expect((await ada.get('/api/me/preferences')).json.muted).toMatchObject([{ id: document }]);
    await ada.send('PUT', `/api/documents/${document}/notifications`, { on: true });
    await ada.send('PUT', '/api/me/preferences/notifications/comment', { on: true });
    expect((await ada.get('/api/me/preferences')).json).toEqual({
      off: [],
      muted: [],
      mutedThreads: [],
    });
    await says(ben, { kind: 'thread', thread });
    expect(await unreadOf(ada)).toEqual(['comment 1']);
    expect(
      (await ada.send('PUT', '/api/me/preferences/notifications/constructor', { on: false }))
        .status,
    ).toBe(404);
  });

  test('of a muted thread are never made but where somebody is mentioned, and no other thread is silent', async () => {
    const claim = await claimOf(ada);
    const thread = await says(ada, { kind: 'claim', claim });
    const address = `/api/documents/${document}/threads/${thread}/notifications`;
    const muted = await ada.send('PUT', address, { on: false });
    expect(muted.json.mutedThreads).toMatchObject([{ thread, document: { id: document } }]);
    await says(ben, { kind: 'thread', thread });
    await gives(ben, 'thread.resolve', { threadId: thread, reason: 'Done.' });
    expect(await unreadOf(ada)).toEqual([]);
    await says(ben, { kind: 'thread', thread }, `@[${adaId}] please look`);
    expect(await unreadOf(ada)).toEqual(['mention 1']);
    await readAll();
    const other = await says(ada, { kind: 'claim', claim });
    await says(ben, { kind: 'thread', thread: other });
    expect(await unreadOf(ada)).toEqual(['reply 1']);
    // What somebody may not see any more is not named to them, and nobody else mutes for them.
    expect((await ben.get('/api/me/preferences')).json.mutedThreads).toEqual([]);
    await owner.send('DELETE', `/api/documents/${document}/members/${adaId}`);
    expect((await ada.get('/api/me/preferences')).json.mutedThreads).toEqual([]);
    expect((await ada.send('PUT', address, { on: true })).status).toBe(403);
    await joins(ada, document);
    expect((await ada.send('PUT', address, { on: true })).json.mutedThreads).toEqual([]);
    await readAll();
    await says(ben, { kind: 'thread', thread });
    expect(await unreadOf(ada)).toEqual(['reply 1']);
    const junk = `/api/documents/${document}/threads/no%20thread/notifications`;
    expect((await ada.send('PUT', junk, { on: false })).status).toBe(404);
  });

  test('stop for whoever is taken out, the earlier ones included, and come back with them', async () => {
    const claim = await claimOf(ada);
    const thread = await says(ada, { kind: 'claim', claim });
    await says(ben, { kind: 'thread', thread });
    expect((await bellOf(ada)).unread).toBe(1);
    await owner.send('DELETE', `/api/documents/${document}/members/${adaId}`);
    expect(await bellOf(ada)).toMatchObject({ unread: 0 });
    expect(JSON.stringify(await bellOf(ada))).not.toContain(document);
    await says(ben, { kind: 'thread', thread });
    await joins(ada, document);
    expect(await unreadOf(ada)).toEqual(['reply 1']);
  });

  test('tell of a changed role, and of who came by an invitation', async () => {
    await owner.send('PATCH', `/api/documents/${document}/members/${adaId}`, { role: 'lead' });
    expect(await unreadOf(ada)).toEqual(['membership 1']);
    await readAll();
    await signUpMember(server, ada, document, 'viewer', `Guest ${made}`);
    expect(await unreadOf(ada)).toEqual(['membership 1']);
    expect(await unreadOf(owner)).toEqual([]);
  });

  test('are nobody else’s to read or mark', async () => {
    const claim = await claimOf(ada);
    await says(ben, { kind: 'claim', claim });
    const { notifications } = await bellOf(ada);
    await ben.post('/api/me/notifications/read', { ids: [notifications[0].id] });
    expect((await bellOf(ada)).unread).toBe(1);
    for (const body of [{}, { ids: [] }, { ids: ['1'] }, { all: false }, { ids: [-1] }])
      expect((await ada.post('/api/me/notifications/read', body)).status).toBe(400);
    expect((await ada.get('/api/me/notifications?before=x')).status).toBe(400);
  });

  test('come in pages, and go with age, at the start and daily while it runs', async () => {
    const claim = await claimOf(ada);
    for (let at = 0; at < 5; at += 1) await says(ben, { kind: 'claim', claim });
    const first = (await ada.get('/api/me/notifications?limit=2')).json;
    expect(first.notifications).toHaveLength(2);
    const second = (await ada.get(`/api/me/notifications?limit=2&before=${first.next}`)).json;
    expect(second.notifications[0].id).toBeLessThan(first.notifications[1].id);
    const day = 86_400_000;
    let now = Date.now();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const end = await keepPruned({
      database: server.database,
      now: () => now,
      log: { error: expect.unreachable },
    });
    expect((await bellOf(ada)).notifications.length).toBeGreaterThan(4);
    now += 91 * day;
    vi.advanceTimersByTime(day);
    await expect.poll(async () => (await bellOf(ada)).notifications).toEqual([]);
    end();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

describe('what was read of the talk', () => {
  const readOf = async (browser: Browser) =>
    (await browser.get(`/api/documents/${document}/talk-read`)).json;

  test('goes forward only, thread by thread or all at once, and silences the bell', async () => {
    const claim = await claimOf(ada);
    const thread = await says(ben, { kind: 'claim', claim });
    const before = await readOf(ada);
    expect(before.threads).toEqual({});
    expect(before.all).toBeGreaterThan(0);
    const address = `/api/documents/${document}/talk-read`;
    expect((await ada.send('PUT', address, { threads: { [thread]: 5000 } })).status).toBe(204);
    await ada.send('PUT', address, { threads: { [thread]: 4000 } });
    expect((await readOf(ada)).threads).toEqual({ [thread]: 5000 });
    expect((await bellOf(ada)).unread).toBe(0);
    expect((await readOf(ben)).threads).toEqual({});
    await ada.send('PUT', address, { all: true });
    const after = await readOf(ada);
    expect(after.threads).toEqual({});
    expect(after.all).toBeGreaterThanOrEqual(before.all);
  });

  test('is never of later than now', async () => {
    const thread = await says(ben, { kind: 'claim', claim: await claimOf(ada) });
    const address = `/api/documents/${document}/talk-read`;
    await ada.send('PUT', address, { threads: { [thread]: 8.64e15 } });
    expect((await readOf(ada)).threads[thread]).toBeLessThanOrEqual(Date.now());
  });

  test('is told to one’s other pages', async () => {
    const stream = await openEvents(server.origin, ada);
    streams.push(stream);
    await until('it is open', () => stream.comments > 0);
    await ada.send('PUT', `/api/documents/${document}/talk-read`, { all: true });
    await until('it is told', () => stream.events.some(({ event }) => event === 'talk-read'));
  });

  test('takes no junk', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, () => [newId(), 1]));
    for (const body of [
      {},
      { threads: { x: 1 } },
      { threads: { [newId()]: -1 } },
      { threads: many },
    ])
      expect((await ada.send('PUT', `/api/documents/${document}/talk-read`, body)).status).toBe(
        400,
      );
  });
});
