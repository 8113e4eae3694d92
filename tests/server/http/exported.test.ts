/** What comes out by address: every format, and a bundle that goes in again. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exporters } from '../../../server/exporters/list.ts';
import {
  type Browser,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

let server: TestServer;
let owner: Browser;
const seed = 'isw-russian-offensive-campaign-assessment-november-25.txt';
/** Words that stand in it once. */
const QUOTE =
  'Russian President Vladimir Putin falsely presented a meeting with 18 hand-picked women';
const seedBytes = readFileSync(new URL(`../../../seeds/texts/${seed}`, import.meta.url));

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

function importFile(browser: Browser, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  form.append('file', new Blob([bytes]), name);
  return browser.send('POST', '/api/documents/import', form);
}

describe('an export', () => {
  test('comes in every listed format, as a download, and the log says so', async () => {
    const { id } = (await importFile(owner, seed, Uint8Array.from(seedBytes))).json;
    const formats: { id: string; extension: string }[] = (
      await owner.get(`/api/documents/${id}/export`)
    ).json;
    expect(formats.map((format) => format.id)).toEqual(exporters.map(({ id }) => id));
    for (const format of formats) {
      const answer = await owner.get(`/api/documents/${id}/export/${format.id}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; .*\\.${format.extension}$`),
      );
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      const [listed] = (await owner.get('/api/documents?state=active')).json.filter(
        (one: { id: string }) => one.id === id,
      );
      expect(listed).toMatchObject({ changed: { what: 'exported it' } });
    }
    expect((await owner.get(`/api/documents/${id}/export/pdf`)).status).toBe(404);
  });

  test('gives its original back under a name that says what it is', async () => {
    const { id } = (await importFile(owner, seed, Uint8Array.from(seedBytes))).json;
    const { json } = await owner.get(`/api/documents/${id}/export/bundle`);
    // Read from right to left behind the sign: the browser would show "reportexe.txt".
    const name = 'report\u202etxt.exe\r\n';
    const text = JSON.stringify({
      ...json,
      original: { ...json.original, name },
      settings: { ...json.settings, original: { ...json.settings.original, name } },
    });
    const again = (await importFile(owner, 'odd.attest.json', new TextEncoder().encode(text))).json;
    const { headers } = await owner.get(`/api/documents/${again.id}/original`);
    expect(headers.get('content-disposition')).toBe('attachment; filename=reporttxt.exe');
  });

  test('as a bundle comes in again as the same document, with people and long words', async () => {
    const { id } = (await importFile(owner, seed, Uint8Array.from(seedBytes))).json;
    const analyst = await signUpMember(server, owner, id, 'analyst', 'Judith Judge');
    const long = (what: string) => `${`${what} in many words. `.repeat(400)}The end of ${what}.`;
    const [claimId, evidenceId, sourceId] = ['c', 'e', 's'].map((letter) => letter.repeat(21));
    await command(analyst, id, 'claim.mark', {
      claimId,
      place: { start: '', end: '', quote: QUOTE, block: 3 },
      checks: 'content',
    });
    await command(analyst, id, 'evidence.add', {
      evidenceId,
      claimId,
      sourceId,
      newSource: { url: 'https://example.org/report', title: 'A report' },
      passage: long('passage'),
      translation: '',
      translator: '',
      stance: 'supports',
      directness: 'primary',
      credibility: 2,
      note: long('note'),
      question: '',
    });
    await command(analyst, id, 'verdict.give', {
      claimId,
      claimVersion: 1,
      rating: 'mostly-true',
      confidence: 'high',
      basis: '',
      rationale: long('rationale'),
      likelihood: null,
      evidence: [evidenceId],
    });
    await command(analyst, id, 'comment.add', {
      commentId: 't'.repeat(21),
      on: { kind: 'text' },
      place: { start: '', end: '', quote: 'hand-picked women', block: 3 },
      comment: long('comment'),
    });
    const first = (await owner.get(`/api/documents/${id}/export/bundle`)).json;
    expect(first.verdicts[0].rationale).toBe(long('rationale'));
    expect(first.comments[0].comment).toBe(long('comment'));
    expect(JSON.stringify(first.text)).toContain('t'.repeat(21));
    expect(first.evidence[0]).toMatchObject({ passage: long('passage'), note: long('note') });

    const copy = await importFile(
      owner,
      'copy.json',
      Uint8Array.from(Buffer.from(JSON.stringify(first))),
    );
    expect([copy.status, copy.text]).toEqual([201, copy.text]);
    const second = (await owner.get(`/api/documents/${copy.json.id}/export/bundle`)).json;
    expect(withoutPeople(second)).toEqual(withoutPeople(first));
    // Judith of the bundle is not thereby Judith of this workspace.
    expect(second.verdicts[0].author).not.toBe(first.verdicts[0].author);
    const byNumber = new Map(
      second.people.map((person: { id: number; name: string }) => [person.id, person.name]),
    );
    expect(byNumber.get(second.verdicts[0].author)).toBe('Judith Judge');
  });
});

let commands = 0;
async function command(
  browser: Browser,
  document: string,
  name: string,
  args: object,
): Promise<void> {
  const commandId = String(commands++).padStart(21, '0');
  const answer = await browser.post(`/api/documents/${document}/commands`, {
    commandId,
    name,
    args,
  });
  expect([name, answer.status, answer.text]).toEqual([name, 200, answer.text]);
}

/** A bundle with everybody's number struck out, which each workspace gives anew. */
function withoutPeople(bundle: Record<string, unknown>): unknown {
  const { document: _document, exportedAt: _exportedAt, people, ...rest } = bundle;
  const numbers = /"(createdBy|modifiedBy|by|author|verdictAuthor|grader|ruledBy)":\d+/g;
  return [
    JSON.parse(JSON.stringify(rest).replaceAll(numbers, '"$1":0')),
    JSON.stringify(people).replaceAll(/\d+/g, ''),
  ];
}
