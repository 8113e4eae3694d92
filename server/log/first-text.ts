/** The plain text with which a document began, for whoever wants to see what was corrected since. */
import * as Y from 'yjs';
import { FragmentText } from '../../domain/text/plain-text.ts';
import type { Connection } from '../storage/connection.ts';
import { EntryKind } from './entry.ts';
import { readDocument } from './read-document.ts';

/** Null where no words were changed since. Throws `LogDamaged` where the first entry does not hold. */
export function firstText(connection: Connection, document: number): string | null {
  const changed = connection
    .prepare('select 1 from log where document = ? and kind = ? limit 1')
    .get(document, EntryKind.text);
  if (changed === undefined) return null;
  const { updates } = readDocument(connection, { document, upTo: 1 });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, updates);
  return new FragmentText(doc.getXmlFragment('text')).string;
}
