import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { stateDigest } from '../../../server/log/state-digest.ts';
import { seeded } from '../../random.ts';
import { recordEdits } from './edits.ts';

const hex = (doc: Y.Doc): string => Buffer.from(stateDigest(doc)).toString('hex');

function replay(updates: readonly Uint8Array[], options?: { oneByOne: boolean }): Y.Doc {
  const doc = new Y.Doc();
  const all = () => {
    for (const update of updates) Y.applyUpdate(doc, update);
  };
  if (options?.oneByOne) all();
  else doc.transact(all);
  return doc;
}

describe('the digest of a state', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is the same however the document came to be (seed %i)',
    (seed) => {
      const { doc, updates } = recordEdits(seed, 300);
      const digest = hex(doc);
      expect(hex(replay(updates))).toBe(digest);
      expect(hex(replay(updates, { oneByOne: true }))).toBe(digest);
      expect(hex(replay([Y.encodeStateAsUpdate(doc)]))).toBe(digest);
      expect(hex(replay([Y.mergeUpdates(updates)]))).toBe(digest);
    },
  );

  test('does not change when a root is asked for', () => {
    const { doc } = recordEdits(9, 100);
    const digest = hex(doc);
    doc.getXmlFragment('text');
    doc.getMap('claims');
    doc.getMap('nothing');
    expect(hex(doc)).toBe(digest);
  });

  test('changes with every single update that changes something', () => {
    const { updates } = recordEdits(10, 120);
    const doc = new Y.Doc();
    let before = { digest: hex(doc), bytes: Y.encodeStateAsUpdate(doc) };
    for (const update of updates) {
      Y.applyUpdate(doc, update);
      const after = { digest: hex(doc), bytes: Y.encodeStateAsUpdate(doc) };
      // An update that repeats a deletion changes nothing.
      const changed = Buffer.compare(before.bytes, after.bytes) !== 0;
      expect(after.digest !== before.digest).toBe(changed);
      before = after;
    }
  });

  test('tells one letter, one format, one map value and the order of paragraphs apart', () => {
    const build = (change: (text: Y.XmlText, doc: Y.Doc) => void): string => {
      const doc = new Y.Doc();
      doc.clientID = 5;
      const element = new Y.XmlElement('paragraph');
      const text = new Y.XmlText('The rate fell.');
      element.insert(0, [text]);
      doc.getXmlFragment('text').insert(0, [element]);
      change(text, doc);
      return hex(doc);
    };
    const digests = [
      build(() => {}),
      build((text) => text.insert(3, 'a')),
      build((text) => text.insert(3, 'b')),
      build((text) => text.insert(4, 'a')),
      build((text) => text.format(0, 3, { strong: true })),
      build((text) => text.format(0, 3, { emphasis: true })),
      build((_, doc) => doc.getMap('claims').set('a', 1)),
      build((_, doc) => doc.getMap('claims').set('a', 2)),
      build((_, doc) => doc.getMap('sources').set('a', 1)),
      build((text) => text.delete(0, 1)),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('is quick enough for a long document', () => {
    const random = seeded(11);
    const doc = new Y.Doc();
    const text = doc.getText('text');
    for (let step = 0; step < 5_000; step++) {
      text.insert(random.int(0, text.length), 'abcdefghij'.repeat(10));
    }
    const begin = performance.now();
    stateDigest(doc);
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
