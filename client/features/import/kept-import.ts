/** What somebody did to an import that is not finished, kept in this tab until it is. */
import * as z from 'zod/mini';
import { edit } from '../../../domain/import/edit.ts';

const text = z.string();
const date = z.object({ edtf: text, asWritten: text });
const kept = z.object({
  format: z.nullable(text),
  encoding: z.nullable(text),
  edits: z.array(edit),
  leftOut: z.array(z.int()),
  changes: z.partial(
    z.object({
      title: text,
      byline: text,
      dateline: text,
      publisher: text,
      sourceUrl: text,
      language: text,
      published: date,
      asOf: date,
    }),
  ),
});
export type KeptImport = z.infer<typeof kept>;

const nothing: KeptImport = { format: null, encoding: null, edits: [], leftOut: [], changes: {} };

export function readKept(id: string): KeptImport {
  try {
    const read = kept.safeParse(JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null'));
    return read.success ? read.data : nothing;
  } catch {
    return nothing;
  }
}

export function keep(id: string, what: KeptImport): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(what));
  } catch {
    // A full or forbidden store loses what was joined on a reload, no more.
  }
}

export function forget(id: string): void {
  try {
    sessionStorage.removeItem(keyOf(id));
  } catch {
    // As above.
  }
}

function keyOf(id: string): string {
  return `attest:import:${id}`;
}
