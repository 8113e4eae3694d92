// One person edits, another looks on, a third comes later: all see the claim
// where it belongs. y-prosemirror as it is, the server's repairer in the loop.
import {
  chainCommands,
  deleteSelection,
  joinBackward,
  lift,
  selectNodeBackward,
  setBlockType,
  splitBlock,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { describe, expect, test } from 'vitest';
import { anchorState } from '../../domain/anchor/anchor-state.ts';
import { textSchema } from '../../domain/text/schema.ts';
import { Desk, type Editor } from './desk.ts';
import { doc, p, section } from './documents.ts';

const X = 'x'.repeat(21);
const { nodes, marks } = textSchema;
const type = (name: string) => {
  const found = nodes[name];
  if (found === undefined) throw new Error(name);
  return found;
};
const markType = (name: string) => {
  const found = marks[name];
  if (found === undefined) throw new Error(name);
  return found;
};

const first = p('First paragraph.');
const last = p('Last paragraph.');
const rate = doc(section(first, p('In May the rate fell by 5 percent again.'), last));
const atEdges = doc(section(first, p('5 percent'), last));
const backspace = chainCommands(deleteSelection, joinBackward, selectNodeBackward);

interface Row {
  readonly name: string;
  readonly doc?: Node;
  /** What is marked. */
  readonly claim?: string;
  edit(actor: Editor, desk: Desk): void;
  /** The words that the claim lies on afterwards, as everybody sees them. */
  readonly words: string;
  /** Repairs that this takes, by kind; none unless said. */
  readonly repairs?: readonly string[];
  /** The stock binding cannot do better than this; what it should be is said here. */
  readonly degraded?: string;
}

const CLAIM = '5 percent';

function cut(actor: Editor): Slice {
  const slice = actor.state.selection.content();
  actor.run(deleteSelection);
  return slice;
}

function paste(actor: Editor, slice: Slice): void {
  actor.change((tr) => tr.replaceSelection(slice));
}

const rows: readonly Row[] = [
  {
    name: 'type at the start edge',
    edit: (a) => a.cursor('5 percent').type('x'),
    words: CLAIM,
  },
  { name: 'type at the end edge', edit: (a) => a.cursor('percent', 7).type('x'), words: CLAIM },
  {
    name: 'type at the end edge, at the end of the paragraph',
    doc: atEdges,
    edit: (a) => a.cursor('percent', 7).type('x'),
    words: CLAIM,
  },
  {
    name: 'type at the start edge, at the start of the paragraph',
    doc: atEdges,
    edit: (a) => a.cursor('5 percent').type('x'),
    words: CLAIM,
  },
  {
    name: 'type the same character at the start edge',
    edit: (a) => a.cursor('5 percent').type('5'),
    words: CLAIM,
  },
  {
    name: 'type the same character at the end edge',
    edit: (a) => a.cursor('percent', 7).type('t'),
    words: CLAIM,
  },
  { name: 'type inside', edit: (a) => a.cursor('5 percent', 1).type('.2'), words: '5.2 percent' },
  {
    name: 'delete inside',
    edit: (a) => a.select('5 percent', 3, 4).run(deleteSelection),
    words: '5 pnt',
  },
  {
    name: 'delete across the start edge',
    edit: (a) => a.select('by 5 percent', 0, 5).run(deleteSelection),
    words: 'percent',
  },
  {
    name: 'delete across the end edge',
    edit: (a) => a.select('percent again', 4).run(deleteSelection),
    words: '5 perc',
  },
  {
    name: 'delete the first and the last character',
    edit: (a) => {
      a.select('5 percent', 0, 1).run(deleteSelection);
      a.select('percent', 6, 1).run(deleteSelection);
    },
    words: ' percen',
  },
  { name: 'delete the whole range', edit: (a) => a.select(CLAIM).run(deleteSelection), words: '' },
  {
    name: 'delete the whole range and undo',
    edit: (a, desk) => {
      a.pause().select(CLAIM).run(deleteSelection);
      desk.settle();
      a.undo();
    },
    words: CLAIM,
  },
  {
    name: 'delete the whole range, undo, redo, undo',
    edit: (a, desk) => {
      a.pause().select(CLAIM).run(deleteSelection);
      desk.settle();
      a.undo().redo();
      desk.settle();
      a.undo();
    },
    words: CLAIM,
  },
  {
    name: 'delete the range and type the same again, key by key',
    edit: (a) => a.select(CLAIM).run(deleteSelection).type(CLAIM),
    words: '',
    degraded: CLAIM,
  },
  {
    name: 'replace the range by the same words in one go',
    edit: (a) => a.select(CLAIM).change((tr) => tr.insertText(CLAIM)),
    words: CLAIM,
    repairs: ['taken-off'],
  },
  {
    name: 'type over the range',
    edit: (a) => a.select(CLAIM).change((tr) => tr.insertText('a tenth')),
    words: '',
    degraded: 'a tenth',
  },
  {
    name: 'correct the last word',
    edit: (a) => a.select('percent').change((tr) => tr.insertText('per cent')),
    words: '5 per cent',
    repairs: ['taken-off', 'gap'],
  },
  {
    name: 'replace the last word by another',
    edit: (a) => a.select('percent').change((tr) => tr.insertText('points')),
    words: '5 p',
    repairs: ['taken-off'],
    degraded: '5 points',
  },
  {
    name: 'delete one of two equal characters at the start edge',
    doc: doc(section(first, p('In May the rate fell by 55 percent again.'), last)),
    edit: (a) => a.select('55', 0, 1).run(deleteSelection),
    words: CLAIM,
  },
  { name: 'Enter before', edit: (a) => a.cursor('the rate').run(splitBlock), words: CLAIM },
  {
    name: 'Enter inside',
    edit: (a) => a.cursor('5 percent', 2).run(splitBlock),
    words: '5 \npercent',
  },
  { name: 'Enter after', edit: (a) => a.cursor('again').run(splitBlock), words: CLAIM },
  {
    name: 'Enter at the start of the paragraph',
    edit: (a) => a.cursor('In May').run(splitBlock),
    words: CLAIM,
  },
  { name: 'Enter at the start edge', edit: (a) => a.cursor(CLAIM).run(splitBlock), words: CLAIM },
  {
    name: 'Enter at the end edge',
    edit: (a) => a.cursor('percent', 7).run(splitBlock),
    words: CLAIM,
  },
  {
    name: 'Enter before and undo',
    edit: (a, desk) => {
      a.pause().cursor('the rate').run(splitBlock);
      desk.settle();
      a.undo();
    },
    words: CLAIM,
  },
  {
    name: 'Enter inside and join again',
    edit: (a, desk) => {
      a.cursor('5 percent', 2).run(splitBlock);
      desk.settle();
      a.cursor('percent').run(backspace);
    },
    words: CLAIM,
  },
  {
    name: 'Backspace, claim in the second paragraph',
    edit: (a) => a.cursor('In May').run(backspace),
    words: CLAIM,
  },
  {
    name: 'Backspace, claim in the first paragraph',
    edit: (a) => a.cursor('Last').run(backspace),
    words: CLAIM,
  },
  {
    name: 'Backspace and undo',
    edit: (a, desk) => {
      a.pause().cursor('In May').run(backspace);
      desk.settle();
      a.undo();
    },
    words: CLAIM,
  },
  {
    name: 'wrap in a quote',
    edit: (a) => a.cursor('In May').run(wrapIn(type('blockquote'))),
    words: CLAIM,
  },
  {
    name: 'wrap in a quote and lift again',
    edit: (a, desk) => {
      a.cursor('In May').run(wrapIn(type('blockquote')));
      desk.settle();
      a.cursor('In May').run(lift);
    },
    words: CLAIM,
  },
  {
    name: 'paragraph to heading',
    edit: (a) => a.cursor('In May').run(setBlockType(type('heading'), { level: 2 })),
    words: CLAIM,
  },
  {
    name: 'paragraph to heading and undo',
    edit: (a, desk) => {
      a.pause()
        .cursor('In May')
        .run(setBlockType(type('heading'), { level: 2 }));
      desk.settle();
      a.undo();
    },
    words: CLAIM,
  },
  {
    name: 'paragraph to code block',
    edit: (a) => a.cursor('In May').run(setBlockType(type('code_block'))),
    words: CLAIM,
  },
  {
    name: 'into a list, split there, indented',
    edit: (a, desk) => {
      a.cursor('In May').run(wrapInList(type('bullet_list')));
      desk.settle();
      a.cursor('the rate').run(splitListItem(type('list_item')));
      desk.settle();
      a.cursor('the rate').run(sinkListItem(type('list_item')));
    },
    words: CLAIM,
  },
  {
    name: 'move the paragraph down',
    edit: (a) => {
      const node = a.node.child(0).child(1);
      const from = a.at('In May') - 1;
      a.change((tr) => tr.delete(from, from + node.nodeSize).insert(tr.doc.content.size - 1, node));
    },
    words: CLAIM,
  },
  {
    name: 'cut and paste the range',
    edit: (a, desk) => {
      const slice = cut(a.select(CLAIM));
      desk.settle();
      paste(a.cursor('Last'), slice);
    },
    words: CLAIM,
  },
  {
    name: 'cut and paste the sentence around it',
    edit: (a, desk) => {
      const slice = cut(a.select('In May the rate fell by 5 percent again.'));
      desk.settle();
      paste(a.cursor('Last'), slice);
    },
    words: CLAIM,
  },
  {
    name: 'cut half of it and paste it far away',
    edit: (a, desk) => {
      const slice = cut(a.select('percent'));
      desk.settle();
      paste(a.cursor('Last'), slice);
    },
    words: '5 \npercent',
  },
  {
    name: 'cut, paste twice',
    edit: (a, desk) => {
      const slice = cut(a.select(CLAIM));
      desk.settle();
      paste(a.cursor('Last'), slice);
      desk.settle();
      paste(a.cursor('First'), slice);
    },
    words: CLAIM,
    repairs: ['copy'],
  },
  {
    name: 'copy and paste into another paragraph',
    edit: (a) => {
      const slice = a.select(CLAIM).state.selection.content();
      paste(a.cursor('Last'), slice);
    },
    words: CLAIM,
    repairs: ['copy'],
  },
  {
    name: 'copy and paste right behind it',
    edit: (a) => {
      const slice = a.select(CLAIM).state.selection.content();
      paste(a.cursor('again', -1), slice);
    },
    words: CLAIM,
    repairs: ['copy'],
  },
  {
    name: 'copy the paragraph',
    edit: (a) => a.change((tr) => tr.insert(1, a.node.child(0).child(1))),
    words: CLAIM,
    repairs: ['copy'],
  },
  {
    name: 'paste unmarked words inside',
    edit: (a) =>
      paste(a.cursor('5 percent', 2), new Slice(Fragment.from(textSchema.text('or 6 ')), 0, 0)),
    words: '5 or 6 percent',
    repairs: ['gap'],
  },
  {
    name: 'insert plain words inside',
    edit: (a) => a.cursor('5 percent', 2).change((tr) => tr.insertText('or 6 ')),
    words: '5 or 6 percent',
  },
  {
    name: 'bold the whole',
    edit: (a) => a.select(CLAIM).run(toggleMark(markType('strong'))),
    words: CLAIM,
  },
  {
    name: 'bold half',
    edit: (a) => a.select('by 5 per').run(toggleMark(markType('strong'))),
    words: CLAIM,
  },
  {
    name: 'hard break before, and deleted again',
    edit: (a, desk) => {
      a.cursor('the rate').change((tr) =>
        tr.replaceSelectionWith(type('hard_break').create(), false),
      );
      desk.settle();
      const at = a.at('the rate');
      a.change((tr) => tr.delete(at - 1, at));
    },
    words: CLAIM,
  },
  {
    name: 'hard break inside',
    edit: (a) =>
      a
        .cursor('5 percent', 2)
        .change((tr) => tr.replaceSelectionWith(type('hard_break').create(), false)),
    words: '5 \npercent',
  },
  {
    name: 'hard break inside that bears the mark: bindings do not store marks on atoms',
    edit: (a) =>
      a
        .cursor('5 percent', 2)
        .change((tr) => tr.replaceSelectionWith(type('hard_break').create(), true)),
    words: '5 \npercent',
  },
  {
    name: 'clear all formatting',
    edit: (a) => a.change((tr) => tr.removeMark(0, tr.doc.content.size)),
    words: CLAIM,
    repairs: ['taken-off'],
  },
  {
    name: 'delete the paragraph and undo',
    edit: (a, desk) => {
      const from = a.at('In May') - 1;
      a.pause().change((tr) => tr.delete(from, from + tr.doc.child(0).child(1).nodeSize));
      desk.settle();
      a.undo();
    },
    words: CLAIM,
  },
  {
    name: 'put the mark on more words',
    edit: (a) => {
      const from = a.at('the rate');
      a.change((tr) => tr.addMark(from, from + 30, markType('anchor').create({ id: X })));
    },
    words: CLAIM,
    repairs: ['other-words'],
  },
  {
    name: 'move the mark to other words',
    edit: (a) => {
      const from = a.at('First');
      a.change((tr) =>
        tr
          .removeMark(0, tr.doc.content.size, markType('anchor'))
          .addMark(from, from + 5, markType('anchor').create({ id: X })),
      );
    },
    words: CLAIM,
    repairs: ['other-words', 'taken-off'],
  },
  {
    name: 'delete the words and put the mark on others in the same change',
    edit: (a) => {
      const from = a.at('First');
      const claim = a.at(CLAIM);
      a.change((tr) =>
        tr
          .delete(claim, claim + CLAIM.length)
          .addMark(from, from + 5, markType('anchor').create({ id: X })),
      );
    },
    words: '',
    repairs: ['other-words'],
  },
  {
    name: 'delete the words and insert others, marked, elsewhere',
    edit: (a) => {
      const from = a.at('First');
      const claim = a.at(CLAIM);
      const forged = textSchema.text('prices rose ', [markType('anchor').create({ id: X })]);
      a.change((tr) => tr.delete(claim, claim + CLAIM.length).insert(from, forged));
    },
    words: '',
    repairs: ['other-words'],
  },
  {
    name: 'insert the mark of no record',
    edit: (a) => {
      const zombie = textSchema.text('zombie ', [
        markType('anchor').create({ id: 'z'.repeat(21) }),
      ]);
      a.change((tr) => tr.insert(a.at('First'), zombie));
    },
    words: CLAIM,
    repairs: ['no-record'],
  },
  {
    name: 'several paragraphs: Enter in the middle, type there, join',
    claim: 'again.\nLast paragraph',
    edit: (a, desk) => {
      a.cursor('again', 2).run(splitBlock).type('new');
      desk.settle();
      a.cursor('newain').run(backspace);
    },
    words: 'agnewain.\nLast paragraph',
    repairs: ['gap'],
  },
  {
    name: 'several paragraphs: a paragraph between them stays outside',
    claim: 'again.\nLast paragraph',
    edit: (a) => a.change((tr) => tr.insert(a.at('Last') - 1, p('Between.'))),
    words: 'again.\nLast paragraph',
  },
  {
    name: 'several paragraphs: delete across the border',
    claim: 'again.\nLast paragraph',
    edit: (a) => a.selectRange(a.at('ain.'), a.at('Last paragraph.', 9)).run(deleteSelection),
    words: 'aggraph.',
    repairs: ['taken-off'],
    degraded: 'aggraph',
  },
  {
    name: 'several paragraphs: the first into a quote',
    claim: 'again.\nLast paragraph',
    edit: (a) => a.cursor('In May').run(wrapIn(type('blockquote'))),
    words: 'again.\nLast paragraph',
  },
];

describe('one editor, everybody else looking on', () => {
  for (const row of rows) {
    const title =
      row.degraded === undefined
        ? row.name
        : `${row.name} (stock binding; at best "${row.degraded}")`;
    test(title, () => {
      const desk = new Desk(row.doc ?? rate);
      const actor = desk.join();
      const peer = desk.join();
      const claim = row.claim ?? CLAIM;
      desk.mark(X, claim);
      expect(peer.words(X)).toBe(claim);
      row.edit(actor, desk);
      desk.settle();
      const later = desk.reload();
      expect({
        actor: actor.words(X),
        peer: peer.words(X),
        later: later.words(X),
        server: desk.book.words(X),
      }).toEqual({ actor: row.words, peer: row.words, later: row.words, server: row.words });
      expect(peer.text).toBe(actor.text);
      expect(later.text).toBe(actor.text);
      expect(desk.repairs.map((repair) => repair.kind)).toEqual(row.repairs ?? []);
      expect(anchorState(desk.book.words(X), claim)).toBe(
        row.words === ''
          ? 'removed'
          : row.words.replaceAll(/\s+/g, ' ') === claim.replaceAll(/\s+/g, ' ')
            ? 'exact'
            : 'changed',
      );
    });
  }
});
