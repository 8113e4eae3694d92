/** Random edits of a document like ours, from a seed: texts in elements, formats, records in maps, deletions. */
import * as Y from 'yjs';
import { seeded } from '../../random.ts';

export interface Recording {
  readonly doc: Y.Doc;
  /** The updates that the server's document emitted, in order. */
  readonly updates: Uint8Array[];
}

/** Edits by three people who see each other now and then, gathered in one document with `gc` on. */
export function recordEdits(seed: number, steps: number): Recording {
  const random = seeded(seed);
  const below = (limit: number): number => random.int(0, limit - 1);
  const doc = new Y.Doc();
  doc.clientID = 1;
  const updates: Uint8Array[] = [];
  doc.on('update', (update) => updates.push(update));
  const people = [2, 3, 4].map((id) => {
    const own = new Y.Doc();
    own.clientID = id;
    return own;
  });
  for (let step = 0; step < steps; step++) {
    const person = people[below(people.length)];
    if (!person) continue;
    person.transact(() => edit(person, below, step));
    if (below(3) === 0) exchange(person, doc);
  }
  for (const person of people) exchange(person, doc);
  return { doc, updates };
}

function exchange(person: Y.Doc, doc: Y.Doc): void {
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(person, Y.encodeStateVector(doc)));
  Y.applyUpdate(person, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(person)));
}

function edit(doc: Y.Doc, below: (limit: number) => number, step: number): void {
  const root = doc.getXmlFragment('text');
  const claims = doc.getMap('claims');
  const paragraph = root.length > 0 ? root.get(below(root.length)) : undefined;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  const choice = below(10);
  if (!(text instanceof Y.XmlText) || choice === 0) {
    const element = new Y.XmlElement('paragraph');
    element.insert(0, [new Y.XmlText(`Paragraph ${step}. `)]);
    root.insert(below(root.length + 1), [element]);
  } else if (choice < 5) {
    text.insert(below(text.length + 1), ['word ', 'größer ', '𝔘nique ', 'x'][below(4)] ?? '');
  } else if (choice < 7 && text.length > 2) {
    const from = below(text.length - 1);
    text.delete(from, Math.min(1 + below(5), text.length - from));
  } else if (choice === 7 && text.length > 4) {
    text.format(below(text.length - 3), 3, { strong: below(2) === 0 ? true : null });
  } else if (choice === 8) {
    claims.set(`claim ${below(5)}`, { number: step, tags: ['a', null, 1.5] });
  } else if (root.length > 3) {
    root.delete(below(root.length), 1);
  }
}
