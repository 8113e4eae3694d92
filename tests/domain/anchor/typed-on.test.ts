import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { AnchorBook } from '../../../domain/anchor/anchor-book.ts';
import { setAnchor } from '../../../domain/anchor/set-anchor.ts';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';

const id = 'x'.repeat(21);
const marked = { [anchorKey(id)]: { id } };

/** A text whose "fell in May" is an anchor, and the book that the server keeps of it. */
function kept() {
  const doc = new Y.Doc();
  const text = new Y.XmlText('The rate fell in May already.');
  const block = new Y.XmlElement('paragraph');
  const section = new Y.XmlElement('section');
  doc.getXmlFragment('text').insert(0, [section]);
  section.insert(0, [block]);
  block.insert(0, [text]);
  const fragment = doc.getXmlFragment('text');
  setAnchor(fragment, id, { pieces: new FragmentText(fragment).pieces(9, 20) });
  const book = new AnchorBook(fragment, () => 'fell in May');
  doc.on('afterTransaction', (transaction: Y.Transaction) => book.follow(transaction, 'client'));
  return { doc, text, book };
}

describe('Words marked right behind an anchor', () => {
  test('are its own while somebody types over its end, letter by letter', () => {
    const { doc, text, book } = kept();
    doc.transact(() => {
      text.delete(17, 3);
      text.insert(17, 'J', marked);
    });
    expect(book.takeRepairs()).toEqual([]);
    for (const [at, letter] of 'une 5'.split('').entries()) {
      text.insert(18 + at, letter, marked);
      expect(book.takeRepairs(), letter).toEqual([]);
    }
    expect(book.words(id)).toBe('fell in June 5');
  });

  test('are taken off it where they are a copy', () => {
    const { text, book } = kept();
    text.insert(20, 'fell in May', marked);
    expect(book.takeRepairs().map(({ kind, words }) => [kind, words])).toEqual([
      ['copy', 'fell in May'],
    ]);
  });

  test('are taken off it where they stood there before', () => {
    const { text, book } = kept();
    text.format(20, 8, marked);
    expect(book.takeRepairs().map(({ kind }) => kind)).toEqual(['other-words']);
  });
});
