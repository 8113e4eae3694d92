import { describe, expect, test } from 'vitest';
import { fromBase64, toBase64 } from 'lib0/buffer';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { type Found, locate, placeOf } from '../../../domain/anchor/locate.ts';
import type { Place } from '../../../domain/command/place.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import { seeded } from '../../random.ts';
import { doc, p, section } from '../../anchor-matrix/documents.ts';
import { randomDocument } from '../text/random-document.ts';

function fragmentOf(...paragraphs: string[]): Y.XmlFragment {
  const ydoc = new Y.Doc();
  ydoc.clientID = 1;
  const fragment = ydoc.getXmlFragment('text');
  prosemirrorToYXmlFragment(doc(section(...paragraphs.map(p))), fragment);
  return fragment;
}

function placeAt(fragment: Y.XmlFragment, words: string): Place {
  const whole = new FragmentText(fragment);
  const start = whole.string.indexOf(words);
  const place = placeOf(whole, { start, end: start + words.length });
  if (place === null) throw new Error(words);
  return place;
}

function textAt(fragment: Y.XmlFragment, paragraph: number): Y.XmlText {
  const run = new FragmentText(fragment).runs[paragraph];
  if (run === undefined) throw new Error(`no paragraph ${paragraph}`);
  return run.text;
}

function wordsOf(fragment: Y.XmlFragment, found: Found | Refusal): string {
  if (isRefusal(found)) return `${found.code}: ${found.reason}`;
  const { string } = new FragmentText(fragment);
  expect(found.quote.exact).toBe(string.slice(found.span.start, found.span.end));
  return `${found.by}: ${found.quote.exact}`;
}

const rate = () =>
  fragmentOf('First one.', 'In May the rate fell by 5 percent again.', 'Last one.');

describe('a place', () => {
  test('that nothing touched is found by its position', () => {
    const fragment = rate();
    const found = locate(fragment, placeAt(fragment, '5 percent'));
    expect(wordsOf(fragment, found)).toBe('position: 5 percent');
    expect(found).toMatchObject({
      block: 1,
      quote: {
        exact: '5 percent',
        prefix: 'First one.\nIn May the rate fell by '.slice(-32),
        suffix: ' again.\nLast one.',
      },
      position: { start: 35, end: 44 },
    });
  });

  test('is a text quote with 32 code points around it, not units', () => {
    const fragment = fragmentOf(`${'👩'.repeat(40)}rate${'👩'.repeat(40)}`);
    const found = locate(fragment, placeAt(fragment, 'rate'));
    expect(found).toMatchObject({
      quote: { exact: 'rate', prefix: '👩'.repeat(32), suffix: '👩'.repeat(32) },
      position: { start: 40, end: 44 },
    });
  });

  test('moves with its characters', () => {
    const fragment = rate();
    const place = placeAt(fragment, '5 percent');
    textAt(fragment, 1).insert(0, 'Then: ');
    expect(wordsOf(fragment, locate(fragment, place))).toBe('position: 5 percent');
  });

  test('between live ends whose words changed a little takes the new words', () => {
    const fragment = rate();
    const place = placeAt(fragment, 'the rate fell by 5 percent');
    textAt(fragment, 1).insert(15, 'ly');
    expect(wordsOf(fragment, locate(fragment, place))).toBe(
      'similar: the rately fell by 5 percent',
    );
  });

  test('whose words differ in white space, case and quotes alone has not changed', () => {
    const fragment = rate();
    const place = { ...placeAt(fragment, 'the rate fell'), quote: 'The  RATE\nfell' };
    expect(wordsOf(fragment, locate(fragment, place))).toBe('position: the rate fell');
  });

  test('whose characters are gone is found by its quote nearby', () => {
    const fragment = rate();
    const place = placeAt(fragment, '5 percent');
    const text = textAt(fragment, 1);
    text.delete(24, 9);
    text.insert(24, '5 percent');
    expect(wordsOf(fragment, locate(fragment, place))).toBe('quote: 5 percent');
  });

  test('is found by its quote across the break of a paragraph that was split', () => {
    const fragment = rate();
    const place = placeAt(fragment, '5 percent again');
    fragment.delete(0, 1);
    const other = fragmentOf(
      'First one.',
      'In May the rate fell by 5',
      'percent again.',
      'Last one.',
    );
    expect(wordsOf(other, locate(other, place))).toBe('quote: 5\npercent again');
  });

  test('is not guessed where the quote stands twice', () => {
    const fragment = fragmentOf('the 5 percent', 'and 5 percent');
    const place = { ...placeAt(fragment, 'the 5'), start: '', end: '', quote: '5 percent' };
    expect(wordsOf(fragment, locate(fragment, place))).toMatch(/^words-not-found/);
  });

  test('is not looked for further than twenty blocks away', () => {
    const fragment = fragmentOf(
      ...Array.from({ length: 60 }, (_, i) => (i === 30 ? 'the needle' : `line ${i}`)),
    );
    const at = (block: number) =>
      locate(fragment, { start: '', end: '', quote: 'the needle', block });
    expect(wordsOf(fragment, at(10))).toBe('quote: the needle');
    expect(wordsOf(fragment, at(50))).toBe('quote: the needle');
    expect(wordsOf(fragment, at(9))).toMatch(/^words-not-found/);
    expect(wordsOf(fragment, at(51))).toMatch(/^words-not-found/);
    expect(wordsOf(fragment, at(1e15))).toMatch(/^words-not-found/);
    expect(wordsOf(fragment, at(Number.NaN))).toMatch(/^words-not-found/);
  });

  test('that reads quite differently now is refused, with the words as found', () => {
    const fragment = rate();
    const place = { ...placeAt(fragment, '5 percent again'), quote: 'prices rose and rose' };
    expect(wordsOf(fragment, locate(fragment, place))).toBe(
      'words-not-found: The words changed before they could be marked. There is now: “5 percent again” Mark them again.',
    );
  });

  test('whose ends changed places is refused', () => {
    const fragment = rate();
    const place = placeAt(fragment, 'the rate fell');
    const turned = { ...place, start: place.end, end: place.start, quote: 'something else' };
    expect(wordsOf(fragment, locate(fragment, turned))).toMatch(/^words-not-found/);
  });

  test('without words is refused, and so is one that is too long', () => {
    const fragment = rate();
    const place = placeAt(fragment, 'the rate');
    expect(locate(fragment, { ...place, quote: ' \n ' })).toMatchObject({ code: 'bad-request' });
    expect(locate(fragment, { ...place, quote: 'x'.repeat(2001) })).toMatchObject({
      code: 'bad-request',
    });
  });

  test('never splits what people see as one character', () => {
    const fragment = fragmentOf('a 👩‍🔬 b');
    const whole = new FragmentText(fragment);
    expect(placeOf(whole, { start: 3, end: 6 })?.quote).toBe('👩‍🔬');
  });

  test('covers several paragraphs and both sides of a hard break', () => {
    const fragment = fragmentOf('One two', 'three|four', 'five');
    const found = locate(fragment, placeAt(fragment, 'two\nthree\nfour\nfive'));
    expect(wordsOf(fragment, found)).toBe('position: two\nthree\nfour\nfive');
    expect(
      isRefusal(found) ? [] : found.pieces.map(({ index, length }) => [index, length]),
    ).toEqual([
      [4, 3],
      [0, 5],
      [0, 4],
      [0, 4],
    ]);
  });

  test('comes out as it went in, for any range of any document (300 seeds)', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      const fragment = new Y.Doc().getXmlFragment('text');
      prosemirrorToYXmlFragment(randomDocument(random), fragment);
      const whole = new FragmentText(fragment);
      const start = random.int(0, whole.string.length);
      const place = placeOf(whole, { start, end: start + random.int(0, 60) });
      if (place === null) continue;
      const found = locate(fragment, place);
      expect(isRefusal(found) ? found.reason : found.quote.exact, `seed ${seed}`).toBe(place.quote);
      expect(isRefusal(found) ? null : found.by, `seed ${seed}`).toBe('position');
    }
  });
});

describe('a hostile place', () => {
  const position = (make: (doc: Y.Doc) => Y.RelativePosition, fragment: Y.XmlFragment): string =>
    toBase64(Y.encodeRelativePosition(make(fragment.doc ?? new Y.Doc())));

  test('neither throws nor makes a root, nor reaches another', () => {
    const fragment = rate();
    const ydoc = fragment.doc ?? new Y.Doc();
    ydoc.getMap('claims').set('a', 'secret words');
    const secret = new Y.Text('secret words');
    ydoc.getMap('claims').set('b', secret);
    const roots = [...ydoc.share.keys()];
    const before = Y.encodeStateAsUpdate(ydoc);
    const hostile = [
      '',
      'AA==',
      '////////',
      'not base64!',
      'A'.repeat(200),
      toBase64(new Uint8Array([0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255])),
      toBase64(new Uint8Array([1, 200, 1])),
      toBase64(new Uint8Array([7])),
      position(() => Y.createRelativePositionFromTypeIndex(secret, 0), fragment),
      position((of) => Y.createRelativePositionFromTypeIndex(of.getMap('claims'), 0), fragment),
      toBase64(Y.encodeRelativePosition(new Y.RelativePosition(null, 'forged-root', null, 0))),
      toBase64(
        Y.encodeRelativePosition(new Y.RelativePosition(null, null, Y.createID(999_999, 5), 0)),
      ),
      toBase64(
        Y.encodeRelativePosition(
          new Y.RelativePosition(Y.createID(1, 999_999), null, Y.createID(1, 999_999), 0),
        ),
      ),
      toBase64(Y.encodeRelativePosition(new Y.RelativePosition(null, null, Y.createID(1, 0), 0))),
    ];
    const good = placeAt(fragment, '5 percent');
    for (const start of hostile) {
      for (const end of [...hostile, good.end]) {
        const found = locate(fragment, { start, end, quote: 'nowhere to be seen', block: 0 });
        expect(found, start).toMatchObject({ code: 'words-not-found' });
        expect(JSON.stringify(found), start).not.toContain('secret');
      }
    }
    expect([...ydoc.share.keys()]).toEqual(roots);
    expect(Y.encodeStateAsUpdate(ydoc)).toEqual(before);
  });

  test('of random bytes is never more than refused (2,000 seeds)', () => {
    const fragment = rate();
    const good = placeAt(fragment, '5 percent');
    for (let seed = 0; seed < 2000; seed++) {
      const random = seeded(seed);
      const bytes = random.chance(0.5)
        ? Uint8Array.from({ length: random.int(0, 20) }, () => random.int(0, 255))
        : fromBase64(good.start).map((byte) => (random.chance(0.3) ? random.int(0, 255) : byte));
      const place = {
        start: toBase64(bytes),
        end: good.end,
        quote: 'nowhere to be seen',
        block: 1,
      };
      const found = locate(fragment, place);
      expect(isRefusal(found) && found.code, `seed ${seed}`).toBe('words-not-found');
    }
  });

  test('that spans the whole of a large text costs little', () => {
    const fragment = fragmentOf(
      ...Array.from(
        { length: 2000 },
        (_, i) => `Paragraph ${i} of a long text with some words in it.`,
      ),
    );
    const whole = new FragmentText(fragment);
    const first = placeAt(fragment, 'Paragraph 0 ');
    const last = placeOf(whole, { start: whole.string.length - 4, end: whole.string.length });
    const place = { start: first.start, end: last?.end ?? '', quote: 'y'.repeat(2000), block: 0 };
    const started = performance.now();
    expect(locate(fragment, place)).toMatchObject({ code: 'words-not-found' });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
