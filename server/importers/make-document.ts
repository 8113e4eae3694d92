// A whole document as one Yjs update, from its text and what is said of it.
import * as Y from 'yjs';
import type { Node } from 'prosemirror-model';
import { limits } from '../../domain/limits.ts';
import { writePut } from '../../domain/record/codec.ts';
import type { Settings } from '../../domain/record/settings.ts';
import type { Put } from '../../domain/record/state.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { LiveDocument } from '../sync/live-document.ts';
import { summarise } from '../sync/summary.ts';
import { writeText } from './write-text.ts';

export interface MadeDocument {
  readonly update: Uint8Array;
  /** Under which id Yjs wrote it. */
  readonly clientId: number;
  /** How far the work on it is, as the documents table has it. */
  readonly progress: string;
}

export function makeDocument({
  text,
  settings,
  puts,
}: {
  readonly text: Node;
  readonly settings: Settings;
  /** Records; settings among them are passed over. */
  readonly puts: readonly Put[];
}): MadeDocument | Refusal {
  const doc = new Y.Doc();
  doc.transact(() => {
    writeText(doc.getXmlFragment('text'), text);
    for (const put of puts) if (put.root !== 'settings') writePut(doc, put);
    for (const [key, value] of Object.entries(settings)) doc.getMap('settings').set(key, value);
  }, 'server');
  const update = Y.encodeStateAsUpdate(doc);
  if (update.length > limits.documentBytes)
    return refuse('document-too-large', 'This is more than one document can hold.');
  const progress = summarise(new LiveDocument(doc, new Map()).state);
  const clientId = doc.clientID;
  doc.destroy();
  return { update, clientId, progress };
}
