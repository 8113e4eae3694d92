/** Opening a document that is damaged, slow, or wanted by many at once; and a clock that jumps while it is open. */
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import path from 'node:path';
import pino from 'pino';
import { documentEntries } from '../../../server/log/history.ts';
import { writeSnapshot } from '../../../server/log/snapshot.ts';
import { verifyDocument } from '../../../server/log/verify.ts';
import { until } from '../../until.ts';
import { firstText, type Office, openOffice } from './office.ts';
import { RawClient } from './raw-client.ts';

const roles = { ana: 'editor', lea: 'lead' } as const;

function add(client: RawClient, more: string): void {
  client.edit((doc) => firstText(doc).insert(firstText(doc).length, more));
}

/** Another hand on the file, as damage has. */
function withFile<T>(office: Office, work: (sqlite: Sqlite.Database) => T): T {
  const sqlite = new Sqlite(path.join(office.directory, 'attest.db'));
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
}

const rows = (office: Office): unknown[] =>
  withFile(office, (sqlite) => sqlite.prepare('select * from log order by seq').all());

test('a load that fails closes with 4500, leaves every row as it was, and works again once it can', async () => {
  await using office = await openOffice(roles);
  const query = {
    token: 'ana',
    schema: '1',
    lineage: office.document.lineage,
  };
  const payload = withFile(office, (sqlite) => {
    const { payload: was } = sqlite.prepare('select payload from log where seq = 1').get() as {
      payload: Buffer;
    };
    const now = Buffer.from(was);
    now[now.length - 1] = (now.at(-1) ?? 0) ^ 1;
    sqlite.prepare('update log set payload = ? where seq = 1').run(now);
    return was;
  });
  const before = rows(office);
  const ana = RawClient.dial(office, query);
  await until('it is closed', () => ana.closed);
  expect(ana.closed?.code).toBe(4500);
  expect(ana.heard).toEqual([]);
  await expect(office.session('ana')).rejects.toMatchObject({ refusal: { code: 'load-failed' } });
  expect(rows(office)).toEqual(before);
  withFile(office, (sqlite) =>
    sqlite.prepare('update log set payload = ? where seq = 1').run(payload),
  );
  const again = await RawClient.join(office, 'ana');
  expect(firstText(again.doc).toString()).toBe('The rate fell in May.');
});

test('ten who come at once while it is loaded share one load and one document', async () => {
  let opened = 0;
  const log = pino(
    { level: 'info' },
    { write: (line: string) => void (line.includes('"opened"') && (opened += 1)) },
  );
  await using office = await openOffice(roles, { log });
  const clients = await Promise.all(
    Array.from({ length: 10 }, () => RawClient.join(office, 'ana')),
  );
  for (const client of clients)
    expect(firstText(client.doc).toString()).toBe('The rate fell in May.');
  expect(opened).toBe(1);
});

test('a damaged newest snapshot costs time alone: an older one serves, and the operator hears of it', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  await using office = await openOffice(roles, { log });
  const ana = await RawClient.join(office, 'ana');
  for (const [index, more] of [' One.', ' Two.', ' Three.'].entries()) {
    add(ana, more);
    await until('it is acknowledged', () => ana.acked > index);
    if (index < 2) await writeSnapshot(office.database, { document: office.document.id, at: 1 });
  }
  await office.rooms.shut(office.document, 'Closed.');
  const damaged = withFile(office, (sqlite) => {
    const { seq } = sqlite.prepare('select max(seq) as seq from snapshots').get() as {
      seq: number;
    };
    sqlite
      .prepare("update snapshots set state = cast(state || x'00' as blob) where seq = ?")
      .run(seq);
    return seq;
  });
  const again = await RawClient.join(office, 'ana');
  expect(firstText(again.doc).toString()).toBe('The rate fell in May. One. Two. Three.');
  const said = lines.find((line) => line.includes('damaged snapshots'));
  expect(JSON.parse(said ?? '{}')).toMatchObject({ snapshots: [damaged] });
});

test('a clock that jumps back and forth takes no entry back, and the chain holds', async () => {
  let now = 2_000_000_000_000;
  await using office = await openOffice(roles, { now: () => now });
  const ana = await RawClient.join(office, 'ana');
  const jumps = [0, 3_600_000, -86_400_000, 5, -1, 86_400_000, -7_200_000];
  for (const [index, jump] of jumps.entries()) {
    now += jump;
    add(ana, ` ${index}.`);
    await until('it is acknowledged', () => ana.acked > index);
    const lea = { id: office.person('lea'), name: 'lea', owner: false, cap: null };
    await office.rooms.command(office.document, lea, {
      commandId: `c${index}`.padEnd(21, '_'),
      name: 'source.add',
      args: { sourceId: `s${index}`.padEnd(21, '_'), source: { title: 'A paper' } },
    });
  }
  const entries = await documentEntries(office.database, office.document.id, {
    after: 0,
    limit: 100,
  });
  const times = entries.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.length).toBeGreaterThan(2 * jumps.length);
  expect(await verifyDocument(office.database, office.document.id)).toMatchObject({ ok: true });
});
