import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { duplicatesAt } from '../../../client/features/desk/text/duplicate.ts';
import { locate, placeOf } from '../../../domain/anchor/locate.ts';
import { setAnchor } from '../../../domain/anchor/set-anchor.ts';
import type { Place } from '../../../domain/command/place.ts';
import type { Checks } from '../../../domain/record/claim.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { ANA, Desk, id, TEXT } from '../../domain/desk.ts';

/** The desk's text in Yjs, with the words of its one claim marked. */
function marked(quote: string): {
  desk: Desk;
  text: Y.XmlFragment;
  found(place: Place, ...questions: Checks[]): string[];
} {
  const text = new Y.Doc().getXmlFragment('text');
  const section = new Y.XmlElement('section');
  const paragraph = new Y.XmlElement('paragraph');
  text.insert(0, [section]);
  section.insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText(TEXT)]);
  const desk = new Desk();
  desk.marks(ANA, 'claim', quote);
  const located = locate(text, placeIn(text, quote));
  if (isRefusal(located)) throw new Error(located.reason);
  setAnchor(text, id('claim'), located);
  return {
    desk,
    text,
    found: (place, ...questions) =>
      duplicatesAt(text, desk.state, place, questions).map((claim) => claim.id),
  };
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
  const { text, found } = marked(quote);
  const place = placeIn(text, 'Mobilized men claimed on November');
  expect(found(place, 'said')).toEqual([id('claim')]);
  expect(found(place, 'content')).toEqual([]);
  expect(found(place, 'said', 'content')).toEqual([id('claim')]);
});

test('counts by where the claim stands now, not where it was marked', () => {
  const { text, found } = marked(quote);
  const [run] = new FragmentText(text).pieces(0, 1);
  run?.text.insert(0, 'Some words that were put before everything else in the text. ');
  expect(found(placeIn(text, quote), 'said')).toEqual([id('claim')]);
});

test('leaves words alone that cover less than four fifths of a claim, and withdrawn claims', () => {
  const { desk, text, found } = marked(quote);
  expect(found(placeIn(text, 'Mobilized men'), 'said')).toEqual([]);
  desk.does(ANA, 'claim.withdraw', { claimId: id('claim'), reason: '' });
  expect(found(placeIn(text, quote), 'said')).toEqual([]);
});
