import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockText } from '../../../domain/import/block.ts';
import type { ImportOrder, ImportPreview } from '../../../domain/import/preview.ts';
import { limits } from '../../../domain/limits.ts';
import { EntryKind } from '../../../server/log/entry.ts';
import { encodePayload } from '../../../server/log/payload.ts';
import { ImportDrafts } from '../../../server/http/import-drafts.ts';
import { RefusedError } from '../../../server/refused-error.ts';
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

const utf8 = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

function upload(browser: Browser, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  form.append('file', new Blob([bytes]), name);
  return browser.send('POST', '/api/imports', form);
}
async function drafted(browser: Browser, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const answer = await upload(browser, name, bytes);
  expect([answer.status, answer.text]).toEqual([201, answer.text]);
  return String(answer.json.id);
}
async function preview(browser: Browser, id: string, query = ''): Promise<ImportPreview> {
  const answer = await browser.get(`/api/imports/${id}${query}`);
  expect([answer.status, answer.json?.detail]).toEqual([200, undefined]);
  return answer.json;
}
function order(of: ImportPreview, changes: Partial<ImportOrder> = {}): ImportOrder {
  const settings = of.settings as ImportOrder['settings'];
  return { format: of.format, encoding: of.encoding, edits: [], settings, leftOut: [], ...changes };
}
async function bundleOf(browser: Browser, document: string) {
  return (await browser.get(`/api/documents/${document}/export/bundle`)).json;
}
const rows = async () => ({
  drafts: await server.database.query.selectFrom('import_drafts').select('id').execute(),
  documents: await server.database.query.selectFrom('documents').select('id').execute(),
  originals: await server.database.query.selectFrom('originals').select('document').execute(),
});

const report = `# Report on the river

By Ann Lyst and Bea Rover

The **river** rose by 2 m [1]. Nobody was hurt.

It fell again [2].

[1] Gauge readings, https://example.org/gauge
[2] https://t dot me/river/12; https://example.org/gauge
`;

describe('an import with a preview', () => {
  test('shows what the file says and makes what was asked for', async () => {
    const id = await drafted(owner, 'river.md', utf8(report));
    const shown = await preview(owner, id);
    expect(shown).toMatchObject({
      draft: { id, name: 'river.md' },
      format: 'markdown',
      encoding: 'utf-8',
      likely: 1,
      settings: {
        title: 'Report on the river',
        byline: 'By Ann Lyst and Bea Rover',
        language: 'en',
      },
      sources: [
        { numbers: [1, 2], url: 'https://example.org/gauge', words: 'Gauge readings' },
        { numbers: [2], url: 'https://t.me/river/12' },
      ],
    });
    const texts = shown.blocks.map(blockText);
    expect(texts.slice(0, 2)).toEqual([
      'The river rose by 2 m [1]. Nobody was hurt.',
      'It fell again [2].',
    ]);

    const answer = await owner.post(
      `/api/imports/${id}/document`,
      order(shown, {
        edits: [{ join: 0 }, { split: 0, at: 27 }],
        settings: {
          title: 'The river',
          byline: 'Ann Lyst',
          dateline: '',
          publisher: 'Gauge Watch',
          sourceUrl: 'https://example.org/river',
          published: { edtf: 'XXXX-11-23', asWritten: 'November 23' },
          asOf: null,
          language: 'en',
        },
        leftOut: [1],
      }),
    );
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    const made = await bundleOf(owner, answer.json.id);
    expect(made.settings).toMatchObject({
      title: 'The river',
      publisher: 'Gauge Watch',
      published: { edtf: 'XXXX-11-23', asWritten: 'November 23' },
      lock: { locked: true },
      original: { name: 'river.md', mediaType: 'text/markdown', bytes: utf8(report).length },
    });
    expect(JSON.stringify(made.text)).toContain('"type":"strong"');
    expect(made.sources).toMatchObject([
      { url: 'https://example.org/gauge', title: '[1] [2] Gauge readings' },
    ]);
    const original = await owner.get(`/api/documents/${answer.json.id}/original`);
    expect(original.text).toBe(report);
    const listed = (await owner.get('/api/documents')).json;
    expect(listed.find((one: { id: string }) => one.id === answer.json.id)).toMatchObject({
      locked: true,
      importedFrom: 'river.md',
    });
    // The draft went with it.
    expect((await owner.get(`/api/imports/${id}`)).status).toBe(404);
  });

  test('asked for twice at once makes one document', async () => {
    const id = await drafted(owner, 'twice.txt', utf8('Some words.\n'));
    const asked = order(await preview(owner, id));
    const before = await rows();
    const answers = await Promise.all([
      owner.post(`/api/imports/${id}/document`, asked),
      owner.post(`/api/imports/${id}/document`, asked),
    ]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toHaveLength(0);
    expect((await rows()).documents.length).toBe(before.documents.length + 1);
    // Asked for later, in another tab or after a lost answer: it says which document that is.
    expect((await owner.post(`/api/imports/${id}/document`, asked)).status).toBe(404);
    const made = answers.find(({ status }) => status === 201)?.json;
    expect((await owner.get(`/api/imports/${id}/document`)).json).toEqual(made);
  });

  test('tells what was made of it, once it is known, and nobody else', async () => {
    const id = await drafted(owner, 'slow.txt', utf8('Some words of a text.\n\n'.repeat(5_000)));
    const asked = order(await preview(owner, id));
    expect((await owner.get(`/api/imports/${id}/document`)).status).toBe(404);
    const begun = new Promise((resolve) => process.once('worker', resolve));
    const making = owner.post(`/api/imports/${id}/document`, asked);
    await begun;
    // Asked while it is made: answered when it is.
    const told = await owner.get(`/api/imports/${id}/document`);
    expect([told.status, told.json]).toEqual([200, (await making).json]);
    const document = await createDocument(owner);
    const other = await signUpMember(server, owner, document, 'analyst', 'Curious Analyst');
    expect((await other.get(`/api/imports/${id}/document`)).status).toBe(403);
  });

  test('called by half a character is called by a whole one', async () => {
    const id = await drafted(owner, 'half.txt', utf8('Some words.'));
    const shown = await preview(owner, id);
    const settings = { ...order(shown).settings, title: 'a\ud800' };
    const made = await owner.post(`/api/imports/${id}/document`, order(shown, { settings }));
    expect((await bundleOf(owner, made.json.id)).settings.title).toBe('a\ufffd');
  });

  test.each([
    ['quotes', '> '],
    ['lists', '- '],
  ])('of 10,000 %s in one another becomes a document with every word', async (_, sign) => {
    const answer = await upload(owner, 'deep.md', utf8(`${sign.repeat(10_000)}words`));
    expect(answer.status).toBe(201);
    const { id } = answer.json;
    const made = await owner.post(`/api/imports/${id}/document`, order(await preview(owner, id)));
    expect([made.status, made.text]).toEqual([201, made.text]);
    expect(JSON.stringify((await bundleOf(owner, made.json.id)).text)).toContain('words');
  });

  test('of 10 MB goes all the way', async () => {
    const line = 'The quick brown fox jumps over the lazy dog, and goes on to the next field.';
    const text = `${`${line} `.repeat(60)}\n\n`.repeat(2_300).slice(0, limits.importBytes);
    const id = await drafted(owner, 'long.txt', utf8(text));
    const shown = await preview(owner, id);
    expect(shown.blocks.length).toBeGreaterThan(2_000);
    const answer = await owner.post(`/api/imports/${id}/document`, order(shown));
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    await owner.send('DELETE', `/api/documents/${answer.json.id}`);
  }, 180_000);
});

describe('an encoding', () => {
  const russian = 'Это сообщение о событиях на реке. Вода поднялась на два метра за одну ночь.';
  const cyrillic = Uint8Array.from(
    Array.from(russian, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

  test('that is likely is offered first, and another can be chosen', async () => {
    const id = await drafted(owner, 'river.txt', cyrillic);
    const shown = await preview(owner, id);
    expect(shown.encoding).toBe('windows-1251');
    expect(shown.likely).toBeGreaterThan(1);
    expect(shown.blocks.map(blockText)).toEqual([russian]);
    const western = await preview(owner, id, '?encoding=windows-1252');
    expect(western.blocks.map(blockText).join()).toContain('Ýòî');
    const made = await owner.post(`/api/imports/${id}/document`, order(shown));
    expect(JSON.stringify((await bundleOf(owner, made.json.id)).text)).toContain(russian);
  });

  test('that the bytes are not in is refused, and the draft stays', async () => {
    const id = await drafted(owner, 'river.txt', cyrillic);
    for (const query of ['?encoding=utf-8', '?encoding=none', '?format=none']) {
      expect((await owner.get(`/api/imports/${id}${query}`)).status).toBe(400);
    }
    expect((await preview(owner, id)).encoding).toBe('windows-1251');
    await owner.send('DELETE', `/api/imports/${id}`);
  });
});

describe('nothing half-imported', () => {
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 1, 2, 3]);
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + (at >> 3)) % 256);
  test.each([
    ['empty', 'a.txt', new Uint8Array(), 400, /empty|no file/],
    ['white space', 'a.txt', utf8(' \n\t '), 400, /white space/],
    ['a Word file under another name', 'a.txt', zip, 400, /Word file/],
    ['a Word file', 'a.docx', zip, 400, /cannot read "a.docx"/],
    ['binary', 'a.txt', noise, 400, /not (a )?(plain )?text/],
    ['too large', 'a.txt', new Uint8Array(limits.importBytes + 1).fill(97), 413, /10 MB/],
  ])('%s leaves no row', async (_, name, bytes, status, why) => {
    const before = await rows();
    const answer = await upload(owner, name, bytes);
    expect([answer.status, answer.json.detail]).toEqual([status, expect.stringMatching(why)]);
    expect(answer.json.detail).toMatch(/Nothing was imported\.$/);
    expect(await rows()).toEqual(before);
  });

  test('an upload that is cut off leaves no row', async () => {
    const before = await rows();
    const abort = new AbortController();
    const half = new ReadableStream({
      start(stream) {
        stream.enqueue(utf8('half a file'));
        setTimeout(() => abort.abort(), 50);
      },
    });
    await expect(
      fetch(`${server.origin}/api/imports?name=a.txt`, {
        method: 'POST',
        body: half,
        duplex: 'half',
        signal: abort.signal,
        headers: { cookie: owner.cookie, origin: server.origin },
      } as RequestInit),
    ).rejects.toThrow();
    await until('the server hears of it', () =>
      server.logged.some((line) => line.includes('/api/imports') && line.includes('aborted')),
    );
    expect(await rows()).toEqual(before);
  });

  test('what was called off while the server read or made it leaves no row and no work', async () => {
    const long = utf8('Some words of a long text. '.repeat(40).concat('\n\n').repeat(100));
    const id = await drafted(owner, 'long.txt', long);
    const asked = order(await preview(owner, id));
    const before = await rows();
    const form = new FormData();
    form.append('file', new Blob([long]), 'long.txt');
    const make = { body: JSON.stringify(asked), headers: { 'content-type': 'application/json' } };
    await callOff('POST', '/api/imports', { body: form });
    await callOff('GET', `/api/imports/${id}`);
    await callOff('POST', `/api/imports/${id}/document`, make);
    expect(await rows()).toEqual(before);
    await owner.send('DELETE', `/api/imports/${id}`);
  }, 60_000);

  /** Goes away once the server has begun a process for this call, and waits until the process has ended. */
  async function callOff(method: string, path: string, init: RequestInit = {}): Promise<void> {
    const abort = new AbortController();
    let results = 0;
    const ended = new Promise<void>((resolve) => {
      const begun = (message: unknown): void => {
        unsubscribe('child_process', begun);
        const { process: child } = message as { process: ChildProcess };
        child.on('message', () => (results += 1));
        child.once('spawn', () => abort.abort());
        child.once('exit', () => resolve());
      };
      subscribe('child_process', begun);
    });
    const headers = new Headers(init.headers);
    headers.set('cookie', owner.cookie);
    headers.set('origin', server.origin);
    const call = fetch(server.origin + path, { ...init, method, headers, signal: abort.signal });
    await expect(call).rejects.toThrow();
    await ended;
    expect(results).toBe(0);
  }
});

describe('drafts', () => {
  test('are their sender’s alone', async () => {
    const document = await createDocument(owner);
    const other = await signUpMember(server, owner, document, 'analyst', 'Other Analyst');
    const id = await drafted(owner, 'mine.txt', utf8('My words.'));
    expect((await other.get(`/api/imports/${id}`)).status).toBe(404);
    expect((await other.get('/api/imports')).json).toEqual([]);
    await other.send('DELETE', `/api/imports/${id}`);
    const shown = await preview(owner, id);
    expect((await other.post(`/api/imports/${id}/document`, order(shown))).status).toBe(404);
    expect((await owner.get('/api/imports')).json).toMatchObject([{ id, name: 'mine.txt' }]);
    expect((await owner.send('DELETE', `/api/imports/${id}`)).status).toBe(204);
    expect((await owner.get('/api/imports')).json).toEqual([]);
  });

  test('are bounded in number and bytes, also when they come at once', async () => {
    const document = await createDocument(owner);
    const one = await signUpMember(server, owner, document, 'analyst', 'Eager Analyst');
    const answers = await Promise.all(
      Array.from({ length: limits.importDrafts + 3 }, () => upload(one, 'a.txt', utf8('Words.'))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(limits.importDrafts);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
    for (const { id } of (await one.get('/api/imports')).json) {
      await one.send('DELETE', `/api/imports/${id}`);
    }
    expect((await upload(one, 'a.txt', utf8('Words.'))).status).toBe(201);
  });

  test('are bounded in bytes for one and for all, and the old make room', async () => {
    await server.database.query.deleteFrom('import_drafts').execute();
    const document = await createDocument(owner);
    await signUpMember(server, owner, document, 'analyst', 'Second Sender');
    const people = await server.database.query.selectFrom('people').select('id').execute();
    const [one = 0, two = 0] = people.map(({ id }) => id).filter((id) => id > 0);
    let now = 0;
    const drafts = new ImportDrafts(server.database, () => now, {
      importDrafts: 3,
      importDraftsBytes: 10,
      importDraftsHours: 1,
      allImportDraftsBytes: 15,
    });
    const { signal } = new AbortController();
    const keep = async (person: number, size: number) => {
      try {
        return await drafts.keep(person, { name: 'a.txt', bytes: new Uint8Array(size) }, signal);
      } catch (error) {
        if (error instanceof RefusedError) return error.refusal.code;
        throw error;
      }
    };
    const first = await keep(one, 6);
    expect(await keep(one, 5)).toBe('conflict');
    await keep(one, 4);
    expect(await keep(one, 1)).toBe('conflict');
    expect(await keep(two, 6)).toBe('unavailable');
    await keep(two, 5);
    await drafts.discard(two, first);
    expect(await keep(one, 1)).toBe('conflict');
    await drafts.discard(one, first);
    await keep(one, 3);
    await keep(one, 3);
    // Room in bytes, but not for a fourth.
    expect(await keep(one, 0)).toBe('conflict');
    now = 3_600_000;
    expect(await drafts.list(one)).toEqual([]);
    await keep(one, 10);
    expect((await rows()).drafts).toHaveLength(1);
    await server.database.query.deleteFrom('import_drafts').execute();
  });

  test('expire', async () => {
    const id = await drafted(owner, 'old.txt', utf8('Old words.'));
    server.clock.ahead = (limits.importDraftsHours * 60 + 1) * 60_000;
    try {
      expect((await owner.get(`/api/imports/${id}`)).status).toBe(404);
      expect((await owner.get('/api/imports')).json).toEqual([]);
      const next = await drafted(owner, 'new.txt', utf8('New words.'));
      expect((await rows()).drafts).toEqual([{ id: next }]);
      await owner.send('DELETE', `/api/imports/${next}`);
    } finally {
      server.clock.ahead = 0;
    }
  });

  test.each([
    ['an edit of no paragraph', { edits: [{ join: 99 }] }],
    ['a split between no words', { edits: [{ split: 0, at: 0 }] }],
    ['an edit that is none', { edits: [{ join: 0, split: 0 } as never] }],
    [
      'too many edits',
      { edits: Array.from({ length: limits.importEdits + 1 }, () => ({ join: 0 })) },
    ],
    ['no title', { settings: { title: ' ' } as never }],
    ['a script as source address', { settings: { sourceUrl: 'javascript:alert(1)' } as never }],
    ['an invented date', { settings: { published: { edtf: 'soon', asWritten: '' } } as never }],
    ['a setting that is not asked for', { settings: { lock: null } as never }],
    ['another encoding than there is', { encoding: '../../etc' }],
  ])('are not made into a document by %s, and stay', async (_, changes: Partial<ImportOrder>) => {
    const id = await drafted(owner, 'a.txt', utf8('Some words here.'));
    const before = await rows();
    const asked = order(await preview(owner, id));
    const settings = { ...asked.settings, ...changes.settings };
    const answer = await owner.post(`/api/imports/${id}/document`, {
      ...asked,
      ...changes,
      settings,
    });
    expect([answer.status, answer.json.detail]).toEqual([400, expect.stringMatching(/\w/)]);
    expect(await rows()).toEqual(before);
    await owner.send('DELETE', `/api/imports/${id}`);
  });
});

describe('the text that was imported', () => {
  test('is told once somebody changed it, and stays what it was', async () => {
    const id = await drafted(owner, 'river.txt', utf8('The river rose.\n\nNobody was hurt.\n'));
    const answer = await owner.post(
      `/api/imports/${id}/document`,
      order(await preview(owner, id), { edits: [{ join: 0 }] }),
    );
    const document = String(answer.json.id);
    const imported = async () => (await owner.get(`/api/documents/${document}/imported-text`)).json;
    expect(await imported()).toEqual({ text: null });

    const row = await server.rooms.find(document);
    if (!row) throw new Error('The document is gone');
    await server.database.append({
      document: row.id,
      lineage: row.lineage,
      term: server.database.nextTerm(),
      entries: [
        {
          at: Date.now(),
          actor: 1,
          kind: EntryKind.text,
          payload: encodePayload({ update: Y.encodeStateAsUpdate(new Y.Doc()) }),
        },
      ],
    });
    expect(await imported()).toEqual({ text: 'The river rose. Nobody was hurt.' });
  });
});
