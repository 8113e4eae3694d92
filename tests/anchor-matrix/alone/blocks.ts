/** Blocks split, joined, wrapped and moved; claims over several of them. */
import { deleteSelection, lift, setBlockType, splitBlock, wrapIn } from 'prosemirror-commands';
import { sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { p } from '../documents.ts';
import { backspace, CLAIM, type Row, type } from './row.ts';

export const blocks: readonly Row[] = [
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
