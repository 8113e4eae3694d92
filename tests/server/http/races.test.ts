/** Requests that were right when they came in and are not any more when their turn comes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../until.ts';
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

beforeAll(async () => {
  server = await startServer();
  owner = await signUpOwner(server);
});
afterAll(() => server.stop());

/** Keeps a document's queue waiting until the returned function is called. */
async function hold(id: string): Promise<() => void> {
  const row = await server.rooms.find(id);
  if (!row) throw new Error('The document is gone');
  const room = await server.rooms.open(row);
  let release = (): void => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  room.inTurn(() => held);
  return release;
}

test('a lead cannot take down whom the owner made a lead a moment ago', async () => {
  const id = await createDocument(owner);
  const lead = await signUpMember(server, owner, id, 'editor', 'Lea Lead');
  const other = await signUpMember(server, owner, id, 'analyst', 'Ann Other');
  const [leader, target] = [lead, other].map((browser) => browser.get('/api/me'));
  const [leaderId, personId] = [(await leader)?.json.person.id, (await target)?.json.person.id];
  await owner.send('PATCH', `/api/documents/${id}/members/${leaderId}`, { role: 'lead' });
  let queued = 0;
  const { membership } = server.rooms;
  server.rooms.membership = (...given) => {
    queued += 1;
    return membership.apply(server.rooms, given);
  };
  const release = await hold(id);
  const member = `/api/documents/${id}/members/${personId}`;
  const raised = owner.send('PATCH', member, { role: 'lead' });
  await until('the owner’s is queued', () => queued === 1);
  const lowered = lead.send('PATCH', member, { role: 'viewer' });
  await until('the lead’s is queued', () => queued === 2);
  release();
  server.rooms.membership = membership;
  expect((await raised).status).toBe(204);
  expect((await lowered).json.code).toBe('not-allowed');
  const { members } = (await owner.get(`/api/documents/${id}/members`)).json;
  expect(members).toContainEqual(
    expect.objectContaining({ person: { id: personId, name: 'Ann Other' }, role: 'lead' }),
  );
});

test('what was asked of a document before it was deleted does not open it again', async () => {
  const id = await createDocument(owner);
  const row = await server.rooms.find(id);
  if (!row) throw new Error('The document is gone');
  expect((await owner.send('DELETE', `/api/documents/${id}`)).status).toBe(204);
  // The row was found before; the room is asked for after.
  await expect(server.rooms.open(row)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
  expect((await owner.post(`/api/documents/${id}/restore`)).status).toBe(204);
  expect((await owner.post(`/api/documents/${id}/session`)).status).toBe(200);
});
