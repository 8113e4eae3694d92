/** A server that stops lets its clients go a few at a time, and serves whoever is still there. */
import { expect, test } from 'vitest';
import { until } from '../../until.ts';
import { firstText, openOffice } from './office.ts';
import { RawClient } from './raw-client.ts';

const READERS = 200;

test('whoever is still there is served, and all are told that it is a restart', async () => {
  await using office = await openOffice({ ana: 'editor', ben: 'viewer' });
  const readers: RawClient[] = [];
  for (let each = 0; each < READERS; each += 1) readers.push(await RawClient.join(office, 'ben'));
  // The last to come is the last to go.
  const ana = await RawClient.join(office, 'ana');
  const stopped = office.stop();
  await until('some have gone', () => readers.some(({ closed }) => closed));
  expect(ana.closed).toBeNull();
  // Nor does a last malformed word end the server before the others are served.
  readers.at(-1)?.garble();
  ana.edit((doc) => firstText(doc).insert(0, 'To the end. '));
  await until('she is answered', () => ana.acked > 0);
  await stopped;
  await until('all have heard', () => [ana, ...readers].every(({ closed }) => closed));
  const [garbled, ...others] = readers.reverse();
  expect(garbled?.closed?.code).not.toBe(1012);
  expect(new Set([ana, ...others].map(({ closed }) => closed?.code))).toEqual(new Set([1012]));
});
