import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { blockText } from '../../../domain/import/block.ts';
import { limits } from '../../../domain/limits.ts';
import { EntryKind } from '../../../server/log/entry.ts';
import { encodePayload } from '../../../server/log/payload.ts';
import { createDocument, signUpMember } from './start-server.ts';
import {
  bundleOf,
  drafted,
  order,
  owner,
  preview,
  processBegun,
  rows,
  server,
  upload,
  utf8,
} from './import-desk.ts';

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
    const begun = processBegun();
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
