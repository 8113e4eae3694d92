// Two people edit at once, or one edits while a claim is marked, each without
// knowing of the other. y-prosemirror as it is, the server's repairer in the loop.
import {
  deleteSelection,
  joinBackward,
  setBlockType,
  splitBlock,
  wrapIn,
} from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { textSchema } from '../../domain/text/schema.ts';
import { Desk, type Editor } from './desk.ts';
import { doc, p, section } from './documents.ts';

const X = 'x'.repeat(21);
const Y = 'y'.repeat(21);
const CLAIM = '5 percent';
const rate = doc(
  section(
    p('First paragraph.'),
    p('In May the rate fell by 5 percent again.'),
    p('Last paragraph.'),
  ),
);
const type = (name: string) => {
  const found = textSchema.nodes[name];
  if (found === undefined) throw new Error(name);
  return found;
};

function moveParagraph(editor: Editor, words: string): void {
  const $at = editor.node.resolve(editor.at(words));
  const from = $at.before();
  const node = $at.parent;
  editor.change((tr) =>
    tr.delete(from, from + node.nodeSize).insert(tr.doc.content.size - 1, node),
  );
}

interface Row {
  readonly name: string;
  readonly doc?: Node;
  /** Before both part. */
  before?(desk: Desk): void;
  a?(a: Editor): void;
  b?(b: Editor): void;
  /** What the server does while both are away. */
  server?(desk: Desk): void;
  /** Of X; a list where who comes first decides. */
  readonly words: string | readonly string[];
  /** Of Y, if there is one. */
  readonly other?: string;
  readonly repairs?: readonly string[] | 'any';
}

const marked = (desk: Desk): void => desk.mark(X, CLAIM);

const rows: readonly Row[] = [
  // A claim is marked while somebody who does not know of it makes its block anew.
  {
    name: 'a claim / A splits before',
    server: marked,
    a: (a) => a.cursor('the rate').run(splitBlock),
    words: CLAIM,
    repairs: ['set-again'],
  },
  {
    name: 'a claim / A splits inside',
    server: marked,
    a: (a) => a.cursor(CLAIM, 2).run(splitBlock),
    words: '5 \npercent',
    repairs: ['set-again'],
  },
  {
    name: 'a claim / A splits after',
    server: marked,
    a: (a) => a.cursor('again').run(splitBlock),
    words: CLAIM,
  },
  {
    name: 'a claim / A joins its paragraph to the one before',
    server: marked,
    a: (a) => a.cursor('In May').run(joinBackward),
    words: CLAIM,
    repairs: ['set-again'],
  },
  {
    name: 'a claim / A joins the next paragraph to it',
    server: marked,
    a: (a) => a.cursor('Last').run(joinBackward),
    words: CLAIM,
  },
  {
    name: 'a claim / A makes a heading of it',
    server: marked,
    a: (a) => a.cursor('In May').run(setBlockType(type('heading'))),
    words: CLAIM,
    repairs: ['set-again'],
  },
  {
    name: 'a claim / A wraps it in a quote',
    server: marked,
    a: (a) => a.cursor('In May').run(wrapIn(type('blockquote'))),
    words: CLAIM,
    repairs: ['set-again'],
  },
  {
    name: 'a claim / A makes a heading and undoes it',
    server: marked,
    a: (a) =>
      a
        .pause()
        .cursor('In May')
        .run(setBlockType(type('heading')))
        .undo(),
    words: CLAIM,
    repairs: ['set-again', 'set-again'],
  },
  {
    name: 'a claim / A moves its paragraph past another: not the same place, so it is offered',
    server: marked,
    a: (a) => moveParagraph(a, 'In May'),
    words: '',
  },
  {
    name: 'a claim / A types in the same paragraph',
    server: marked,
    a: (a) => a.cursor('In May').type('Now: '),
    words: CLAIM,
  },
  {
    name: 'a claim / A types inside it',
    server: marked,
    a: (a) => a.cursor(CLAIM, 1).type('.2'),
    words: '5.2 percent',
  },
  {
    name: 'a claim over paragraphs / A splits the first and quotes the second',
    server: (desk) => desk.mark(X, 'again.\nLast paragraph'),
    a: (a) =>
      a
        .cursor('the rate')
        .run(splitBlock)
        .cursor('Last')
        .run(wrapIn(type('blockquote'))),
    words: 'again.\nLast paragraph',
    repairs: ['set-again', 'set-again'],
  },
  {
    name: 'two claims / A splits between them and inside the second',
    server: (desk) => {
      desk.mark(X, 'In May');
      desk.mark(Y, 'rate fell');
    },
    a: (a) => a.cursor('the rate').run(splitBlock).cursor('fell by').run(splitBlock),
    words: 'In May',
    other: 'rate \nfell',
    repairs: ['set-again', 'set-again'],
  },
  // The claim is there; two edit.
  {
    name: 'overlapping claims at once',
    server: (desk) => {
      desk.mark(X, 'rate fell by 5');
      desk.mark(Y, CLAIM);
    },
    words: 'rate fell by 5',
    other: CLAIM,
  },
  {
    name: 'the same words twice',
    server: (desk) => {
      desk.mark(X, CLAIM);
      desk.mark(Y, CLAIM);
    },
    words: CLAIM,
    other: CLAIM,
  },
  {
    name: 'A deletes the words / B types inside them: what B typed is all that is left of them',
    before: marked,
    a: (a) => a.select(CLAIM).run(deleteSelection),
    b: (b) => b.cursor(CLAIM, 4).type('zz'),
    words: ['', 'zz'],
    repairs: 'any',
  },
  {
    name: 'A deletes part of it / another claim over that part',
    before: marked,
    a: (a) => a.select('fell by 5').run(deleteSelection),
    server: (desk) => desk.mark(Y, 'rate fell by 5'),
    words: ' percent',
    other: 'rate ',
  },
  {
    name: 'A splits before / B types inside: the binding leaves what B typed behind',
    before: marked,
    a: (a) => a.cursor('the rate').run(splitBlock),
    b: (b) => b.cursor(CLAIM, 4).type('zz'),
    words: [CLAIM, 'zz\n5 percent'],
    repairs: 'any',
  },
  {
    name: 'both split the paragraph: words twice, the claim once',
    before: marked,
    a: (a) => a.cursor('the rate').run(splitBlock),
    b: (b) => b.cursor('fell').run(splitBlock),
    words: CLAIM,
    repairs: ['copy'],
  },
  {
    name: 'both move the paragraph: words twice, the claim once',
    before: marked,
    a: (a) => moveParagraph(a, 'In May'),
    b: (b) => moveParagraph(b, 'In May'),
    words: CLAIM,
    repairs: ['copy'],
  },
  {
    name: 'the claim gets other words / A splits inside the old ones',
    before: marked,
    server: (desk) => desk.mark(X, 'rate fell'),
    a: (a) => a.cursor(CLAIM, 2).run(splitBlock),
    words: 'rate fell',
    repairs: ['other-words'],
  },
  {
    name: 'the claim gets other words / A types in the paragraph',
    before: marked,
    server: (desk) => desk.mark(X, 'rate fell'),
    a: (a) => a.cursor('In May').type('Now: '),
    words: 'rate fell',
    repairs: 'any',
  },
  {
    name: 'a claim to the end of its paragraph / A joins the next one to it',
    server: (desk) => desk.mark(X, '5 percent again.'),
    a: (a) => a.cursor('Last').run(joinBackward),
    words: '5 percent again.',
    repairs: 'any',
  },
];

describe('two at once', () => {
  for (const row of rows) {
    for (const order of ['A first', 'B first']) {
      test(`${row.name} (${order})`, () => {
        const desk = new Desk(row.doc ?? rate);
        const a = desk.join();
        const b = desk.join();
        row.before?.(desk);
        a.online = b.online = false;
        row.server?.(desk);
        row.a?.(a);
        row.b?.(b);
        const [early, late] = order === 'A first' ? [a, b] : [b, a];
        early.online = true;
        desk.settle();
        late.online = true;
        desk.settle();

        const later = desk.reload();
        expect(b.text).toBe(a.text);
        expect(later.text).toBe(a.text);
        const seen = (id: string) => ({
          a: a.words(id),
          b: b.words(id),
          later: later.words(id),
          server: desk.book.words(id),
        });
        const all = (words: string) => ({ a: words, b: words, later: words, server: words });
        if (typeof row.words === 'string') expect(seen(X)).toEqual(all(row.words));
        else expect(row.words.map(all)).toContainEqual(seen(X));
        if (row.other !== undefined) expect(seen(Y)).toEqual(all(row.other));
        if (row.repairs !== 'any')
          expect(desk.repairs.map((repair) => repair.kind)).toEqual(row.repairs ?? []);
      });
    }
  }
});
