/** The figures of a running server: who may read them, and that they are those of what happened. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../../client/store/new-id.ts';
import {
  type Browser,
  createDocument,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

const token = 'a token for the figures';
let server: TestServer;
let owner: Browser;

beforeAll(async () => {
  server = await startServer({ ATTEST_METRICS_TOKEN: token });
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

async function figures(bearer = token): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${server.origin}/metrics`, {
    headers: bearer === '' ? {} : { authorization: `Bearer ${bearer}` },
  });
  return { status: answer.status, text: await answer.text() };
}

/** The value of one line; NaN where there is none. */
async function figure(line: string): Promise<number> {
  const { text } = await figures();
  return Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.slice(line.length),
  );
}

test('are for the bearer of the token alone, not for whoever owns the workspace', async () => {
  expect((await figures()).status).toBe(200);
  for (const wrong of ['', 'another token', `${token}x`, token.slice(1)])
    expect([wrong, (await figures(wrong)).status]).toEqual([wrong, 401]);
  expect((await owner.get('/metrics')).status).toBe(401);
});

test('are nowhere without a token in the configuration', async () => {
  const without = await startServer();
  try {
    const there = await fetch(`${without.origin}/metrics`);
    const nowhere = await fetch(`${without.origin}/no-such-page`);
    expect([there.status, await there.text()]).toEqual([nowhere.status, await nowhere.text()]);
  } finally {
    await without.stop();
  }
});

test('count what was committed, refused and loaded, and say what stands', async () => {
  const document = await createDocument(owner);
  const before = await figure('attest_commit_seconds_count');
  const rename = {
    name: 'settings.edit',
    args: { changes: { title: 'Counted' } },
    commandId: newId(),
  };
  expect((await owner.post(`/api/documents/${document}/commands`, rename)).status).toBe(200);
  expect(await figure('attest_commit_seconds_count')).toBeGreaterThan(before);
  const refused = await figure('attest_refusals_total{code="no-such-claim"}');
  const answer = await owner.post(`/api/documents/${document}/commands`, {
    name: 'claims.withdraw',
    args: { claimIds: [newId()], reason: '' },
    commandId: newId(),
  });
  expect(answer.status).toBe(404);
  expect(await figure('attest_refusals_total{code="no-such-claim"}')).toBe((refused || 0) + 1);
  expect(await figure('attest_load_seconds_count')).toBeGreaterThan(0);
  expect(await figure('attest_rooms')).toBe(1);
  expect(await figure('attest_connections')).toBe(0);
  expect(await figure('attest_pending_documents')).toBe(0);
  expect(await figure('attest_document_bytes')).toBeGreaterThan(0);
  expect(await figure('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
});

test('name nobody and no document', async () => {
  const document = await createDocument(owner);
  const { text } = await figures();
  expect(text).not.toContain(document);
  expect(text).not.toMatch(/newsroom\.example|Ada|Brief/);
});
