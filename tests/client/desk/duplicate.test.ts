import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { duplicateAt } from '../../../client/features/desk/text/duplicate.ts';
import { locate, placeOf } from '../../../domain/anchor/locate.ts';
import { setAnchor } from '../../../domain/anchor/set-anchor.ts';
import type { Place } from '../../../domain/command/place.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { ANA, Desk, id, TEXT } from '../../domain/desk.ts';

/** The desk's text in Yjs, with the words of its one claim marked. */
function marked(quote: string): { desk: Desk; text: Y.XmlFragment } {
  const text = new Y.Doc().getXmlFragment('text');
  const section = new Y.XmlElement('section');
  const paragraph = new Y.XmlElement('paragraph');
  text.insert(0, [section]);
  section.insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText(TEXT)]);
  const desk = new Desk();
  desk.marks(ANA, 'claim', quote);
  const found = locate(text, placeIn(text, quote));
  if (isRefusal(found)) throw new Error(found.reason);
  setAnchor(text, id('claim'), found);
  return { desk, text };
}

function placeIn(text: Y.XmlFragment, words: string): Place {
  const whole = new FragmentText(text);
  const start = whole.string.indexOf(words);
  const place = placeOf(whole, { start, end: start + words.length });
  if (!place) throw new Error(`Nowhere: ${words}`);
  return place;
}

const quote = 'Mobilized men claimed on November 23';

test('finds the claim over the same words that checks the same', () => {
  const { desk, text } = marked(quote);
  const place = placeIn(text, 'Mobilized men claimed on November');
  expect(duplicateAt(text, desk.state, place, 'said')?.id).toBe(id('claim'));
  expect(duplicateAt(text, desk.state, place, 'content')).toBeNull();
});

test('counts by where the claim stands now, not where it was marked', () => {
  const { desk, text } = marked(quote);
  const [run] = new FragmentText(text).pieces(0, 1);
  run?.text.insert(0, 'Some words that were put before everything else in the text. ');
  expect(duplicateAt(text, desk.state, placeIn(text, quote), 'said')?.id).toBe(id('claim'));
});

test('leaves words alone that cover less than four fifths of a claim, and withdrawn claims', () => {
  const { desk, text } = marked(quote);
  expect(duplicateAt(text, desk.state, placeIn(text, 'Mobilized men'), 'said')).toBeNull();
  desk.does(ANA, 'claim.withdraw', { claimId: id('claim'), reason: '' });
  expect(duplicateAt(text, desk.state, placeIn(text, quote), 'said')).toBeNull();
});
