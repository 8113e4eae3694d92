import { describe, expect, test } from 'vitest';
import { limits } from '../../../domain/limits.ts';
import { until } from '../../until.ts';
import {
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
    const ended = processBegun().then(
      (child) =>
        new Promise<void>((resolve) => {
          child.on('message', () => (results += 1));
          child.once('spawn', () => abort.abort());
          child.once('exit', () => resolve());
        }),
    );
    const headers = new Headers(init.headers);
    headers.set('cookie', owner.cookie);
    headers.set('origin', server.origin);
    const call = fetch(server.origin + path, { ...init, method, headers, signal: abort.signal });
    await expect(call).rejects.toThrow();
    await ended;
    expect(results).toBe(0);
  }
});
