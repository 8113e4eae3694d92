/**
 * How a record lies in the Y.Doc: the one writer and the one decoder. Today a
 * record is one JSON value of at most 4 kB; longer words are cut and read
 * whole from the log. Nobody else may know, so that this can change.
 */
import type * as z from 'zod/mini';
import type * as Y from 'yjs';
import { limits } from '../limits.ts';
import { claim } from './claim.ts';
import { evidence } from './evidence.ts';
import { review } from './review.ts';
import { ruling } from './ruling.ts';
import { blankSettings, settings, type Settings } from './settings.ts';
import { source } from './source.ts';
import { type Put, type RecordKinds, type RecordRoot } from './state.ts';
import { verdict } from './verdict.ts';

const schemas: { readonly [Root in RecordRoot]: z.ZodMiniType<RecordKinds[Root]> } = {
  claims: claim,
  sources: source,
  evidence,
  verdicts: verdict,
  reviews: review,
  rulings: ruling,
};

/** The words that may be cut, longest first at need; quotes and names never are. */
const cuttable = new Set(['passage', 'translation', 'note', 'rationale', 'comment', 'explanation', 'words']);
const CUT = '…';
const utf8 = new TextEncoder();

function bytesOf(value: unknown): number {
  return utf8.encode(JSON.stringify(value)).length;
}

/** Halves the longest cuttable words until the record fits; the end says `…`. Idempotent. */
export function cutToFit<Value extends object>(record: Value): Value {
  if (bytesOf(record) <= limits.recordBytes) return record;
  const fitted: Record<string, unknown> = Object.fromEntries(Object.entries(record));
  while (bytesOf(fitted) > limits.recordBytes) {
    let longest = '';
    for (const [key, value] of Object.entries(fitted)) {
      const known = fitted[longest];
      const length = typeof known === 'string' ? known.length : 0;
      if (cuttable.has(key) && typeof value === 'string' && value.length > length) longest = key;
    }
    const words = fitted[longest];
    if (typeof words !== 'string' || words.length < 64) break;
    fitted[longest] = [...words].slice(0, Math.floor([...words].length / 2)).join('') + CUT;
  }
  return fitted as Value;
}

/** Whether these words were cut in the Y.Doc and stand whole only in the log. */
export function isCut(words: string): boolean {
  return words.length >= 32 && words.endsWith(CUT);
}

/** Writes within the caller's transaction. */
export function writePut(doc: Y.Doc, put: Put): void {
  doc.getMap(put.root).set(put.key, put.root === 'settings' ? put.value : cutToFit(put.value));
}

/** Newer fields are dropped, a record that does not fit is passed over: an older page must not break on it. */
export function readRecord<Root extends RecordRoot>(root: Root, value: unknown): RecordKinds[Root] | null {
  const read = schemas[root].safeParse(value);
  return read.success ? read.data : null;
}

export function readRecords<Root extends RecordRoot>(doc: Y.Doc, root: Root): Map<string, RecordKinds[Root]> {
  const records = new Map<string, RecordKinds[Root]>();
  for (const [key, value] of doc.getMap(root)) {
    const record = readRecord(root, value);
    if (record) records.set(key, record);
  }
  return records;
}

/** A key that is missing or does not fit reads as in a blank document. */
export function readSettings(doc: Y.Doc): Settings {
  const map = doc.getMap('settings');
  const read: Record<string, unknown> = { ...blankSettings('') };
  for (const [key, schema] of Object.entries(settings.shape)) {
    const value = schema.safeParse(map.get(key));
    if (value.success) read[key] = value.data;
  }
  return read as Settings;
}

