/**
 * Long words are cut where the record lies in the Y.Doc; whole they stand in the
 * log, in the command that brought them or in the import that did.
 */
import { isCut } from '../../domain/record/codec.ts';
import { recordRoots, type RecordRoot, type RecordState } from '../../domain/record/state.ts';
import { EntryKind } from '../log/entry.ts';
import { documentEntries, type HistoryEntry } from '../log/history.ts';
import type { Database } from '../storage/database.ts';
import { replaceStrings, stringsIn, wholeAmong } from './strings.ts';

/** Words that end as cut ones do, in the record under `root` and `key`. */
interface Wanted {
  readonly root: RecordRoot;
  readonly key: string;
  readonly words: string;
  /** Another record that they were taken over from; empty for none. */
  readonly from: string;
  whole: string | null;
}

const PAGE = 200;

/** Up to `PAGE` entries that may bring words, the newest first, before one of them or from the end. */
export type EntriesBefore = (before: number | undefined) => Promise<readonly HistoryEntry[]>;

/** Read from the database. */
export function entriesOf(database: Database, document: number): EntriesBefore {
  return (before) =>
    documentEntries(database, document, {
      kinds: [EntryKind.command, EntryKind.created],
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
}

/** The same state with whole words; where the log does not know them, they stay as they are. Costs nothing if none are cut. */
export async function withWholeWords(
  entries: EntriesBefore,
  state: RecordState,
): Promise<RecordState> {
  const wanted = recordRoots.flatMap((root) =>
    [...state[root]].flatMap(([key, record]) =>
      stringsIn(record)
        .filter(isCut)
        .map((words): Wanted => ({ root, key, words, from: takenFrom(record), whole: null })),
    ),
  );
  if (wanted.length === 0) return state;
  await search(entries, wanted);
  const found = new Map(wanted.map((one) => [placeOf(one.root, one.key, one.words), one.whole]));
  const whole = <T>(root: RecordRoot, records: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map(
      [...records].map(([key, record]) => [
        key,
        replaceStrings(record, (words) => found.get(placeOf(root, key, words)) ?? words),
      ]),
    );
  return {
    ...state,
    claims: whole('claims', state.claims),
    sources: whole('sources', state.sources),
    evidence: whole('evidence', state.evidence),
    verdicts: whole('verdicts', state.verdicts),
    reviews: whole('reviews', state.reviews),
    rulings: whole('rulings', state.rulings),
    comments: whole('comments', state.comments),
  };
}

/** Newest first, because what was said last about a record is what it holds now. */
async function search(entriesBefore: EntriesBefore, wanted: readonly Wanted[]): Promise<void> {
  let before: number | undefined;
  while (wanted.some(({ whole }) => whole === null)) {
    const entries = await entriesBefore(before);
    for (const entry of entries) {
      const strings = stringsIn(entry.note);
      for (const one of wanted) {
        if (one.whole === null && speaksOf(entry, strings, one))
          one.whole = wholeAmong(strings, one.words);
      }
    }
    before = entries.at(-1)?.seq;
    if (entries.length < PAGE || before === undefined) return;
  }
}

/** The claim that a verdict came from when that was merged, the evidence that a piece is a copy of. */
function takenFrom(record: object): string {
  if ('copiedFrom' in record && typeof record.copiedFrom === 'string') return record.copiedFrom;
  return 'cameFrom' in record && typeof record.cameFrom === 'string' ? record.cameFrom : '';
}

/** A command names the records that it changes; a verdict is its author's on the claim named. An import speaks of all. */
function speaksOf(
  entry: HistoryEntry,
  strings: readonly string[],
  { root, key, from }: Wanted,
): boolean {
  if (entry.kind === EntryKind.created) return true;
  const [id = '', author] = key.split(':', 2);
  if (root === 'verdicts' && entry.actor !== Number(author)) return false;
  return strings.includes(id) || (from !== '' && strings.includes(from));
}

function placeOf(root: RecordRoot, key: string, words: string): string {
  return `${root}/${key}/${words}`;
}
