import { describe, expect, test } from 'vitest';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { AnchorBook } from '../../../domain/anchor/anchor-book.ts';
import { anchorRanges, setAnchor } from '../../../domain/anchor/set-anchor.ts';
import { wordsOf } from '../../../domain/anchor/char-range.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { doc, p, section } from '../../anchor-matrix/documents.ts';

const X = 'x'.repeat(21);
const Z = 'z'.repeat(21);

/** A server's document with its book, and changes as an editor's update would make them. */
function serverWith(...paragraphs: string[]) {
  const ydoc = new Y.Doc();
  const fragment = ydoc.getXmlFragment('text');
  prosemirrorToYXmlFragment(doc(section(...paragraphs.map(p))), fragment);
  const quotes = new Map<string, string>();
  const mark = (id: string, start: number, end: number): void => {
    const whole = new FragmentText(fragment);
    quotes.set(id, whole.string.slice(start, end));
    ydoc.transact(() => setAnchor(fragment, id, { pieces: whole.pieces(start, end) }), 'server');
  };
  const open = (): AnchorBook => {
    const book = new AnchorBook(fragment, (id) => quotes.get(id));
    ydoc.on('afterTransaction', (tr: Y.Transaction) =>
      book.follow(tr, tr.origin === 'server' ? 'server' : 'client'),
    );
    return book;
  };
  const repairAll = (book: AnchorBook): string[] => {
    const repairs = book.takeRepairs();
    ydoc.transact(() => {
      for (const repair of repairs) repair.apply();
    }, 'server');
    return repairs.map(({ kind, words }) => `${kind}: ${words}`);
  };
  const text = (paragraph: number): Y.XmlText => {
    const run = new FragmentText(fragment).runs[paragraph];
    if (run === undefined) throw new Error(`no paragraph ${paragraph}`);
    return run.text;
  };
  return { ydoc, fragment, quotes, mark, open, repairAll, text };
}

describe('the book of anchors', () => {
  test('clears marks of no record when it is opened, and keeps those of withdrawn ones', () => {
    const server = serverWith('one two three');
    server.mark(X, 0, 3);
    server.mark(Z, 4, 7);
    server.quotes.delete(Z);
    const book = server.open();
    expect(server.repairAll(book)).toEqual(['no-record: two']);
    expect([...anchorRanges(server.fragment).keys()]).toEqual([X]);
    expect([...book.ids()]).toEqual([X]);
    expect(book.takeRepairs()).toEqual([]);
  });

  test('leaves alone what the server itself writes', () => {
    const server = serverWith('one two three', 'four');
    const book = server.open();
    server.mark(X, 0, 7);
    server.mark(X, 8, 18);
    server.ydoc.transact(() => server.text(1).insert(0, 'new '), 'server');
    expect(book.takeRepairs()).toEqual([]);
    expect(book.words(X)).toBe('three\nfour');
  });

  test('follows without looking at texts that have no marks', () => {
    const server = serverWith('one two three', 'four');
    const book = server.open();
    server.text(0).insert(3, ' and a half');
    server.text(1).delete(0, 2);
    expect(book.takeRepairs()).toEqual([]);
    expect([...book.ids()]).toEqual([]);
  });

  test('knows the order of very many paragraphs, also while they are deleted', () => {
    const lines = Array.from({ length: 90 }, (_, i) => `line ${i}`);
    const server = serverWith(...lines);
    const book = server.open();
    server.mark(X, 0, lines.join('\n').length);
    expect(book.words(X)).toBe(lines.join('\n'));
    const first = server.fragment.get(0);
    if (!(first instanceof Y.XmlElement)) throw new Error('no section');
    first.delete(10, 40);
    expect(book.takeRepairs()).toEqual([]);
    expect(book.words(X)).toBe([...lines.slice(0, 10), ...lines.slice(50)].join('\n'));
  });

  test('sets an anchor again where its paragraphs were made anew, several at once', () => {
    const server = serverWith('one two', 'three four', 'five');
    const book = server.open();
    server.mark(X, 4, 13);
    const first = server.fragment.get(0);
    if (!(first instanceof Y.XmlElement)) throw new Error('no section');
    server.ydoc.transact(() => {
      first.delete(0, 2);
      const quote = new Y.XmlElement('blockquote');
      first.insert(0, [quote]);
      for (const words of ['one two', 'three four']) {
        const paragraph = new Y.XmlElement('paragraph');
        quote.push([paragraph]);
        paragraph.push([new Y.XmlText(words)]);
      }
    }, 'editor');
    expect(server.repairAll(book)).toEqual(['set-again: two\nthree']);
    expect(book.words(X)).toBe('two\nthree');
    expect(wordsOf(anchorRanges(server.fragment).get(X) ?? [])).toBe('two\nthree');
  });

  test('does not take part of another word for a word that was replaced', () => {
    const server = serverWith('plan a now');
    const book = server.open();
    server.mark(X, 0, 6);
    server.ydoc.transact(() => {
      server.text(0).delete(5, 1);
      server.text(0).insert(5, 'cat', {});
    }, 'editor');
    expect(server.repairAll(book)).toEqual([]);
    expect(book.words(X)).toBe('plan ');
  });

  test('does not guess between two places that are as likely', () => {
    const server = serverWith('a 5 percent z');
    const book = server.open();
    server.mark(X, 2, 11);
    server.ydoc.transact(() => {
      server.text(0).delete(2, 9);
      server.text(0).insert(2, '5 percent 5 percent', {});
    }, 'editor');
    expect(server.repairAll(book)).toEqual([]);
    expect(book.words(X)).toBe('');
  });

  test('lets go of what went with a huge change instead of searching for long', () => {
    const server = serverWith(
      ...Array.from({ length: 3000 }, (_, i) => `Paragraph ${i} with some words in it.`),
    );
    const book = server.open();
    const whole = new FragmentText(server.fragment);
    for (let i = 0; i < 200; i++) {
      const block = whole.blocks[i * 15];
      if (block !== undefined) server.mark(String(i).padStart(21, '0'), block.from, block.to);
    }
    const started = performance.now();
    server.ydoc.transact(() => {
      server.fragment.delete(0, server.fragment.length);
      const made = new Y.XmlElement('section');
      server.fragment.push([made]);
      for (let i = 0; i < 3000; i++) {
        const paragraph = new Y.XmlElement('paragraph');
        made.push([paragraph]);
        paragraph.push([new Y.XmlText(`Paragraph ${i} with other words in it.`)]);
      }
    }, 'editor');
    expect(performance.now() - started).toBeLessThan(3000);
    expect(server.repairAll(book)).toEqual([]);
    expect([...book.ids()]).toEqual([]);
  });
});
