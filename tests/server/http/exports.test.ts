/** Exports by address: asked again, watched, given up, many at once, and what they must not say. */
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../../../domain/refusal.ts';
import { readChoices } from '../../../server/exporters/choices.ts';
import { exporters } from '../../../server/exporters/list.ts';
import { readSource } from '../../../server/exporters/read-source.ts';
import { writeExport } from '../../../server/exporters/write-export.ts';
import { EntryKind } from '../../../server/log/entry.ts';
import { entriesOf } from '../../../server/records/whole-words.ts';
import { decoded, everyChoice } from '../exporters/asked.ts';
import { importLarge } from '../exporters/large-document.ts';
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
let large: string;

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  large = await importLarge(owner, 2500);
}, 120_000);
afterAll(() => server.stop());

let commands = 0;
async function command(browser: Browser, document: string, name: string, args: object) {
  const commandId = String(commands++).padStart(21, '0');
  const body = { commandId, name, args };
  const answer = await browser.post(`/api/documents/${document}/commands`, body);
  expect([name, answer.status, answer.text]).toEqual([name, 200, answer.text]);
}

async function entered(): Promise<number> {
  const rows = await server.database.query
    .selectFrom('log')
    .select('seq')
    .where('kind', '=', EntryKind.export)
    .execute();
  return rows.length;
}

describe('asked for again', () => {
  const path = (id: string, more = '') => `/api/documents/${id}/export/markdown${more}`;

  test('it is not sent while nothing changed, and the log does not say that it was', async () => {
    const id = await createDocument(owner);
    const first = await owner.get(path(id));
    const tag = first.headers.get('etag') ?? '';
    const before = await entered();
    const again = await owner.get(path(id), { 'if-none-match': tag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
    expect(await entered()).toBe(before);
  });

  test('it is not made for whoever asks for its head alone', async () => {
    const id = await createDocument(owner);
    const tag = (await owner.get(path(id))).headers.get('etag');
    const before = await entered();
    const head = await owner.send('HEAD', path(id));
    expect([head.status, head.headers.get('etag'), head.headers.get('content-type')]).toEqual([
      200,
      tag,
      'text/markdown; charset=utf-8',
    ]);
    expect(await entered()).toBe(before);
  });

  test('it is sent after any change, and under another choice', async () => {
    const id = await createDocument(owner);
    const tag = (await owner.get(path(id))).headers.get('etag') ?? '';
    const other = await owner.get(path(id, '?audience=internal'), { 'if-none-match': tag });
    expect(other.status).toBe(200);
    await command(owner, id, 'settings.edit', { changes: { byline: 'Somebody else' } });
    const changed = await owner.get(path(id), { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('Somebody else');
  });

  test('it is sent once somebody it names is called otherwise', async () => {
    const id = await createDocument(owner);
    const tagNow = async (more: string) => (await owner.get(path(id, more))).headers.get('etag');
    const [named, nameless] = [await tagNow('?names=yes'), await tagNow('?names=no')];
    const people = server.database.query.updateTable('people').where('name', '=', 'Olga Owner');
    await people.set({ name: 'Olga Renamed' }).execute();
    expect(await tagNow('?names=yes')).not.toBe(named);
    expect(await tagNow('?names=no')).toBe(nameless);
  });

  test('it answers nothing to whoever may not read the document, whatever they remember', async () => {
    const id = await createDocument(owner);
    const elsewhere = await createDocument(owner);
    const member = await signUpMember(server, owner, elsewhere, 'analyst', 'Mel Elsewhere');
    const tag = (await owner.get(path(id))).headers.get('etag') ?? '';
    expect((await member.get(path(id), { 'if-none-match': tag })).status).toBe(403);
  });
});

describe('many at once', () => {
  const asked = new Set<ClientRequest>();
  afterEach(async () => {
    for (const each of asked) each.destroy();
    asked.clear();
  });

  /** Asks for a file that is larger than the connection takes in advance, and reads nothing of it. */
  function ask(job: string): { request: ClientRequest; answer: Promise<IncomingMessage> } {
    const address = `${server.origin}/api/documents/${large}/export/bundle?job=${job}`;
    const request = get(address, { headers: { cookie: owner.cookie }, agent: false });
    asked.add(request);
    request.on('error', () => {});
    const answer = new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
    return { request, answer };
  }

  const standing = async (job: string) => {
    const { json, status } = await owner.get(`/api/documents/${large}/exports/${job}`);
    return status === 404 ? null : json;
  };

  async function read(answer: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  test('two are written, others wait their turn, and each says how far it is', async () => {
    const [one, two] = [ask('one'), ask('two')];
    const first = await one.answer;
    await two.answer;
    ask('three');
    await until('the third waits', async () => (await standing('three'))?.is === 'waiting');
    expect(await standing('three')).toEqual({ is: 'waiting', ahead: 0 });
    for (const job of ['one', 'two']) {
      const { is, share } = await standing(job);
      expect([job, is, share > 0 && share <= 1]).toEqual([job, 'running', true]);
    }
    expect(JSON.parse(await read(first)).claims).toHaveLength(2500);
    await until('the third begins', async () => (await standing('three'))?.is === 'running');
    expect(await standing('one')).toBeNull();
  }, 60_000);

  test('whoever goes away ends theirs, and makes room for the next', async () => {
    const [one, two] = [ask('one'), ask('two')];
    await Promise.all([one.answer, two.answer]);
    const before = await entered();
    const [three, four] = [ask('three'), ask('four')];
    await until('both wait', async () => (await standing('four'))?.ahead === 1);
    three.request.destroy();
    await until('the one that waited is gone', async () => (await standing('three')) === null);
    expect(await standing('four')).toEqual({ is: 'waiting', ahead: 0 });
    // It is gone once its process has ended, not before.
    one.request.destroy();
    await until('the one that was written is gone', async () => (await standing('one')) === null);
    await four.answer;
    expect((await standing('four')).is).toBe('running');
    // The one that never left is not in the log.
    expect(await entered()).toBe(before + 1);
  }, 60_000);

  test('a job is its asker’s alone', async () => {
    const one = ask('one');
    await one.answer;
    const member = await signUpMember(server, owner, large, 'viewer', 'Vic Viewer');
    expect((await member.get(`/api/documents/${large}/exports/one`)).status).toBe(404);
  }, 60_000);

  test('more than may wait are refused in words, and those that wait stay', async () => {
    await Promise.all([ask('one').answer, ask('two').answer]);
    for (let at = 0; at < 20; at++) ask(`w${at}`);
    await until('all wait', async () => (await standing('w19'))?.is === 'waiting');
    const refused = await owner.get(`/api/documents/${large}/export/bundle?job=more`);
    expect([refused.status, refused.json.code]).toEqual([429, 'rate-limited']);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect((await standing('w0'))?.is).toBe('waiting');
  }, 60_000);

  test('nothing is left once all have gone', async () => {
    await until('nothing is under way', async () => {
      const jobs = [
        'one',
        'two',
        'three',
        'four',
        ...Array.from({ length: 20 }, (_, at) => `w${at}`),
      ];
      return (await Promise.all(jobs.map(standing))).every((each) => each === null);
    });
    expect((await ask('last').answer).statusCode).toBe(200);
  }, 60_000);
});

test('what was said before a comment was changed or deleted is in no file, whatever is chosen', async () => {
  const [edited, deleted] = ['e', 'd'].map((letter) => letter.repeat(21));
  const long = (what: string) => `${what} ${'in many words '.repeat(500)} ${what}`;
  const file = await importedText(owner, 'The rate fell in May.\n');
  const at = { start: '', end: '', quote: 'The rate fell', block: 0 };
  for (const [commentId, words] of [
    [edited, long('Earlierword')],
    [deleted, long('Deletedword')],
  ]) {
    await command(owner, file, 'comment.add', {
      commentId,
      on: { kind: 'text' },
      place: at,
      comment: words,
    });
  }
  await command(owner, file, 'comment.edit', {
    commentId: edited,
    revision: 1,
    comment: long('Presentword'),
  });
  await command(owner, file, 'comment.delete', { commentId: deleted });
  const { database } = server;
  const { id: row } = await database.query
    .selectFrom('documents')
    .select('id')
    .where('public_id', '=', file)
    .executeTakeFirstOrThrow();
  const document = { id: row, publicId: file };
  const source = await readSource({ database, document, publicUrl: null, now: Date.now() });
  let present = 0;
  for (const exporter of exporters) {
    for (const asked of everyChoice(exporter)) {
      const choices = readChoices(exporter, asked);
      if (isRefusal(choices)) throw new Error(choices.reason);
      const chunks: Uint8Array[] = [];
      const what = { exporter, choices };
      for await (const chunk of writeExport(source, what, entriesOf(database, row), () => {}))
        chunks.push(chunk);
      const text = decoded(Buffer.concat(chunks));
      expect(text).not.toMatch(/Earlierword|Deletedword/);
      if (asked['audience'] === 'public') expect(text).not.toContain('Presentword');
      // To its last word: the record holds its beginning alone.
      else if (text.includes('words  Presentword')) present += 1;
    }
  }
  expect(present).toBeGreaterThan(exporters.length);
});

async function importedText(browser: Browser, words: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([words]), 'text.txt');
  const answer = await browser.send('POST', '/api/documents/import', form);
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return answer.json.id;
}
