/**
 * What a record said before: its revisions, read from the bytes that each
 * command produced. Nothing is carried out again, so a revision reads as it was
 * written, whatever the commands do today.
 */
import * as Y from 'yjs';
import type { PersonId } from '../../domain/id.ts';
import { isCut, readRecord } from '../../domain/record/codec.ts';
import type { RecordKinds, RecordRoot } from '../../domain/record/state.ts';
import { verdictKey } from '../../domain/record/verdict.ts';
import { EntryKind } from '../log/entry.ts';
import { documentEntries, type HistoryEntry } from '../log/history.ts';
import type { Database } from '../storage/database.ts';
import { replaceStrings, stringsIn, wholeAmong } from './strings.ts';

export interface Revision {
  readonly seq: number;
  readonly at: number;
  readonly actor: PersonId;
  /** Null where it came with an import. */
  readonly command: string | null;
  /** The record as it was written, with whole words. */
  readonly value: RecordKinds[RecordRoot];
}

export interface RevisionPage {
  /** Newest first. */
  readonly revisions: readonly Revision[];
  /** Give it as `before` for the next page; null at the end. */
  readonly next: number | null;
}

export interface RevisionRange {
  readonly root: RecordRoot;
  readonly key: string;
  /** Only revisions before this entry. */
  readonly before?: number | undefined;
  readonly limit: number;
}

const PAGE = 200;

export async function recordRevisions(
  database: Database,
  document: number,
  { root, key, before, limit }: RevisionRange,
): Promise<RevisionPage> {
  const found: Revision[] = [];
  for await (const entry of newestFirst(database, document, before)) {
    const strings = stringsIn(entry.note);
    // Words that a later revision took over uncut from an earlier one stand whole here.
    for (const [index, later] of found.entries()) found[index] = mended(later, strings);
    if (found.length <= limit) {
      const value = valueIn(entry, root, key);
      if (value) found.push(mended(revisionOf(entry, value), strings));
    }
    if (found.length > limit && !found.slice(0, limit).some(isStillCut)) break;
  }
  const revisions = found.slice(0, limit);
  return { revisions, next: found.length > limit ? (revisions.at(-1)?.seq ?? null) : null };
}

async function* newestFirst(
  database: Database,
  document: number,
  from: number | undefined,
): AsyncGenerator<HistoryEntry> {
  let before = from;
  for (;;) {
    const entries = await documentEntries(database, document, {
      kinds: [EntryKind.command, EntryKind.created],
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    yield* entries;
    before = entries.at(-1)?.seq;
    if (entries.length < PAGE) return;
  }
}

/** A record is one JSON value in the update; which one it is, it says itself. */
function valueIn(
  entry: HistoryEntry,
  root: RecordRoot,
  key: string,
): RecordKinds[RecordRoot] | null {
  if (!entry.update) return null;
  for (const struct of Y.decodeUpdate(entry.update).structs.toReversed()) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) continue;
    for (const json of struct.content.arr) {
      const record = readRecord(root, json);
      if (record && keyOf(record) === key) return record;
    }
  }
  return null;
}

function keyOf(record: RecordKinds[RecordRoot]): string {
  return 'id' in record ? record.id : verdictKey(record.claim, record.author);
}

function revisionOf(entry: HistoryEntry, value: RecordKinds[RecordRoot]): Revision {
  const { seq, at, actor, kind, note } = entry;
  const name = note?.['name'];
  return {
    seq,
    at,
    actor,
    command: kind === EntryKind.command && typeof name === 'string' ? name : null,
    value,
  };
}

function isStillCut({ value }: Revision): boolean {
  return stringsIn(value).some(isCut);
}

function mended(revision: Revision, strings: readonly string[]): Revision {
  if (!isStillCut(revision)) return revision;
  const value = replaceStrings(revision.value, (words) =>
    isCut(words) ? (wholeAmong(strings, words) ?? words) : words,
  );
  return { ...revision, value };
}
