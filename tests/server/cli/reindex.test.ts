/** What is kept beside the logs is lost or wrong: `attest reindex` makes it from the logs, and says what it could not read. */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { exit } from '../../../server/cli/output.ts';
import { reindex } from '../../../server/cli/reindex.ts';
import { parseConfig } from '../../../server/config/parse-config.ts';
import { readQuery } from '../../../server/search/query.ts';
import { sqliteIndex } from '../../../server/search/sqlite.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { countQueue } from '../../../server/waiting/list.ts';
import { until } from '../../until.ts';
import { type Office, openOffice } from '../sync/office.ts';

async function run({ directory }: Office) {
  const parsed = parseConfig(
    { ATTEST_DATA_DIRECTORY: directory, ATTEST_LOG_LEVEL: 'silent' },
    () => '',
  );
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  const written = { out: '', err: '' };
  const code = await reindex(parsed.config, {
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    bytes: async () => {},
  });
  return { code, ...written };
}

/** How much waits for Ana, and what can be found of the document. */
async function kept({ database, document, person }: Office) {
  const { all } = await countQueue(database, { person: person('Ana'), owner: false, cap: null });
  const { hits } = await sqliteIndex(database).search({
    query: readQuery('fell'),
    documents: [document.id],
    kinds: [],
    offset: 0,
    limit: 9,
  });
  return { all, found: hits.map(({ kind }) => kind).toSorted() };
}

const whole = { all: 1, found: ['claim', 'text'] };

async function markClaim({ rooms, document, person }: Office): Promise<void> {
  const lea = { id: person('Lea'), name: 'Lea', owner: false, cap: null };
  const place = { start: 'AA==', end: 'AA==', quote: 'The rate fell', block: 0 };
  await rooms.command(document, lea, {
    commandId: 'mark'.padEnd(21, '_'),
    name: 'claim.mark',
    args: { claimId: 'k'.repeat(21), place, checks: 'content' },
  });
}

// It opens the database five times, a thread each.
test('attest reindex makes anew what was lost or is wrong, and says what it could not read', async () => {
  await using office = await openOffice(
    { Lea: 'lead', Ana: 'analyst' },
    { text: ['The rate fell in May.'], publish: () => {} },
  );
  await markClaim(office);
  await until('all to be kept', async () => isDeepStrictEqual(await kept(office), whole));
  const { query } = office.database;
  await query.deleteFrom('waiting').execute();
  await query.deleteFrom('search_words').execute();
  await query.updateTable('search_units').set({ body: 'wrong' }).execute();
  expect(await kept(office)).toEqual({ all: 0, found: [] });
  // While the server has it open.
  expect(await run(office)).toMatchObject({ code: exit.failed, out: '' });
  await office.stop();

  expect(await run(office)).toEqual({ code: exit.done, out: '1 document indexed', err: '' });
  const mended = await openDatabase({ directory: office.directory });
  expect(await kept({ ...office, database: mended })).toEqual(whole);
  const wrong = mended.query.selectFrom('search_units').select('key').where('body', '=', 'wrong');
  expect(await wrong.execute()).toEqual([]);

  await mended.query
    .updateTable('log')
    .set({ payload: new Uint8Array([1, 2, 3]) })
    .execute();
  await mended.close();
  const { code, out, err } = await run(office);
  expect([code, out]).toEqual([exit.failed, '0 documents indexed']);
  expect(err).toContain(office.document.publicId);
}, 90_000);
