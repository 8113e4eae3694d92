/** Compares today's logs with a file of signed heads, a line each. */
import { checkHead } from '../heads/check-head.ts';
import type { HeadsFile } from '../heads/head.ts';
import type { Database } from '../storage/database.ts';
import type { Output } from './output.ts';
import { counted, plain } from './words.ts';

export interface ComparedHeads {
  readonly compared: number;
  /** The documents whose log does not hold one of its heads, by id. */
  readonly damaged: ReadonlySet<string>;
}

/** All heads of the file, or those of one document. */
export async function compareHeads(
  database: Database,
  { key, heads }: HeadsFile,
  publicId: string | undefined,
  output: Output,
): Promise<ComparedHeads> {
  const asked = heads.filter(({ id }) => publicId === undefined || id === publicId);
  const damaged = new Set<string>();
  for (const head of asked) {
    const problem = await checkHead(database, key, head);
    const id = plain(head.id);
    if (problem === null) {
      const at = new Date(head.at).toISOString();
      output.out(`${id}  holds the head signed ${at}: entry ${head.seq}`);
    } else {
      damaged.add(id);
      output.out(`${id}  DOES NOT HOLD ITS SIGNED HEAD: ${problem}`);
    }
  }
  output.out(`${counted(asked.length, 'signed head', 'signed heads')} by key ${plain(key.id)}`);
  if (asked.length === 0) output.err('The file has no head of what was to be verified.');
  return { compared: asked.length, damaged };
}
