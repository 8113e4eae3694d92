/**
 * How a record lies in the Y.Doc: the one writer and the one decoder. Today a
 * record is one JSON value of at most 4 kB; longer words are cut and read
 * whole from the log. Nobody else may know, so that this can change.
 */
import type * as z from 'zod/mini';
import type * as Y from 'yjs';
import { limits } from '../limits.ts';
import { claim } from './claim.ts';
import { comment } from './comment.ts';
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
  comments: comment,
};

/** The words that may be cut, wherever they stand in a record; quotes and names never are. */
const cuttable = new Set([
  'passage',
  'translation',
  'note',
  'rationale',
  'comment',
  'explanation',
  'words',
  'reason',
]);
const CUT = '…';
/** Shorter words stay whole: little would be gained. */
const WORTH_CUTTING = 64;
const utf8 = new TextEncoder();

/** Kept free in a comment for the turns of its thread; a turn's reason fits into it, however it is written. */
export const TURNS_BYTES = 1400;

/** Whether this record, its words cut as far as they may be, takes at most so many bytes. */
export function canFit(record: object, bytes: number): boolean {
  return bytesOf(cutToFit(record, bytes)) <= bytes;
}

function bytesOf(value: unknown): number {
  return utf8.encode(JSON.stringify(value)).length;
}

/**
 * Halves the longest cuttable words until the record fits; the end says `…`.
 * Idempotent. A record that is too large without any such words stays so:
 * commands refuse it.
 */
export function cutToFit<Value extends object>(
  record: Value,
  bytes: number = limits.recordBytes,
): Value {
  if (!('turns' in record)) return cutWords(record, bytes);
  // Else a comment's words would be cut anew each time that its thread is turned.
  const bare = { ...record, turns: [] };
  const cut = cutWords(bare, bytes - TURNS_BYTES);
  return cut === bare ? record : { ...cut, turns: record.turns };
}

function cutWords<Value extends object>(record: Value, bytes: number): Value {
  if (bytesOf(record) <= bytes) return record;
  const fitted = structuredClone(record);
  while (bytesOf(fitted) > bytes) {
    const longest = cuttableWords(fitted).reduce<CuttableWords | null>(
      (best, words) => (best && best.text.length >= words.text.length ? best : words),
      null,
    );
    if (!longest || longest.text.length < WORTH_CUTTING) break;
    const points = [...longest.text];
    longest.replace(points.slice(0, Math.floor(points.length / 2)).join('') + CUT);
  }
  return fitted;
}

interface CuttableWords {
  readonly text: string;
  replace(text: string): void;
}

function cuttableWords(value: object): CuttableWords[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]): CuttableWords[] => {
    if (typeof inner === 'object' && inner !== null) return cuttableWords(inner);
    if (typeof inner !== 'string' || !cuttable.has(key)) return [];
    return [{ text: inner, replace: (text) => void Reflect.set(value, key, text) }];
  });
}

/** Whether these words were cut in the Y.Doc and stand whole only in the log. */
export function isCut(words: string): boolean {
  return words.length > WORTH_CUTTING / 4 && words.endsWith(CUT);
}

/** Writes within the caller's transaction. */
export function writePut(doc: Y.Doc, put: Put): void {
  doc.getMap(put.root).set(put.key, put.root === 'settings' ? put.value : cutToFit(put.value));
}

/** Whether what `writePut` writes is read again by this version. */
export function fitsSchema(put: Put): boolean {
  const schema = put.root === 'settings' ? settings.shape[put.key] : schemas[put.root];
  return schema.safeParse(put.root === 'settings' ? put.value : cutToFit(put.value)).success;
}

/** Newer fields are dropped, a record that does not fit is passed over: an older page must not break on it. */
export function readRecord<Root extends RecordRoot>(
  root: Root,
  value: unknown,
): RecordKinds[Root] | null {
  const read = schemas[root].safeParse(value);
  return read.success ? read.data : null;
}

export function readRecords<Root extends RecordRoot>(
  doc: Y.Doc,
  root: Root,
): Map<string, RecordKinds[Root]> {
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
