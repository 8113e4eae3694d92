import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { anchoredPlace } from '../../../../client/features/desk/judge/anchored-place.ts';
import { locate } from '../../../../domain/anchor/locate.ts';
import { setAnchor } from '../../../../domain/anchor/set-anchor.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { FragmentText } from '../../../../domain/text/plain-text.ts';
import { doc, p, section, sharedDoc } from '../../editor/shared-text.ts';

const CLAIM = 'claim'.padEnd(21, '_');

function anchored(quote: string): Y.XmlFragment {
  const shared = sharedDoc(
    doc(
      section(p('The rate fell in May.'), p('Prices rose 😀 in May.')),
      section(p('Why in May?')),
    ),
  );
  const text = shared.getXmlFragment('text');
  const whole = new FragmentText(text);
  const start = whole.string.indexOf(quote);
  setAnchor(text, CLAIM, { pieces: whole.pieces(start, start + quote.length) });
  return text;
}

describe('the place where a claim stands now', () => {
  test.each([
    'rate fell',
    'rose 😀 in',
    'in May.\nPrices rose',
    'fell in May.\nPrices rose 😀 in May.\nWhy',
  ])('is that of its words: %j', (quote) => {
    const text = anchored(quote);
    const place = anchoredPlace(text, CLAIM);
    expect(place?.quote).toBe(quote);
    const located = place && locate(text, place);
    expect(located && !isRefusal(located) && located.quote.exact).toBe(quote);
  });

  test('is told apart from the same words elsewhere', () => {
    const text = anchored('in May.\nPrices');
    const whole = new FragmentText(text);
    const second = whole.string.lastIndexOf('in May');
    setAnchor(text, CLAIM, { pieces: whole.pieces(second, second + 6) });
    const place = anchoredPlace(text, CLAIM);
    const located = place && locate(text, place);
    expect(located && !isRefusal(located) && located.span.start).toBe(second);
  });

  test('follows words that are written before it and inside it', () => {
    const text = anchored('Prices rose');
    const block = text.createTreeWalker((node) => node instanceof Y.XmlText);
    const [, prices] = [...block];
    if (!(prices instanceof Y.XmlText)) throw new Error('The second paragraph has no text');
    prices.insert(7, 'hardly ');
    prices.insert(0, 'Yet ', {});
    expect(anchoredPlace(text, CLAIM)?.quote).toBe('Prices hardly rose');
  });

  test('is none where the claim has no mark', () => {
    const text = anchored('Prices rose');
    expect(anchoredPlace(text, 'other'.padEnd(21, '_'))).toBeNull();
    setAnchor(text, CLAIM, { pieces: [] });
    expect(anchoredPlace(text, CLAIM)).toBeNull();
  });
});
