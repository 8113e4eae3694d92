/** Somebody takes another name: search knows it in documents that are open, and in those that are not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../until.ts';
import {
  type Browser,
  createDocument,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

let server: TestServer;
let owner: Browser;
beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

async function mention(document: string, person: number, letter: string): Promise<void> {
  const id = letter.repeat(21);
  const place = { start: 'AA==', end: 'AA==', quote: 'Words', block: 0 };
  const answer = await owner.post(`/api/documents/${document}/commands`, {
    commandId: id,
    name: 'comment.add',
    args: { commentId: id, on: { kind: 'text' }, place, comment: `Ask @[${person}], please` },
  });
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
}

async function imported(): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob(['Words of a text.']), 'a.txt');
  return (await owner.send('POST', '/api/documents/import', form)).json.id;
}

const found = async (words: string): Promise<string[]> =>
  (await owner.get(`/api/search?q=${words}`)).json.groups.flatMap(
    ({ hits }: { hits: { body: { text: string } }[] }) => hits.map(({ body }) => body.text),
  );

test('comments that mention them are found by it, and no longer by the one before', async () => {
  const [open, away] = [await imported(), await imported()];
  const unconcerned = await createDocument(owner);
  const ana = await signUpMember(server, owner, open, 'analyst', 'Ana Formerly');
  const person = (await ana.get('/api/me')).json.person.id;
  const joined = await owner.post(`/api/documents/${away}/invitations`, {
    role: 'analyst',
    expiresInDays: 1,
    maxUses: 1,
  });
  const token = new URL(joined.json.url).pathname.split('/').at(-1);
  expect((await ana.post(`/api/invitations/${token}/accept`)).status).toBeLessThan(300);
  await mention(open, person, 'o');
  await mention(away, person, 'a');
  await until('both to be found', async () => (await found('formerly')).length === 2);
  for (const document of [away, unconcerned]) {
    const row = await server.rooms.find(document);
    if (row) await server.rooms.catchUp(row, { andPutAway: true });
  }

  expect((await ana.post('/api/auth/update-user', { name: 'Ana Nowadays' })).status).toBe(200);
  await until(
    'both to be found by the new name',
    async () => (await found('nowadays')).length === 2,
  );
  expect(await found('nowadays')).toEqual(Array(2).fill('Ask @Ana Nowadays, please'));
  expect(await found('formerly')).toEqual([]);
});
