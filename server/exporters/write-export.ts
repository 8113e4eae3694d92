// One export from the document as the log has it to the bytes of the file: the
// same in the thread that serves a request and on the command line.
import * as Y from 'yjs';
import type { Person } from '../../domain/record/state.ts';
import type { Original } from '../importers/importer.ts';
import { applyLoaded, type LoadedDocument } from '../log/load.ts';
import { type EntriesBefore, withWholeWords } from '../records/whole-words.ts';
import { LiveDocument } from '../sync/live-document.ts';
import type { Choices } from './choices.ts';
import { exportDocument } from './export-document.ts';
import type { Exporter } from './exporter.ts';
import { readText } from './read-text.ts';

/** Everything that an export is made of; plain data, so that it travels to a thread. */
export interface ExportSource {
  readonly document: string;
  readonly loaded: Pick<LoadedDocument, 'state' | 'updates'>;
  readonly people: readonly Person[];
  readonly original: Original | null;
  /** Archived copies that were uploaded, by hash, as far as they fit together; only for an exporter that `takesFiles`. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly publicUrl: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** As much of the file as is handed on at once. */
const CHUNK = 64 * 1024;
/** Reading comes first and takes about this share of the whole. */
const READING = 0.3;

/** The file in chunks. `entries` reads the log where long words have to be looked up; `told` hears how far it is, 0 to 1. */
export async function* writeExport(
  source: ExportSource,
  what: { readonly exporter: Exporter; readonly choices: Choices },
  entries: EntriesBefore,
  told: (share: number) => void,
): AsyncGenerator<Uint8Array> {
  const doc = new Y.Doc();
  applyLoaded(doc, source.loaded);
  told(READING / 3);
  const live = new LiveDocument(doc, new Map(source.people.map((person) => [person.id, person])));
  const { original, files, publicUrl, now } = source;
  const document = exportDocument(
    {
      document: { id: source.document, title: live.state.settings.title },
      text: readText(live.fragment),
      records: await withWholeWords(entries, live.state),
      original,
      files,
      publicUrl,
      now,
    },
    what.choices,
  );
  told(READING);
  const pieces = what.exporter.write(document, (share) => told(READING + (1 - READING) * share));
  yield* chunked(pieces);
  told(1);
}

function* chunked(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const utf8 = new TextEncoder();
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? utf8.encode(piece) : piece;
    waiting.push(bytes);
    size += bytes.length;
    if (size < CHUNK) continue;
    yield joined(waiting, size);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield joined(waiting, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
