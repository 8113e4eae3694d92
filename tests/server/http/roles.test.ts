import { roleOfMember } from '../../../server/accounts/identity.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../../domain/role.ts';
import {
  Browser,
  createDocument,
  signUpMember,
  signUpOwner,
  startServer,
  type TestServer,
} from './start-server.ts';

type Who = 'stranger' | 'nobody' | Role | 'owner';
const everybody: readonly Who[] = [
  'stranger',
  'nobody',
  'viewer',
  'analyst',
  'editor',
  'lead',
  'owner',
];

let server: TestServer;
let document: string;
let other: string;
const browsers = new Map<Who, Browser>();
const people = new Map<Who, number>();

beforeAll(async () => {
  server = await startServer();
  const owner = await signUpOwner(server);
  document = await createDocument(owner);
  other = await createDocument(owner, 'Somewhere else');
  browsers.set('stranger', new Browser(server)).set('owner', owner);
  browsers.set('nobody', await signUpMember(server, owner, other, 'viewer', 'A nobody'));
  for (const role of ['viewer', 'analyst', 'editor', 'lead'] as const)
    browsers.set(role, await signUpMember(server, owner, document, role));
  for (const who of everybody) {
    const me = await browsers.get(who)?.get('/api/me');
    if (me?.status === 200) people.set(who, me.json.person.id);
  }
});
afterAll(() => server.stop());

interface Route {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** Who is let through; everybody else of `everybody` is not. */
  readonly allowed: readonly Who[];
}

const from = (who: Who) => everybody.slice(everybody.indexOf(who));
const terms = (role: Role) => ({ role, expiresInDays: 1, maxUses: 1 });
const command = () => ({ commandId: 'c'.repeat(21), name: 'text.lock', args: {} });

/** `:doc` is a document in which everybody but a stranger and a nobody has the role of their name. */
const routes: readonly Route[] = [
  { method: 'GET', path: '/api/me', allowed: from('nobody') },
  {
    method: 'POST',
    path: '/api/source-suggestions',
    body: { url: 'https://example.org/' },
    allowed: from('nobody'),
  },
  {
    method: 'POST',
    path: '/api/documents/:doc/page-facts',
    body: { url: 'https://example.org/' },
    allowed: from('analyst'),
  },
  { method: 'POST', path: '/api/documents/:doc/sources/x/copies', allowed: from('analyst') },
  { method: 'GET', path: `/api/documents/:doc/files/${'0'.repeat(64)}`, allowed: from('viewer') },
  { method: 'GET', path: '/api/documents', allowed: from('nobody') },
  { method: 'POST', path: '/api/documents', body: { title: '' }, allowed: from('nobody') },
  { method: 'GET', path: '/api/tokens', allowed: from('nobody') },
  { method: 'POST', path: '/api/tokens', body: {}, allowed: from('nobody') },
  { method: 'DELETE', path: '/api/tokens/none', allowed: from('nobody') },
  { method: 'POST', path: '/api/invitations/none/accept', allowed: from('nobody') },
  { method: 'POST', path: '/api/documents/import', body: {}, allowed: from('analyst') },
  { method: 'GET', path: '/api/imports', allowed: from('nobody') },
  { method: 'POST', path: '/api/imports', body: {}, allowed: from('analyst') },
  { method: 'GET', path: '/api/imports/none', allowed: from('nobody') },
  { method: 'POST', path: '/api/imports/none/document', body: {}, allowed: from('nobody') },
  { method: 'DELETE', path: '/api/imports/none', allowed: from('nobody') },
  { method: 'POST', path: '/api/documents/:doc/session', allowed: from('viewer') },
  { method: 'GET', path: '/api/documents/:doc/members', allowed: from('viewer') },
  { method: 'GET', path: '/api/documents/:doc/original', allowed: from('viewer') },
  { method: 'GET', path: '/api/documents/:doc/imported-text', allowed: from('viewer') },
  { method: 'GET', path: '/api/documents/:doc/export', allowed: from('viewer') },
  { method: 'GET', path: '/api/documents/:doc/export/bundle', allowed: from('viewer') },
  {
    method: 'GET',
    path: '/api/documents/:doc/records/claims/x/revisions',
    allowed: from('viewer'),
  },
  {
    method: 'PUT',
    path: `/api/documents/:doc/threads/${'t'.repeat(21)}/notifications`,
    body: { on: true },
    allowed: from('viewer'),
  },
  {
    method: 'POST',
    path: '/api/documents/:doc/verification',
    body: { job: 'j' },
    allowed: from('lead'),
  },
  { method: 'GET', path: '/api/documents/:doc/verifications/j', allowed: from('lead') },
  { method: 'PATCH', path: '/api/documents/:doc', body: {}, allowed: from('lead') },
  {
    method: 'POST',
    path: '/api/documents/:doc/invitations',
    body: terms('viewer'),
    allowed: from('lead'),
  },
  {
    method: 'POST',
    path: '/api/documents/:doc/invitations',
    body: terms('lead'),
    allowed: ['owner'],
  },
  { method: 'DELETE', path: '/api/documents/:doc/invitations/none', allowed: from('lead') },
  {
    method: 'PATCH',
    path: '/api/documents/:doc/members/:viewer',
    body: { role: 'viewer' },
    allowed: from('lead'),
  },
  {
    method: 'PATCH',
    path: '/api/documents/:doc/members/:viewer',
    body: { role: 'lead' },
    allowed: ['owner'],
  },
  {
    method: 'PATCH',
    path: '/api/documents/:doc/members/:lead',
    body: { role: 'editor' },
    allowed: ['owner'],
  },
  {
    method: 'PATCH',
    path: '/api/documents/:doc/members/:owner',
    body: { role: 'viewer' },
    allowed: [],
  },
  { method: 'DELETE', path: '/api/documents/:doc/members/:lead', allowed: ['lead', 'owner'] },
  {
    method: 'DELETE',
    path: '/api/documents/:doc/members/:viewer',
    allowed: ['viewer', 'lead', 'owner'],
  },
  { method: 'DELETE', path: '/api/documents/:doc/members/:owner', allowed: [] },
  { method: 'DELETE', path: '/api/documents/:doc', allowed: ['owner'] },
  { method: 'POST', path: '/api/documents/:gone/restore', allowed: ['owner'] },
];

/** What says "not you", as against "yes, but there is no such thing" or "yes, but this body is wrong". */
const turnedAway = (status: number) => status === 401 || status === 403;

for (const { method, path, body, allowed } of routes) {
  describe(`${method} ${path}${body ? ` ${JSON.stringify(body)}` : ''}`, () => {
    test('requires sign-in', async () => {
      const answer = await new Browser(server).send(method, filled(path), body);
      expect([answer.status, answer.json.code]).toEqual([401, 'signed-out']);
    });

    for (const who of everybody.slice(1)) {
      test(`${allowed.includes(who) ? 'lets' : 'turns away'} ${who}`, async () => {
        const browser = browsers.get(who) ?? new Browser(server);
        await repair();
        if (path.includes(':gone')) await deleted(true);
        const answer = await browser.send(method, filled(path), body);
        await deleted(false);
        expect([who, turnedAway(answer.status), answer.text]).toEqual([
          who,
          !allowed.includes(who),
          answer.text,
        ]);
        expect(answer.status).toBeLessThan(500);
        if (turnedAway(answer.status)) expect(answer.json.detail).toMatch(/\w+.*\.$/);
      });
    }
  });
}

describe('who may send commands', () => {
  test('whoever is a member; the command itself asks for the rest', async () => {
    for (const who of everybody) {
      const answer = await browsers
        .get(who)
        ?.post(`/api/documents/${document}/commands`, command());
      if (who === 'stranger') expect(answer?.status).toBe(401);
      else if (who === 'nobody') expect(answer?.json.code).toBe('forbidden');
      else expect(answer?.status).not.toBe(401);
    }
  });
});

function filled(path: string): string {
  return path
    .replace(':doc', document)
    .replace(':gone', document)
    .replace(/:(viewer|lead|owner)/, (_, who: Who) => String(people.get(who)));
}

/** Everybody back in their role, whatever the request before did: by way of the room, as the server does it. */
async function repair(): Promise<void> {
  const { query } = server.database;
  await deleted(false);
  const row = await server.rooms.find(document);
  if (!row) throw new Error('The document is gone');
  for (const role of ['viewer', 'analyst', 'editor', 'lead'] as const) {
    const person = people.get(role) ?? -1;
    if ((await roleOfMember(server.database, person, row.id)) === role) continue;
    await server.rooms.membership(row, {
      person,
      name: role,
      role,
      by: 0,
      note: { what: 'role', person, to: role },
      statements: [
        query
          .insertInto('members')
          .values({ document: row.id, person, role, joined_at: 1 })
          .onConflict((conflict) => conflict.columns(['document', 'person']).doUpdateSet({ role }))
          .compile(),
      ],
    });
  }
}

async function deleted(yes: boolean): Promise<void> {
  await server.database.query
    .updateTable('documents')
    .set({ deleted_at: yes ? 1 : null })
    .where('public_id', '=', document)
    .execute();
}
