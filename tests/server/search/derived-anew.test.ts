/** What an earlier Attest kept of a document is kept anew by one that finds more in it. */
import pino from 'pino';
import { expect, test } from 'vitest';
import { createDerivations } from '../../../server/derived/derivations.ts';
import { derivedKinds } from '../../../server/derived/derived.ts';
import { sqliteIndex } from '../../../server/search/sqlite.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { Rooms } from '../../../server/sync/rooms.ts';
import { until } from '../../until.ts';
import { openOffice } from '../sync/office.ts';

const log = pino({ level: 'silent' });
const publish = () => {};

test('comments of a document that was indexed before they could be found are found after a start', async () => {
  await using office = await openOffice(
    { Lea: 'lead' },
    { text: ['The rate fell in May.'], publish },
  );
  const lea = { id: office.person('Lea'), name: 'Lea', owner: false, cap: null };
  await office.rooms.command(office.document, lea, {
    commandId: 'say'.padEnd(21, '_'),
    name: 'comment.add',
    args: {
      commentId: 'c'.repeat(21),
      on: { kind: 'text' },
      place: { start: 'AA==', end: 'AA==', quote: 'The rate', block: 0 },
      comment: 'Which rate?',
    },
  });
  const index = sqliteIndex(office.database);
  const found = (of = index) => of.keys(office.document.id, 'comment');
  await until('it to be kept', async () => (await found()).size === 1);
  await office.stop();

  const database = await openDatabase({ directory: office.directory });
  const again = sqliteIndex(database);
  await again.write(office.document.id, [], [...(await found(again))]);
  const version = derivedKinds.find(({ name }) => name === 'search')?.version ?? 0;
  expect(version).toBeGreaterThan(1);
  await database.query.updateTable('derived').set({ version: 1 }).execute();
  const derivations = createDerivations({ database, events: { publish }, log, index: again });
  const rooms = new Rooms({ database, log, derive: (room) => derivations.of(room) });
  await derivations.catchUp(rooms);
  await until('it to be kept again', async () => (await found(again)).size === 1);
  await rooms.stop();
  await database.close();
}, 60_000);
