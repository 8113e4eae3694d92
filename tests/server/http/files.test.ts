// Archived copies as files: handed in by analysts, read by members, run by nobody.
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressKey } from '../../../domain/derive/address.ts';
import { until } from '../../until.ts';
import {
  type Answer,
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
let viewer: Browser;
let document: string;
const sourceId = 's'.repeat(21);
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  server = await startServer({ ATTEST_UPLOAD_MEGABYTES: '1' });
  owner = await signUpOwner(server);
  document = await createDocument(owner);
  analyst = await signUpMember(server, owner, document, 'analyst', 'Anna Lyst');
  viewer = await signUpMember(server, owner, document, 'viewer', 'Vic Viewer');
  await give(owner, document, 'source.add', {
    sourceId,
    source: {
      url: 'https://www.example.org/a?utm_source=x',
      title: 'A post',
      publisher: 'Example',
    },
  });
});
afterAll(() => server.stop());

let given = 0;
const fresh = () => String(given++).padStart(21, 'k');

function give(by: Browser, to: string, name: string, args: object): Promise<Answer> {
  const path = `/api/documents/${to}/commands`;
  return by.post(path, { commandId: fresh(), name, args });
}

function upload(
  by: Browser,
  content: Uint8Array | string,
  { name = 'post.png', copy = fresh(), to = document, source = sourceId, captured = '1700' } = {},
): Promise<Answer> {
  const form = new FormData();
  form.append('file', new File([content as Uint8Array<ArrayBuffer>], name));
  const query = new URLSearchParams({ copy, captured, url: 'https://archive.example/1' });
  return by.send('POST', `/api/documents/${to}/sources/${source}/copies?${query}`, form);
}

async function source(from = document) {
  const bundle = (await owner.get(`/api/documents/${from}/export/bundle`)).json;
  return bundle.sources.find((each: { id: string }) => each.id === sourceId);
}

describe('an upload', () => {
  test('is signed in, and an analyst', async () => {
    expect((await upload(new Browser(server), png)).status).toBe(401);
    expect((await upload(viewer, png)).status).toBe(403);
  });

  test('gets its hash from the server, and is in the record and the log', async () => {
    const answer = await upload(analyst, png, { name: '../../evil\u202e.exe' });
    expect(answer.status).toBe(201);
    expect(answer.json.file).toEqual({
      sha256: sha256(png),
      name: 'evil.exe',
      mediaType: 'image/png',
      bytes: png.length,
    });
    expect((await source()).archived.at(-1)).toMatchObject({
      file: answer.json.file,
      url: 'https://archive.example/1',
      capturedAt: 1700,
      removed: null,
    });
  });

  test('sent again after a lost answer is stored once', async () => {
    const copy = fresh();
    const page = '<!doctype html><script>alert(1)</script>';
    const first = await upload(analyst, page, { copy, name: 'page.html' });
    const again = await upload(analyst, page, { copy, name: 'page.html' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.json.seq).toBe(first.json.seq);
  });

  test('of bytes that another document has is stored once', async () => {
    const other = await createDocument(owner);
    await give(owner, other, 'source.add', { sourceId, source: { title: 'There too' } });
    expect((await upload(owner, png, { to: other })).status).toBe(201);
    const rows = await server.database.query
      .selectFrom('files')
      .select('sha256')
      .where('sha256', '=', sha256(png))
      .execute();
    expect(rows).toHaveLength(1);
  });

  test('of a kind that may run is refused by its content, whatever its name', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    const answer = await upload(analyst, svg, { name: 'post.png' });
    expect(answer.status).toBe(400);
    expect(answer.json.detail).toContain('its content, not its name');
    await nothingStored(sha256(Buffer.from(svg)));
  });

  test('that is too large, empty, or for a source that is not there leaves nothing', async () => {
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1024 * 1024, 32)]);
    const tooLarge = await upload(analyst, large);
    expect([tooLarge.status, tooLarge.json.detail]).toEqual([
      413,
      'A file may have at most 1 MB. Nothing was stored.',
    ]);
    expect((await upload(analyst, '')).status).toBe(400);
    const text = 'words that no source has';
    expect((await upload(analyst, text, { source: 'x'.repeat(21) })).status).toBe(404);
    await nothingStored(sha256(Buffer.from(text)));
  });

  test('that breaks off leaves nothing, and the server goes on', async () => {
    const { port, hostname } = new URL(server.origin);
    const socket = connect(Number(port), hostname);
    const boundary = 'broken';
    socket.write(
      `POST /api/documents/${document}/sources/${sourceId}/copies?copy=${fresh()}&captured=1 HTTP/1.1\r\nHost: x\r\n` +
        `Cookie: ${analyst.cookie}\r\nOrigin: ${server.origin}\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 5000\r\n\r\n` +
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of the words`,
    );
    const before = server.logged.length;
    socket.once('connect', () => setImmediate(() => socket.destroy()));
    await until('the request ended', () => server.logged.length > before);
    await nothingStored(sha256(Buffer.from('half of the words')));
    expect((await upload(analyst, 'whole words', { name: 'a.txt' })).status).toBe(201);
  });

  test('cannot be pretended by a command', async () => {
    const file = { sha256: 'a'.repeat(64), name: 'a.png', mediaType: 'image/png', bytes: 1 };
    const args = { sourceId, copyId: fresh(), url: '', capturedAt: 1, file };
    const answer = await give(analyst, document, 'source.attach', args);
    expect([answer.status, answer.json.detail]).toEqual([
      400,
      'An archived copy with a file comes by upload.',
    ]);
  });

  test('says what is missing', async () => {
    for (const query of ['', '?copy=x&captured=1', `?copy=${fresh()}&captured=soon`]) {
      const path = `/api/documents/${document}/sources/${sourceId}/copies${query}`;
      expect((await analyst.post(path)).status).toBe(400);
    }
  });
});

describe('a stored file', () => {
  const path = (of: Uint8Array | string, from = document) =>
    `/api/documents/${from}/files/${sha256(Buffer.from(of))}`;

  test('is read by members alone, and only through a document that has it', async () => {
    expect((await viewer.get(path(png))).status).toBe(200);
    expect((await new Browser(server).get(path(png))).status).toBe(401);
    const other = await createDocument(owner);
    expect((await owner.get(path(png, other))).status).toBe(404);
    expect((await viewer.get(path(png, other))).status).toBe(403);
  });

  test('comes as a download that runs nothing', async () => {
    const page = '<!doctype html><script>alert(1)</script>';
    const { headers, text } = await viewer.get(path(page));
    expect(text).toBe(page);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename=page.html');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('a bundle', () => {
  test('brings the files along, and an import keeps them under their hashes', async () => {
    const bundle = (await owner.get(`/api/documents/${document}/export/bundle`)).text;
    const imported = await owner.send('POST', '/api/documents/import?name=a.attest.json', bundle, {
      'content-type': 'application/octet-stream',
    });
    expect([imported.status, imported.text]).toEqual([201, imported.text]);
    const file = `/api/documents/${imported.json.id}/files/${sha256(png)}`;
    expect((await owner.get(file)).headers.get('content-type')).toBe('image/png');
    expect(await source(imported.json.id)).toMatchObject({ archived: (await source()).archived });
  });

  test('whose file is of a kind that is not kept, or not the one of its hash, is refused', async () => {
    const bundle = (await owner.get(`/api/documents/${document}/export/bundle`)).json;
    const svg = Buffer.from('<svg onload="alert(1)"/>');
    const [copy] = bundle.sources[0].archived;
    const evil = structuredClone(bundle);
    evil.sources[0].archived = [
      { ...copy, file: { ...copy.file, sha256: sha256(svg), bytes: svg.length } },
    ];
    evil.files = [{ sha256: sha256(svg), data: svg.toString('base64') }];
    const send = (what: object) =>
      owner.send('POST', '/api/documents/import?name=a.attest.json', JSON.stringify(what), {
        'content-type': 'application/octet-stream',
      });
    expect((await send(evil)).json.detail).toContain('of a kind that Attest does not keep');
    evil.files[0].data = Buffer.from('other').toString('base64');
    expect((await send(evil)).json.detail).toContain('not the one that its checksum was taken of');
  });
});

test('a full disk stores nothing and says so', async () => {
  const full = await startServer();
  try {
    const lead = await signUpOwner(full);
    const id = await createDocument(lead);
    await give(lead, id, 'source.add', { sourceId, source: { title: 'x' } });
    const form = new FormData();
    form.append('file', new File(['%PDF-1.7\n', new Uint8Array(4 * 1024 * 1024)], 'a.pdf'));
    const { query } = full.database;
    await full.database.transact([sql.raw('pragma max_page_count = 200').compile(query)]);
    const answer = await lead.send(
      'POST',
      `/api/documents/${id}/sources/${sourceId}/copies?copy=${fresh()}&captured=1`,
      form,
    );
    expect([answer.status, answer.json.code]).toEqual([503, 'unavailable']);
    const rows = await query.selectFrom('files').select('sha256').execute();
    expect(rows).toEqual([]);
  } finally {
    await full.stop();
  }
});

async function nothingStored(hash: string): Promise<void> {
  const rows = await server.database.query
    .selectFrom('files')
    .select('sha256')
    .where('sha256', '=', hash)
    .execute();
  expect(rows).toEqual([]);
}

test('what is known of sources is kept by address', async () => {
  const rows = await server.database.query.selectFrom('known_sources').selectAll().execute();
  expect(rows).toContainEqual(
    expect.objectContaining({ address: addressKey('https://example.org/a'), title: 'A post' }),
  );
});
