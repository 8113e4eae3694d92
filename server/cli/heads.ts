/** `attest heads`: the signed heads of one document or of all, to be kept elsewhere. Works beside a running server. */
import type { Config } from '../config/options.ts';
import type { Head } from '../heads/head.ts';
import { HeadKey } from '../heads/head-key.ts';
import { verifyDocument } from '../log/verify.ts';
import { exit, type ExitCode, type Output } from './output.ts';
import { withDatabase } from './with-database.ts';
import { writeTo } from './write-to.ts';

export interface HeadsRequest {
  /** The id in its address; undefined for all, deleted ones included. */
  readonly document: string | undefined;
  /** A file; undefined for standard output. */
  readonly to: string | undefined;
}

/** Only a log that holds is signed; the others are named, and the exit code says so. */
export function heads(
  config: Config,
  output: Output,
  { document: publicId, to }: HeadsRequest,
): Promise<ExitCode> {
  return withDatabase(config, output, async (database) => {
    let query = database.query.selectFrom('documents').select(['id', 'public_id']).orderBy('id');
    if (publicId !== undefined) query = query.where('public_id', '=', publicId);
    const documents = await query.execute();
    if (publicId !== undefined && documents.length === 0) {
      output.err(`There is no document ${publicId}.`);
      return exit.failed;
    }
    const found: Head[] = [];
    for (const { id: document, public_id: id } of documents) {
      const result = await verifyDocument(database, document);
      if (result.ok) {
        const { entries: seq, head: hash, lineage } = result;
        found.push({ id, document, lineage, seq, at: Date.now(), hash });
      } else {
        output.err(`${id} is not signed: entry ${result.seq} does not hold, ${result.problem}`);
      }
    }
    const bytes = Buffer.from(
      `${JSON.stringify(HeadKey.in(config.keyDirectory).file(found), null, 2)}\n`,
    );
    const all = found.length === documents.length ? exit.done : exit.failed;
    if (to === undefined) {
      await output.bytes(bytes);
      return all;
    }
    const written = await writeTo(to, [bytes], output);
    return written === exit.done ? all : written;
  });
}
