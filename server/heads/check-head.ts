/** Whether a log still holds the entry that a signed head names. */
import type { Database } from '../storage/database.ts';
import { isSigned } from './head-key.ts';
import type { HeadsFile, SignedHead } from './head.ts';

/** What is wrong, in words that follow the document's id; null where the log holds it. */
export async function checkHead(
  database: Database,
  key: HeadsFile['key'],
  head: SignedHead,
): Promise<string | null> {
  const { id, document, lineage, seq, hash } = head;
  if (!isSigned(key, head)) return `the signature of its head at entry ${seq} does not hold`;
  const row = await database.query
    .selectFrom('documents')
    .select('id')
    .where('public_id', '=', id)
    .executeTakeFirst();
  if (!row) return 'there is no such document any more, and a signed head of it';
  if (row.id !== document) {
    return `it has another number (${row.id}) than when its head was signed (${document})`;
  }
  const entry = await database.query
    .selectFrom('log')
    .select(['hash', 'lineage'])
    .where('document', '=', row.id)
    .where('seq', '=', seq)
    .executeTakeFirst();
  if (!entry) return `entry ${seq}, whose head was signed, is missing: the log was cut short`;
  if (Buffer.from(entry.hash).toString('hex') !== hash || entry.lineage !== lineage) {
    return `entry ${seq} is not the one whose head was signed: the log was written anew`;
  }
  return null;
}
