/** What people said of a source elsewhere is offered to whoever may read it there, and to nobody else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sameOriginCandidate } from '../../../domain/derive/origin.ts';
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
let analyst: Browser;
let shared: string;
let secret: string;
let made = 0;

const PAGE = 'https://news.example/a';

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  shared = await createDocument(owner, 'Shared');
  secret = await createDocument(owner, 'Secret report');
  analyst = await signUpMember(server, owner, shared, 'analyst', 'Anna');
});
afterAll(() => server.stop());

async function adds(to: string, source: object): Promise<string> {
  const sourceId = `s${(made += 1)}`.padEnd(21, '_');
  const answer = await owner.post(`/api/documents/${to}/commands`, {
    commandId: `c${made}`.padEnd(21, '_'),
    name: 'source.add',
    args: { sourceId, source },
  });
  expect(answer.status, answer.text).toBe(200);
  return sourceId;
}

async function offered(browser: Browser, url = PAGE) {
  const { json, text } = await browser.post('/api/source-suggestions', { url });
  return {
    titles: json.page.map(({ title }: { title: string }) => title),
    publisher: json.publisher,
    text,
  };
}

test('titles and publishers come only from documents that somebody may open', async () => {
  await adds(secret, { url: PAGE, title: 'Known to few', publisher: 'Inner circle' });
  expect(await offered(owner)).toMatchObject({
    titles: ['Known to few'],
    publisher: 'Inner circle',
  });
  const before = await offered(analyst);
  expect(before).toMatchObject({ titles: [], publisher: null });
  expect(before.text).not.toMatch(/Secret report|Inner circle|Known to few/);
  // Neither the page nor the host of it gives the other document away.
  expect(await offered(analyst, 'https://news.example/other')).toMatchObject({ publisher: null });

  await adds(shared, { url: PAGE, title: 'Known to all', publisher: 'News' });
  expect(await offered(analyst)).toMatchObject({ titles: ['Known to all'], publisher: 'News' });
});

test('a protected source is offered in no other document, nor is one that was removed', async () => {
  const url = 'https://leaks.example/b';
  await adds(shared, { url, title: 'From a friend', publisher: 'Friend', protected: true });
  const removed = await adds(shared, { url, title: 'Gone', publisher: 'Goner' });
  await owner.post(`/api/documents/${shared}/commands`, {
    commandId: 'remove'.padEnd(21, '_'),
    name: 'source.remove',
    args: { sourceId: removed, reason: '' },
  });
  for (const browser of [owner, analyst])
    expect(await offered(browser, url)).toMatchObject({ titles: [], publisher: null });
});

test('that two sources have one origin is asked of what the page has: the sources of its own document', async () => {
  const url = 'https://t.me/example/1';
  await adds(secret, { url, title: 'Elsewhere', origin: 'The channel' });
  const mine = await adds(shared, { url: 'https://t.me/example/2', title: 'Here' });
  const { sources } = (await analyst.get(`/api/documents/${shared}/export/bundle`)).json;
  expect(JSON.stringify(sources)).not.toMatch(/Elsewhere|The channel/);
  const source = sources.find(({ id }: { id: string }) => id === mine);
  expect(sameOriginCandidate(source, sources)).toBeNull();
  await adds(shared, { url: 'https://t.me/example/3', title: 'Named', origin: 'Channel three' });
  const now = (await analyst.get(`/api/documents/${shared}/export/bundle`)).json;
  expect(sameOriginCandidate(source, now.sources)?.title).toBe('Named');
});

test('whoever is taken out of a document is offered nothing of it any more', async () => {
  const { person } = (await analyst.get('/api/me')).json;
  expect((await offered(analyst)).titles).toEqual(['Known to all']);
  await owner.send('DELETE', `/api/documents/${shared}/members/${person.id}`);
  expect(await offered(analyst)).toMatchObject({ titles: [], publisher: null });
  expect((await new Browser(server).post('/api/source-suggestions', { url: PAGE })).status).toBe(
    401,
  );
});
