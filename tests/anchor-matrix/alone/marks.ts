/** Formatting, breaks, and the mark itself. */
import { toggleMark } from 'prosemirror-commands';
import { textSchema } from '../../../domain/text/schema.ts';
import { CLAIM, markType, type Row, type, X } from './row.ts';

export const marksMoved: readonly Row[] = [
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
];
