/** Exports that need too much: they end themselves, in words, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Limits } from '../../../server/apart/apart.ts';
import { importLarge } from '../exporters/large-document.ts';
import { type Browser, createDocument, signUpOwner, startServer } from '../http/start-server.ts';

/** Little for some thousand claims, and enough to start with and for a small document. */
const exportLimits: { -readonly [Key in keyof Limits]: Limits[Key] } = {
  megabytes: 32,
  seconds: 60,
};
let server: Awaited<ReturnType<typeof startServer>>;
let owner: Browser;
let large: string;
let small: string;

beforeAll(async () => {
  server = await startServer({}, 1000, { exportLimits });
  owner = await signUpOwner(server);
  large = await importLarge(owner, 1500);
  small = await createDocument(owner, 'Small');
}, 240_000);
afterAll(() => server.stop());

const exported = (document: string) => owner.get(`/api/documents/${document}/export/bundle`);

test('one that needs more memory than an export may have is refused, and all others go on', async () => {
  const [tooLarge, other] = await Promise.all([exported(large), exported(small)]);
  expect([tooLarge.status, tooLarge.json]).toEqual([
    413,
    expect.objectContaining({
      code: 'too-large',
      detail: expect.stringMatching(/takes more memory than the server gives an export/),
    }),
  ]);
  expect([other.status, other.json.settings.title]).toEqual([200, 'Small']);
  expect((await exported(small)).status).toBe(200);
}, 120_000);

test('one that computes longer than an export may is refused', async () => {
  exportLimits.megabytes = 2048;
  exportLimits.seconds = 0.5;
  const tooLong = await exported(large);
  expect([tooLong.status, tooLong.json.detail]).toEqual([
    413,
    expect.stringMatching(/takes more time than the server gives an export/),
  ]);
  exportLimits.seconds = 60;
  expect((await exported(large)).json.claims).toHaveLength(1500);
}, 120_000);
