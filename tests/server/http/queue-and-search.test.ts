/** What waits for whom and what can be found, over HTTP: right at once, and never beyond what one may see. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { writePut } from '../../../domain/record/codec.ts';
import { blankSettings } from '../../../domain/record/settings.ts';
import { seeded } from '../../random.ts';
import { until } from '../../until.ts';
import { fillText } from '../sync/office.ts';
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
let count = 0;

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

async function give(by: Browser, document: string, name: string, args: object): Promise<void> {
  count += 1;
  const commandId = `c${count}`.padEnd(21, '_');
  const answer = await by.post(`/api/documents/${document}/commands`, { commandId, name, args });
  if (answer.status !== 200) throw new Error(`${name}: ${answer.text}`);
}

/** A document whose words are those of its imported text, and a claim on some of them. Its id, and the claim's. */
async function withClaim(title: string, words: string): Promise<{ id: string; claimId: string }> {
  const document = await server.rooms.create({
    publicId: `${title.replaceAll(/\W/g, '-')}-${(count += 1)}`.padEnd(21, '_').slice(0, 21),
    title,
    by: 0,
    note: {},
    ...textOf(title, words),
    statements: () => [],
  });
  const claimId = `k${count}`.padEnd(21, '_');
  const place = { start: 'AA==', end: 'AA==', quote: words, block: 0 };
  await give(owner, document.publicId, 'claim.mark', { claimId, place, checks: 'content' });
  return { id: document.publicId, claimId };
}

function textOf(title: string, words: string) {
  return {
    content(doc: Y.Doc) {
      fillText(doc, [`Before. ${words}. After.`]);
      for (const [key, value] of Object.entries(blankSettings(title)))
        writePut(doc, { root: 'settings', key, value } as Parameters<typeof writePut>[1]);
    },
  };
}

const queueOf = async (browser: Browser, query = '') =>
  (await browser.get(`/api/me/queue${query}`)).json;
const countOf = async (browser: Browser): Promise<number> =>
  (await browser.get('/api/me/queue/count')).json.all;
const keysOf = async (browser: Browser, words: string, more = ''): Promise<string[]> =>
  (await browser.get(`/api/search?q=${encodeURIComponent(words)}${more}`)).json.groups.flatMap(
    ({ hits }: { hits: { kind: string; document: { title: string } }[] }) =>
      hits.map(({ kind, document }) => `${kind} in ${document.title}`),
  );

/** Rows that are kept of a document beside its log. */
async function keptOf(id: string): Promise<number> {
  const { query } = server.database;
  const counts = await Promise.all(
    (['derived', 'waiting', 'waiting_claims', 'search_units'] as const).map((table) =>
      query
        .selectFrom(table)
        .select((rows) => rows.fn.countAll<number>().as('count'))
        .where(
          'document',
          '=',
          query.selectFrom('documents').select('id').where('public_id', '=', id),
        )
        .executeTakeFirstOrThrow(),
    ),
  );
  return counts.reduce((sum, { count }) => sum + count, 0);
}

async function personIn(document: string, name: string): Promise<number> {
  const { members } = (await owner.get(`/api/documents/${document}/members`)).json;
  return members.find((member: { person: { name: string } }) => member.person.name === name).person
    .id;
}

describe('the queue', () => {
  test('says what is asked, of which claim, since when and through whom; and no more once it is done', async () => {
    const { id, claimId } = await withClaim('Asked for', 'The bridge fell in May');
    const ana = await signUpMember(server, owner, id, 'analyst', 'Ana Asked');
    const person = await personIn(id, 'Ana Asked');
    await give(owner, id, 'claim.assign', { claimId, add: [person], remove: [] });
    const { items } = await until('the task to be there', async () => {
      const queue = await queueOf(ana, '?kind=judge');
      return queue.items[0]?.tasks[0].asked && queue;
    });
    expect((await ana.get('/api/me/queue/count')).json).toEqual({
      all: 1,
      documents: { [id]: { judge: 1 } },
    });
    expect(items).toEqual([
      {
        document: { id, title: 'Asked for' },
        claim: { id: claimId, number: 1, words: 'The bridge fell in May', isUrgent: false },
        tasks: [
          {
            kind: 'judge',
            asked: true,
            since: expect.closeTo(Date.now(), -5),
            by: { id: expect.any(Number), name: 'Olga Owner' },
          },
        ],
      },
    ]);
    await give(ana, id, 'verdict.pass', { claimId, claimVersion: 1, reason: 'no-time', words: '' });
    await until('nothing to wait', async () => (await countOf(ana)) === 0);
    expect(await queueOf(ana)).toEqual({ total: 0, items: [], all: 0, kinds: {}, documents: [] });
  });

  test('is gone with the membership, the role, the archive and the document, and comes back with them', async () => {
    const { id } = await withClaim('Come and go', 'The dam held');
    const eva = await signUpMember(server, owner, id, 'analyst', 'Eva Goes');
    const person = await personIn(id, 'Eva Goes');
    const here = (wanted: number) =>
      until(`${wanted} to wait`, async () => (await countOf(eva)) === wanted);
    await here(1);
    await owner.send('PATCH', `/api/documents/${id}/members/${person}`, { role: 'viewer' });
    expect(await countOf(eva)).toBe(0);
    await owner.send('PATCH', `/api/documents/${id}/members/${person}`, { role: 'editor' });
    await here(1);
    await owner.send('PATCH', `/api/documents/${id}`, { archived: true });
    expect(await countOf(eva)).toBe(0);
    await owner.send('PATCH', `/api/documents/${id}`, { archived: false });
    expect(await countOf(eva)).toBe(1);
    await owner.send('DELETE', `/api/documents/${id}`);
    expect(await countOf(eva)).toBe(0);
    await owner.post(`/api/documents/${id}/restore`);
    expect(await countOf(eva)).toBe(1);
    await eva.send('DELETE', `/api/documents/${id}/members/${person}`);
    expect(await countOf(eva)).toBe(0);
  });

  test('refuses what it does not know, with a reason', async () => {
    for (const query of ['?kind=dream', '?limit=0', '?limit=501', '?offset=-1', '?by=whim']) {
      const answer = await owner.get(`/api/me/queue${query}`);
      expect([query, answer.status, answer.json.code]).toEqual([query, 400, 'bad-request']);
    }
  });
});

describe('a search', () => {
  test('finds a claim by its restatement, with the words marked; a stranger finds nothing', async () => {
    const { id, claimId } = await withClaim('Found', 'The ferry sank');
    const stranger = await signUpMember(
      server,
      owner,
      await createDocument(owner, 'Elsewhere'),
      'analyst',
      'Sam Stranger',
    );
    await give(owner, id, 'claim.restate', {
      claimId,
      version: 1,
      changes: { restatement: 'A Café vessel capsized.' },
    });
    await until('it to be found', async () => (await keysOf(owner, 'cafe vess')).length === 1);
    const [{ kind, total, hits }] = (await owner.get('/api/search?q=cafe+vess')).json.groups;
    expect({ kind, total }).toEqual({ kind: 'claim', total: 1 });
    const [{ body, number, document }] = hits;
    expect(document).toEqual({ id, title: 'Found', archived: false });
    expect(number).toBe(1);
    expect(body.marks.map(([from, to]: [number, number]) => body.text.slice(from, to))).toEqual([
      'Café',
      'vessel',
    ]);
    expect(await keysOf(stranger, 'cafe vess')).toEqual([]);
    await give(owner, id, 'claim.withdraw', { claimId, reason: '' });
    await until('it to be gone', async () => (await keysOf(owner, 'cafe vess')).length === 0);
  });

  test('finds a comment as it reads now, with who said it and the way to its thread; gone with its words, its claim and for strangers', async () => {
    const { id, claimId } = await withClaim('Talked of', 'The dyke broke');
    const ana = await signUpMember(server, owner, id, 'analyst', 'Ana Talks');
    const stranger = await signUpMember(
      server,
      owner,
      await createDocument(owner, 'Far away'),
      'analyst',
      'Sam Faraway',
    );
    const person = await personIn(id, 'Ana Talks');
    const [first, reply] = ['f', 'g'].map((letter) => letter.repeat(21));
    const on = { kind: 'claim', claim: claimId };
    await give(owner, id, 'comment.add', { commentId: first, on, comment: 'Which gauge?' });
    await give(ana, id, 'comment.add', {
      commentId: reply,
      on: { kind: 'thread', thread: first },
      comment: `The northern gauge, says @[${person}]`,
    });
    const there = (words: string, wanted: number) =>
      until(`${wanted} for ${words}`, async () => (await keysOf(owner, words)).length === wanted);
    await there('gauge', 2);
    const [{ kind, hits }] = (await ana.get('/api/search?q=northern')).json.groups;
    expect(kind).toBe('comment');
    expect(hits).toMatchObject([
      {
        number: 1,
        body: { text: 'The northern gauge, says @Ana Talks' },
        said: {
          thread: first,
          at: expect.closeTo(Date.now(), -5),
          by: { id: person, name: 'Ana Talks' },
        },
      },
    ]);
    expect(await keysOf(stranger, 'gauge')).toEqual([]);
    await give(ana, id, 'comment.edit', { commentId: reply, revision: 1, comment: 'The other.' });
    await there('northern', 0);
    await give(owner, id, 'comment.delete', { commentId: first });
    await there('gauge', 0);
    await there('other in:comments', 1);
    await give(owner, id, 'claim.withdraw', { claimId, reason: '' });
    await there('other in:comments', 0);
    await give(owner, id, 'claim.restore', { claimId });
    await there('other in:comments', 1);
  });

  test('finds the text, in archived documents by choice, in deleted ones never', async () => {
    const { id } = await withClaim('Put away', 'A zeppelin landed');
    await until('the text to be found', async () =>
      (await keysOf(owner, 'zeppelin')).includes('text in Put away'),
    );
    await owner.send('PATCH', `/api/documents/${id}`, { archived: true });
    expect(await keysOf(owner, 'zeppelin')).toEqual([]);
    expect(await keysOf(owner, 'zeppelin', '&archived=1')).toHaveLength(2);
    await owner.send('DELETE', `/api/documents/${id}`);
    expect(await keysOf(owner, 'zeppelin', '&archived=1')).toEqual([]);
    expect(await keptOf(id)).toBe(0);
    await owner.post(`/api/documents/${id}/restore`);
    expect(await keysOf(owner, 'zeppelin', '&archived=1')).toHaveLength(2);
  });

  test('no result and no task ever from a document that one is no member of', async () => {
    const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
    const titles = ['Walrus one', 'Walrus two', 'Walrus three'];
    const documents = [];
    for (const title of titles) documents.push(await withClaim(title, `A walrus of ${title}`));
    const first = documents[0]?.id ?? '';
    const max = await signUpMember(server, owner, first, 'analyst', 'Max Moves');
    const person = await personIn(first, 'Max Moves');
    const row = server.database.query;
    await until('all to be found', async () => (await keysOf(owner, 'walrus')).length === 9);
    for (let round = 0; round < 6; round++) {
      const mine = titles.filter(() => random.chance(0.5));
      await row.deleteFrom('members').where('person', '=', person).execute();
      for (const title of mine) {
        const { id } = await row
          .selectFrom('documents')
          .select('id')
          .where('title', '=', title)
          .executeTakeFirstOrThrow();
        const role = random.pick(['viewer', 'analyst'] as const);
        await row
          .insertInto('members')
          .values({ document: id, person, role, joined_at: 0 })
          .execute();
      }
      const found = await keysOf(
        max,
        random.pick(['walrus', 'wal', '"a walrus"', '#1', 'walrus one']),
      );
      const asked = await queueOf(max);
      const seen = [
        ...found.map((key) => key.split(' in ')[1] ?? ''),
        ...asked.items.map((item: { document: { title: string } }) => item.document.title),
      ];
      const beyond = seen.filter((title) => !mine.includes(title));
      expect(beyond, `ATTEST_TEST_SEED=${random.seed}`).toEqual([]);
    }
  });

  test('anything that is typed is answered', async () => {
    for (const typed of [
      '"',
      "'; drop table people",
      'a AND (',
      '*',
      'NEAR(a b)',
      '-',
      '\u0000',
      '%',
    ])
      expect((await owner.get(`/api/search?q=${encodeURIComponent(typed)}`)).status).toBe(200);
    expect((await owner.get('/api/search')).json.code).toBe('bad-request');
  });
});
