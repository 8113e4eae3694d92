import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

let server: TestServer;
let owner: Browser;
let analyst: Browser;
let document: string;
const claimId = 'c'.repeat(21);
const sourceId = 's'.repeat(21);
const evidenceId = 'e'.repeat(21);
const long = (what: string) => `${`${what} in many words. `.repeat(500)}The end of ${what}.`;

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
  const text = 'A report\n\nThe rate fell by three percent in May. Nobody knows why.\n';
  const imported = await owner.send('POST', '/api/documents/import?name=report.txt', text, {
    'content-type': 'text/plain',
  });
  document = imported.json.id;
  analyst = await signUpMember(server, owner, document, 'analyst', 'Anna Lyst');
  await command('claim.mark', {
    claimId,
    place: { start: '', end: '', quote: 'The rate fell by three percent', block: 0 },
    checks: 'content',
  });
  // The first restatement fills in what was empty; from then on each asks another question.
  for (const [index, restatement] of ['One', 'Two', 'Three'].entries())
    await command('claim.restate', {
      claimId,
      version: Math.max(1, index),
      changes: { restatement },
    });
  await command('evidence.add', {
    evidenceId,
    claimId,
    sourceId,
    newSource: { url: 'https://example.org/' },
    passage: long('passage'),
    translation: '',
    translator: '',
    stance: 'supports',
    directness: 'primary',
    credibility: 2,
    note: '',
    question: '',
  });
  await command('evidence.edit', { evidenceId, version: 1, changes: { credibility: 3 } });
});
afterAll(() => server.stop());

let commands = 0;
async function command(name: string, args: object): Promise<void> {
  const commandId = String(commands++).padStart(21, '0');
  const answer = await analyst.post(`/api/documents/${document}/commands`, {
    commandId,
    name,
    args,
  });
  expect([name, answer.status, answer.text]).toEqual([name, 200, answer.text]);
}
const revisions = async (path: string) =>
  (await analyst.get(`/api/documents/${document}/records/${path}`)).json;

describe('the revisions of a record', () => {
  test('are told newest first, with who and when and by which command', async () => {
    const page = await revisions(`claims/${claimId}/revisions`);
    const told = page.revisions.map(
      ({ command: name, value }: { command: string; value: { restatement: string } }) => [
        name,
        value.restatement,
      ],
    );
    expect(told).toEqual([
      ['claim.restate', 'Three'],
      ['claim.restate', 'Two'],
      ['claim.restate', 'One'],
      ['claim.mark', ''],
    ]);
    expect(page.next).toBeNull();
    const { person } = (await analyst.get('/api/me')).json;
    expect(page.revisions[0]).toMatchObject({
      actor: person.id,
      at: expect.closeTo(Date.now(), -5),
    });
  });

  test('come in pages', async () => {
    const first = await revisions(`claims/${claimId}/revisions?limit=3`);
    expect(first.revisions).toHaveLength(3);
    const second = await revisions(`claims/${claimId}/revisions?limit=3&before=${first.next}`);
    expect(second.revisions).toHaveLength(1);
    expect(second.next).toBeNull();
  });

  test('have long words whole, also where a later change left them alone', async () => {
    const { revisions: told } = await revisions(`evidence/${evidenceId}/revisions`);
    expect(told.map(({ value }: { value: { credibility: number } }) => value.credibility)).toEqual([
      3, 2,
    ]);
    for (const { value } of told) expect(value.passage).toBe(long('passage'));
  });

  test('of a comment are its wordings for every member, and of a deleted one for its author and leads alone', async () => {
    const viewer = await signUpMember(server, owner, document, 'viewer', 'Vic Viewer');
    const commentId = 'k'.repeat(21);
    const on = { kind: 'claim', claim: claimId };
    await command('comment.add', { commentId, on, comment: 'A rash word' });
    await command('comment.edit', { commentId, revision: 1, comment: 'A better word' });
    await command('thread.resolve', { threadId: commentId, reason: 'Said.' });
    const path = `/api/documents/${document}/records/comments/${commentId}/revisions`;
    const words = async (browser: Browser, query = '') => {
      const { status, json } = await browser.get(path + query);
      return status === 200
        ? json.revisions.map(({ value }: { value: { comment: string } }) => value.comment)
        : status;
    };
    const said = ['A better word', 'A better word', 'A rash word'];
    for (const browser of [viewer, analyst, owner]) expect(await words(browser)).toEqual(said);
    const { next } = (await viewer.get(`${path}?limit=1`)).json;
    await command('comment.delete', { commentId });
    expect(await words(viewer)).toBe(404);
    // Nor by an older page of it.
    expect(await words(viewer, `?before=${next}`)).toBe(404);
    for (const browser of [analyst, owner]) expect(await words(browser)).toEqual(['', ...said]);
  });

  test('of nothing are none', async () => {
    expect(await revisions(`claims/${'x'.repeat(21)}/revisions`)).toEqual({
      revisions: [],
      next: null,
    });
    for (const path of [
      'people/1/revisions',
      'claims/x/revisions?limit=0',
      'claims/x/revisions?before=-1',
    ])
      expect((await analyst.get(`/api/documents/${document}/records/${path}`)).status).toBe(404);
  });
});
