// What is done with a file of text: checked, shown, made into a document.
// Pure work over bytes, so that a process of its own can do it.
import * as Y from 'yjs';
import { edited } from '../../domain/import/edit.ts';
import { nodesOf } from '../../domain/import/nodes.ts';
import type { ImportDraft, ImportOrder, OfferedSource } from '../../domain/import/preview.ts';
import { limits } from '../../domain/limits.ts';
import { writePut } from '../../domain/record/codec.ts';
import type { Settings } from '../../domain/record/settings.ts';
import type { Source } from '../../domain/record/source.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { newId } from '../accounts/token.ts';
import { LiveDocument } from '../sync/live-document.ts';
import { summarise } from '../sync/summary.ts';
import { sourceOf } from './endnotes.ts';
import { previewOf } from './preview.ts';
import { type Reading, readTextFile, type TextRead } from './read-text.ts';
import { documentOf } from './sections.ts';
import { writeText } from './write-text.ts';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReadingTask =
  | (File & { readonly task: 'check' })
  | (File & { readonly task: 'preview'; readonly draft: ImportDraft; readonly reading: Reading })
  | (File & { readonly task: 'make'; readonly order: ImportOrder; readonly settings: Settings });

/** `check`: nothing. `preview`: the parsed file as JSON. `make`: the whole document as one Yjs update. */
export interface ReadingResult {
  readonly bytes: Uint8Array;
  /** Under which id Yjs wrote it. */
  readonly clientId: number;
  /** How far the work on it is, as the documents table has it. */
  readonly progress: string;
}

/** What a process that reads has to say, once. */
export type FromReading =
  | { readonly result: ReadingResult | Refusal }
  | { readonly error: unknown };

const done: ReadingResult = { bytes: new Uint8Array(), clientId: 0, progress: '' };

export function carryOut(task: ReadingTask): ReadingResult | Refusal {
  const read = readTextFile(
    task.name,
    task.bytes,
    task.task === 'make' ? task.order : task.task === 'preview' ? task.reading : {},
  );
  if (isRefusal(read)) return read;
  if (task.task === 'check') return done;
  if (task.task === 'preview')
    return { ...done, bytes: Buffer.from(JSON.stringify(previewOf(task.draft, read)), 'utf8') };
  return makeDocument(read, task.order, task.settings);
}

function makeDocument(
  read: TextRead,
  order: ImportOrder,
  settings: Settings,
): ReadingResult | Refusal {
  const blocks = edited(read.blocks, order.edits);
  if (isRefusal(blocks)) return blocks;
  const doc = new Y.Doc();
  const { at, by } = settings.lock;
  doc.transact(() => {
    writeText(doc.getXmlFragment('text'), documentOf(nodesOf(blocks)));
    for (const [key, value] of Object.entries(settings)) doc.getMap('settings').set(key, value);
    for (const source of sourcesOf(read.endnotes, order.leftOut, { at, by }))
      writePut(doc, { root: 'sources', key: source.id, value: source });
  }, 'server');
  const bytes = Y.encodeStateAsUpdate(doc);
  if (bytes.length > limits.documentBytes)
    return refuse('document-too-large', 'This is more than one document can hold.');
  const progress = summarise(new LiveDocument(doc, new Map()).state);
  return { bytes, clientId: doc.clientID, progress };
}

function sourcesOf(
  offered: readonly OfferedSource[],
  leftOut: readonly number[],
  { at, by }: { readonly at: number; readonly by: number },
): Source[] {
  const left = new Set(leftOut);
  return offered
    .filter((_, place) => !left.has(place))
    .flatMap((each) => {
      const source = sourceOf(each, { id: newId(), at, by });
      return isRefusal(source) ? [] : [source];
    });
}
