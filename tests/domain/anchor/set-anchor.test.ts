import { describe, expect, test } from 'vitest';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { AnchorBook } from '../../../domain/anchor/anchor-book.ts';
import { anchorState } from '../../../domain/anchor/anchor-state.ts';
import { wordsOf } from '../../../domain/anchor/char-range.ts';
import { anchorsOfNode, wordsOfRanges } from '../../../domain/anchor/node-ranges.ts';
import { anchorRanges, setAnchor, without } from '../../../domain/anchor/set-anchor.ts';
import { snap } from '../../../domain/anchor/snap.ts';
import { fold } from '../../../domain/anchor/words.ts';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import { seeded } from '../../random.ts';
import { doc, p, section } from '../../anchor-matrix/documents.ts';
import { randomDocument } from '../text/random-document.ts';

const X = 'x'.repeat(21);

function fragmentOf(node: ReturnType<typeof randomDocument>): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('text');
  prosemirrorToYXmlFragment(node, fragment);
  return fragment;
}

describe('an anchor', () => {
  test('writes its own format and nothing else', () => {
    const strong = textSchema.text('rate fell', [textSchema.mark('strong')]);
    const fragment = fragmentOf(
      doc(
        section(
          textSchema.node('paragraph', null, [
            textSchema.text('The '),
            strong,
            textSchema.text(' by 5.'),
          ]),
        ),
      ),
    );
    const whole = new FragmentText(fragment);
    const before = Y.snapshot(fragment.doc ?? new Y.Doc());
    setAnchor(fragment, X, { pieces: whole.pieces(2, 9) });
    const added: Y.Item[] = [];
    fragment.doc?.store.clients.forEach((structs) => {
      for (const struct of structs) {
        if (struct instanceof Y.Item && struct.id.clock >= (before.sv.get(struct.id.client) ?? 0))
          added.push(struct);
      }
    });
    expect(
      added.map((item) => (item.content instanceof Y.ContentFormat ? item.content.key : 'other')),
    ).toEqual([anchorKey(X), anchorKey(X)]);
    expect(
      Y.equalSnapshots(
        new Y.Snapshot(before.ds, new Map()),
        new Y.Snapshot(Y.snapshot(fragment.doc ?? new Y.Doc()).ds, new Map()),
      ),
    ).toBe(true);
  });

  test('that is set again moves: the rest of its old place is bare', () => {
    const fragment = fragmentOf(doc(section(p('one two three'), p('four'))));
    const whole = new FragmentText(fragment);
    setAnchor(fragment, X, { pieces: whole.pieces(0, 7) });
    setAnchor(fragment, X, { pieces: whole.pieces(4, 18) });
    expect(wordsOf(anchorRanges(fragment).get(X) ?? [])).toBe('two three\nfour');
    setAnchor(fragment, X, { pieces: [] });
    expect(anchorRanges(fragment).size).toBe(0);
  });

  test('takes part in the transaction that is open, and needs a document', () => {
    const fragment = fragmentOf(doc(section(p('one'))));
    const origins: unknown[] = [];
    fragment.doc?.on('afterTransaction', (tr: Y.Transaction) => origins.push(tr.origin));
    fragment.doc?.transact(
      () => setAnchor(fragment, X, { pieces: new FragmentText(fragment).pieces(0, 3) }),
      'command',
    );
    expect(origins).toEqual(['command']);
    expect(() => setAnchor(new Y.XmlFragment(), X, { pieces: [] })).toThrow(RangeError);
  });

  test('lies on the same words in Yjs and in ProseMirror, several at once (300 seeds)', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      const fragment = fragmentOf(randomDocument(random));
      const { string } = new FragmentText(fragment);
      for (let i = 0; i < 4; i++) {
        const start = random.int(0, string.length);
        const span = snap(string, { start, end: start + random.int(0, 50) });
        if (span === null) continue;
        const pieces = new FragmentText(fragment).pieces(span.start, span.end);
        setAnchor(fragment, `${i}`.repeat(21), { pieces });
      }
      const node = yXmlFragmentToProseMirrorRootNode(fragment, textSchema);
      const seen = anchorsOfNode(node);
      const book = new AnchorBook(fragment, () => '');
      const ranges = anchorRanges(fragment);
      expect([...seen.keys()].toSorted(), `seed ${seed}`).toEqual([...ranges.keys()].toSorted());
      for (const [id, pieces] of ranges) {
        const words = fold(wordsOfRanges(node, seen.get(id) ?? [])).text;
        expect(words, `seed ${seed}`).toBe(fold(wordsOf(pieces)).text);
        expect(book.words(id), `seed ${seed}`).toBe(wordsOf(pieces));
      }
      expect(new FragmentText(fragment).string, `seed ${seed}`).toBe(string);
    }
  });
});

describe('pieces', () => {
  test('can be taken from one another', () => {
    const text = new Y.XmlText();
    const other = new Y.XmlText();
    const piece = (index: number, length: number) => ({ text, index, length });
    expect(without(piece(0, 10), [piece(2, 3), piece(8, 9)])).toEqual([piece(0, 2), piece(5, 3)]);
    expect(without(piece(0, 10), [piece(0, 10)])).toEqual([]);
    expect(
      without(piece(4, 2), [piece(0, 4), piece(6, 9), { text: other, index: 0, length: 99 }]),
    ).toEqual([piece(4, 2)]);
    expect(without(piece(0, 10), [piece(3, 4), piece(1, 4)])).toEqual([piece(0, 1), piece(7, 3)]);
  });
});

describe('the state of an anchor', () => {
  test('is exact, changed or removed', () => {
    expect(anchorState('The “rate”\nfell', 'the "rate" fell')).toBe('exact');
    expect(anchorState('the rate rose', 'the rate fell')).toBe('changed');
    expect(anchorState('', 'the rate fell')).toBe('removed');
  });
});
