/** Clients that do not read: nobody waits for them, what they cost is bounded, and they miss nothing once they read on. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../../until.ts';
import { firstText, type Office, openOffice } from './office.ts';
import { RawClient } from './raw-client.ts';

/** Words that no compression makes small. */
function noise(length: number): string {
  let words = '';
  while (words.length < length) words += Math.random().toString(36).slice(2);
  return words.slice(0, length);
}

/** Syncs, and reads nothing from then on. */
async function sleeper(office: Office, name: string): Promise<RawClient> {
  const client = await RawClient.join(office, name);
  client.pause();
  return client;
}

test('whoever reads on in time has everything, in order, and others waited for nothing', async () => {
  await using office = await openOffice({ ana: 'editor', ben: 'editor', cleo: 'viewer' });
  const ana = await RawClient.join(office, 'ana');
  const ben = await RawClient.join(office, 'ben');
  const cleo = await sleeper(office, 'cleo');
  // What a kernel takes by itself is some MB; this is more, and less than what may wait.
  for (let round = 0; round < 24; round += 1) {
    ana.edit((doc) => firstText(doc).insert(0, noise(500_000)));
    await until('the writer is answered', () => ana.all('ack').length > round);
  }
  await until(
    'the other reader has it',
    () => firstText(ben.doc).length === firstText(ana.doc).length,
  );
  expect(cleo.closed).toBeNull();
  expect(firstText(cleo.doc).length).toBeLessThan(firstText(ana.doc).length);
  cleo.resume();
  await until('it has caught up', () => firstText(cleo.doc).length === firstText(ana.doc).length);
  expect(Y.encodeStateVector(cleo.doc)).toEqual(Y.encodeStateVector(ana.doc));
});

test('whoever does not is cut off at a bound, and comes back with all of it', async () => {
  await using office = await openOffice({ ana: 'editor', cleo: 'viewer' });
  const ana = await RawClient.join(office, 'ana');
  const cleo = await sleeper(office, 'cleo');
  const room = await office.rooms.open(office.document);
  let most = 0;
  for (let round = 0; round < 60; round += 1) {
    ana.edit((doc) => firstText(doc).insert(0, noise(600_000)));
    ana.edit((doc) => firstText(doc).delete(0, 600_000));
    await until('the writer is answered', () => ana.all('ack').length > round * 2 + 1);
    for (const member of room.members) most = Math.max(most, member.waitingBytes);
    if (room.members.size === 1) break;
  }
  expect([...room.members].map(({ participant }) => participant.name)).toEqual(['ana']);
  expect(most).toBeLessThan(18 * 1024 * 1024);
  cleo.resume();
  await until('it hears that it was cut off', () => cleo.closed);
  expect([1006, 1013]).toContain(cleo.closed?.code);
  const again = await RawClient.join(office, 'cleo');
  await until('all is there', () => firstText(again.doc).length === firstText(ana.doc).length);
});
