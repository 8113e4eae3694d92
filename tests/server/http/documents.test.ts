import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
const seed = 'isw-russian-offensive-campaign-assessment-november-25.txt';
const seedBytes = readFileSync(new URL(`../../../seeds/texts/${seed}`, import.meta.url));

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

interface Listed {
  id: string;
  title: string;
  changed: { what: string; by: { name: string } };
}
const list = async (browser: Browser, state = 'active'): Promise<Listed[]> =>
  (await browser.get(`/api/documents?state=${state}`)).json;
const listed = async (id: string, state = 'active') =>
  (await list(owner, state)).find((one) => one.id === id);

function importForm(name: string, bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.append('file', new Blob([bytes]), name);
  return form;
}
const importFile = (browser: Browser, name: string, bytes: Uint8Array<ArrayBuffer>) =>
  browser.send('POST', '/api/documents/import', importForm(name, bytes));

describe('the list of documents', () => {
  test('says of each what it is, how far it is, who is in it and what happened last', async () => {
    const id = await createDocument(owner, 'A blank one');
    await signUpMember(server, owner, id, 'analyst', 'Anna Lyst');
    expect(await listed(id)).toEqual({
      id,
      title: 'A blank one',
      example: false,
      role: 'lead',
      claims: 0,
      progress: { total: 0, settled: {}, judging: 0, open: 0 },
      people: [{ id: expect.any(Number), name: 'Anna Lyst', role: 'analyst' }],
      changed: {
        at: expect.closeTo(Date.now(), -5),
        by: { id: expect.any(Number), name: 'Anna Lyst' },
        what: 'joined',
      },
      importedFrom: null,
      locked: false,
    });
  });

  test('shows members theirs, and the owner all', async () => {
    const [one, other] = [await createDocument(owner, 'One'), await createDocument(owner, 'Other')];
    const member = await signUpMember(server, owner, one, 'viewer', 'Vic Viewer');
    expect((await list(member)).map(({ id }) => id)).toEqual([one]);
    const all = (await list(owner)).map(({ id }) => id);
    expect(all).toContain(one);
    expect(all).toContain(other);
  });

  test('holds although the log of one document is damaged, which alone cannot be opened', async () => {
    const id = await createDocument(owner, 'Damaged');
    await owner.send('PATCH', `/api/documents/${id}`, { archived: true });
    await owner.send('PATCH', `/api/documents/${id}`, { archived: false });
    const { query } = server.database;
    const number = query.selectFrom('documents').select('id').where('public_id', '=', id);
    await query
      .updateTable('log')
      .set({ payload: Uint8Array.of(9, 255, 255) })
      .where('document', '=', number)
      .execute();
    expect(await listed(id)).toMatchObject({ title: 'Damaged', changed: { what: 'changed it' } });
    await owner.send('DELETE', `/api/documents/${id}`);
  });

  test('is ordered by the last change', async () => {
    const older = await createDocument(owner, 'Older');
    await createDocument(owner, 'Newer');
    await owner.send('PATCH', `/api/documents/${older}`, { title: 'Older, but changed' });
    expect((await list(owner))[0]?.id).toBe(older);
  });
});

describe('a document', () => {
  test('is renamed in its text’s settings and in the list at once', async () => {
    const id = await createDocument(owner, 'First title');
    expect(
      (await owner.send('PATCH', `/api/documents/${id}`, { title: 'Second title' })).status,
    ).toBe(204);
    expect(await listed(id)).toMatchObject({
      title: 'Second title',
      changed: { what: 'changed the settings' },
    });
    const bundle = (await owner.get(`/api/documents/${id}/export/bundle`)).json;
    expect(bundle.settings.title).toBe('Second title');
  });

  test('is archived and brought back', async () => {
    const id = await createDocument(owner);
    await owner.send('PATCH', `/api/documents/${id}`, { archived: true });
    expect(await listed(id)).toBeUndefined();
    expect(await listed(id, 'archived')).toMatchObject({ changed: { what: 'archived it' } });
    await owner.send('PATCH', `/api/documents/${id}`, { archived: false });
    expect(await listed(id)).toBeDefined();
  });

  test('is deleted, is gone for everybody, and can be restored with all it had', async () => {
    const id = await createDocument(owner, 'Deleted by mistake');
    const member = await signUpMember(server, owner, id, 'editor', 'Ed Itor');
    expect((await owner.send('DELETE', `/api/documents/${id}`)).status).toBe(204);
    expect(await listed(id)).toBeUndefined();
    expect((await member.get(`/api/documents/${id}/members`)).status).toBe(404);
    expect((await member.post(`/api/documents/${id}/session`)).status).toBe(404);
    expect((await owner.send('DELETE', `/api/documents/${id}`)).status).toBe(404);
    expect((await owner.post(`/api/documents/${id}/restore`)).status).toBe(204);
    expect((await list(member)).map((one) => one.id)).toEqual([id]);
    expect((await owner.post(`/api/documents/${id}/restore`)).status).toBe(404);
  });

  test('gives a session: who I am, what the document is, and an id of my own for each page', async () => {
    const id = await createDocument(owner);
    const one = (await owner.post(`/api/documents/${id}/session`)).json;
    const two = (await owner.post(`/api/documents/${id}/session`)).json;
    expect(one).toMatchObject({
      person: { name: 'Olga Owner', role: 'lead' },
      lineage: expect.stringMatching(/^[\w-]{20,}$/),
      schema: expect.any(Number),
      client: expect.any(Number),
    });
    expect(two.client).not.toBe(one.client);
  });

  test('takes a command over HTTP, once, however often it is sent', async () => {
    const id = await createDocument(owner);
    const lock = { commandId: 'l'.repeat(21), name: 'text.lock', args: {} };
    const first = await owner.post(`/api/documents/${id}/commands`, lock);
    expect(first.status).toBe(200);
    expect(first.json).toMatchObject({ commandId: lock.commandId, seq: expect.any(Number) });
    expect((await owner.post(`/api/documents/${id}/commands`, lock)).json).toEqual(first.json);
    const again = await owner.post(`/api/documents/${id}/commands`, {
      ...lock,
      commandId: 'm'.repeat(21),
    });
    expect([again.status, again.json.code]).toEqual([409, 'nothing-to-change']);
    for (const odd of [
      {},
      { commandId: 'x' },
      { ...lock, commandId: 'n'.repeat(21), name: 'no.such' },
    ])
      expect((await owner.post(`/api/documents/${id}/commands`, odd)).json.code).toBe(
        'bad-request',
      );
  });
});

describe('an imported file', () => {
  let id: string;
  beforeAll(async () => {
    id = (await importFile(owner, `C:\\reports\\${seed}`, Uint8Array.from(seedBytes))).json.id;
  });

  test('becomes a locked document with the title that stands in it', async () => {
    expect(await listed(id)).toMatchObject({
      title: 'Russian Offensive Campaign Assessment, November 25',
      importedFrom: seed,
      locked: true,
      changed: { by: { name: 'Olga Owner' } },
    });
  });

  test('can be downloaded byte for byte, and never runs in a browser', async () => {
    const response = await fetch(`${server.origin}/api/documents/${id}/original`, {
      headers: { cookie: owner.cookie },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes).equals(seedBytes)).toBe(true);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename=${seed}`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const digest = createHash('sha256').update(seedBytes).digest('base64');
    expect(response.headers.get('digest')).toBe(`sha-256=${digest}`);
  });

  test('may come as the body itself', async () => {
    const answer = await owner.send(
      'POST',
      '/api/documents/import?name=note.txt',
      'A title\n\nSome words.\n',
      {
        'content-type': 'text/plain',
      },
    );
    expect(answer.status).toBe(201);
    expect(await listed(answer.json.id)).toMatchObject({ importedFrom: 'note.txt' });
  });

  test('is called after its file where no title stands in it', async () => {
    const bytes = new TextEncoder().encode('One line, and it ends a sentence.\n');
    const { json } = await importFile(owner, 'wire copy.txt', bytes);
    expect(await listed(json.id)).toMatchObject({ title: 'wire copy' });
  });

  test('is refused when it is no text, empty, missing or nothing but a form', async () => {
    const before = (await list(owner)).length;
    for (const bytes of [Uint8Array.of(0, 1, 2, 255), new Uint8Array()])
      expect((await importFile(owner, 'odd.txt', bytes)).status).toBe(400);
    expect((await importFile(owner, 'picture.png', Uint8Array.of(137, 80, 78, 71))).status).toBe(
      400,
    );
    expect((await owner.send('POST', '/api/documents/import', new FormData())).status).toBe(400);
    expect((await owner.post('/api/documents/import', {})).status).toBe(400);
    const cut =
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf a fi';
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await owner.send('POST', '/api/documents/import', cut, type)).status).toBe(400);
    expect(
      (
        await owner.send('POST', '/api/documents/import', cut, {
          'content-type': 'multipart/form-data',
        })
      ).status,
    ).toBe(400);
    expect((await list(owner)).length).toBe(before);
  });

  test('is refused when it is too large', async () => {
    const answer = await importFile(owner, 'long.txt', new Uint8Array(11 * 1024 * 1024).fill(97));
    expect([answer.status, answer.json.code]).toEqual([413, 'too-large']);
  });

  test('keeps a name that is safe to show and to send back', async () => {
    const answer = await importFile(
      owner,
      '../../etc/"quo\r\nted".txt',
      Uint8Array.from(Buffer.from('Words.\n')),
    );
    expect(answer.status).toBe(201);
    expect((await listed(answer.json.id)) as object).toMatchObject({
      importedFrom: expect.not.stringMatching(/[/\r\n]/),
    });
    expect((await owner.get(`/api/documents/${answer.json.id}/original`)).status).toBe(200);
  });
});

describe('who may create documents', () => {
  test('members who are more than viewers, unless the owner says otherwise', async () => {
    const id = await createDocument(owner);
    const viewer = await signUpMember(server, owner, id, 'viewer', 'Only Viewer');
    const analyst = await signUpMember(server, owner, id, 'analyst', 'Some Analyst');
    expect((await viewer.post('/api/documents', { title: 'x' })).status).toBe(403);
    const made = await analyst.post('/api/documents', { title: 'My own' });
    expect(made.status).toBe(201);
    expect((await list(analyst)).find((one) => one.id === made.json.id)).toMatchObject({
      role: 'lead',
    });

    for (const [rule, status] of [
      ['owner', 403],
      ['everyone', 201],
    ] as const) {
      const strict = await startServer({ ATTEST_CREATE_DOCUMENTS: rule });
      try {
        const boss = await signUpOwner(strict);
        const member = await signUpMember(strict, boss, await createDocument(boss), 'viewer');
        expect((await member.get('/api/me')).json.mayCreate).toBe(status === 201);
        expect((await member.post('/api/documents', { title: 'x' })).status).toBe(status);
      } finally {
        await strict.stop();
      }
    }
  });
});
