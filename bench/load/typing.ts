/** Somebody typing, worked out beforehand, so that the load costs nothing while it is measured. */
import * as Y from 'yjs';

const LETTERS = 'the quick brown fox jumps over the lazy dog ';
/** What stands in the paragraph before the first key. */
const BEGUN = LETTERS.repeat(5);

export interface Typing {
  /** Makes a paragraph of its own. */
  readonly begin: Uint8Array;
  /** One letter each. */
  readonly keys: readonly Uint8Array[];
  /** How many of `begin` and `keys`, in order, are in a state that knows this id up to `clock`. */
  through(clock: number): number;
}

/** `client` types `count` letters at the end of a new paragraph, in a section of its own. */
export function typing(client: number, count: number): Typing {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
  const text = new Y.XmlText(BEGUN);
  doc.transact(() => {
    const section = new Y.XmlElement('section');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    section.insert(0, [paragraph]);
    doc.getXmlFragment('text').insert(0, [section]);
  });
  const begun = Y.getState(doc.store, client);
  for (let key = 0; key < count; key++) {
    text.insert(text.length, LETTERS[key % LETTERS.length] ?? ' ');
  }
  const [begin, ...keys] = updates;
  if (begin === undefined) throw new Error('Nothing was typed.');
  doc.destroy();
  return { begin, keys, through: (clock) => (clock < begun ? 0 : clock - begun + 1) };
}
