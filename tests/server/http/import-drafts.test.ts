import { describe, expect, test } from 'vitest';
import type { ImportOrder } from '../../../domain/import/preview.ts';
import { limits } from '../../../domain/limits.ts';
import { ImportDrafts } from '../../../server/http/import-drafts.ts';
import { RefusedError } from '../../../server/refused-error.ts';
import { createDocument, signUpMember } from './start-server.ts';
import { drafted, order, owner, preview, rows, server, upload, utf8 } from './import-desk.ts';

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
