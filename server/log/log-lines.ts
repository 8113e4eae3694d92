/** A log as a file of JSON lines, as docs/log-format.md describes it: a first line about the document, then a line an entry. */
import type { Database } from '../storage/database.ts';

const PAGE = 1_000;

/** Not verified, and whole up to the last entry that is there when it begins; a chunk for each page. */
export async function* logLines(
  database: Database,
  document: { readonly id: number; readonly publicId: string },
  at: number,
): AsyncGenerator<Uint8Array> {
  const { query } = database;
  const last = await query
    .selectFrom('log')
    .select('seq')
    .where('document', '=', document.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entries = last?.seq ?? 0;
  const people = await query
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', (rows) =>
      rows.selectFrom('log').select('actor').where('document', '=', document.id),
    )
    .orderBy('id')
    .execute();
  const id = document.publicId;
  yield line({ format: 'attest-log', version: 1, id, document: document.id, at, entries, people });
  let after = 0;
  while (after < entries) {
    const rows = await query
      .selectFrom('log')
      .select(['lineage', 'seq', 'at', 'actor', 'kind', 'salt', 'payload', 'hash'])
      .where('document', '=', document.id)
      .where('seq', '>', after)
      .where('seq', '<=', entries)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    if (rows.length === 0) return;
    yield Buffer.concat(
      rows.map((row) => {
        const { seq, lineage, at: made, actor, kind, salt, payload, hash } = row;
        return line({
          seq,
          lineage,
          at: made,
          actor,
          kind,
          salt: base64(salt),
          payload: base64(payload),
          hash: Buffer.from(hash).toString('hex'),
        });
      }),
    );
    after = rows.at(-1)?.seq ?? entries;
  }
}

function line(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
