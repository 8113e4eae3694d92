/** Typing, deleting and replacing. */
import { deleteSelection, splitBlock } from 'prosemirror-commands';
import { doc, p, section } from '../documents.ts';
import { atEdges, CLAIM, first, last, type Row } from './row.ts';

export const typing: readonly Row[] = [
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
];
