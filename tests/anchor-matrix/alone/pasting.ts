/** Cutting, copying and pasting. */
import { Fragment, Slice } from 'prosemirror-model';
import { textSchema } from '../../../domain/text/schema.ts';
import { CLAIM, cut, paste, type Row } from './row.ts';

export const pasting: readonly Row[] = [
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
];
