import { describe, expect, test } from 'vitest';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { FragmentText, NodeText, plainTextOfNode } from '../../../domain/text/plain-text.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import { seeded } from '../../random.ts';
import { randomDocument } from './random-document.ts';

function fragmentOf(doc: ReturnType<typeof randomDocument>): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('text');
  prosemirrorToYXmlFragment(doc, fragment);
  return fragment;
}

const paragraph = (...content: string[]) =>
  textSchema.node(
    'paragraph',
    null,
    content.map((part) =>
      part === '<br>' ? textSchema.node('hard_break') : textSchema.text(part),
    ),
  );

describe('plain text', () => {
  test('joins text blocks by a line break and shows sections as nothing', () => {
    const doc = textSchema.node('doc', null, [
      textSchema.node('section', null, [paragraph('One.'), paragraph()]),
      textSchema.node('section', null, []),
      textSchema.node('section', null, [
        textSchema.node('blockquote', null, [paragraph('Two', '<br>', 'lines.')]),
        textSchema.node('horizontal_rule'),
        textSchema.node('bullet_list', null, [
          textSchema.node('list_item', null, [paragraph('x')]),
        ]),
      ]),
    ]);
    expect(plainTextOfNode(doc)).toBe('One.\n\nTwo\nlines.\n\uFFFC\nx');
    expect(new FragmentText(fragmentOf(doc)).string).toBe('One.\n\nTwo\nlines.\n\uFFFC\nx');
  });

  test('is the same from ProseMirror and from Yjs, block by block (500 seeds)', () => {
    for (let seed = 0; seed < 500; seed++) {
      const doc = randomDocument(seeded(seed));
      const node = new NodeText(doc);
      const yjs = new FragmentText(fragmentOf(doc));
      expect(yjs.string, `seed ${seed}`).toBe(node.string);
      const bounds = ({ from, to }: { from: number; to: number }) => [from, to];
      expect(yjs.blocks.map(bounds), `seed ${seed}`).toEqual(node.blocks.map(bounds));
    }
  });

  test('maps every offset to the character that stands there, and back (200 seeds)', () => {
    for (let seed = 0; seed < 200; seed++) {
      const doc = randomDocument(seeded(seed));
      const node = new NodeText(doc);
      const yjs = new FragmentText(fragmentOf(doc));
      for (let offset = 0; offset < node.string.length; offset++) {
        const character = node.string.charAt(offset);
        const run = yjs.runAt(offset);
        const pos = node.posOf(offset);
        if (run === null) {
          expect(['\n', '\uFFFC'], `seed ${seed}`).toContain(character);
        } else {
          expect(node.offsetOf(pos), `seed ${seed}`).toBe(offset);
          expect(yjs.offsetOf(run.text, offset - run.from), `seed ${seed}`).toBe(offset);
          expect(doc.textBetween(pos, pos + 1), `seed ${seed}`).toBe(character);
        }
      }
    }
  });

  test('covers any range by pieces, all but breaks and atoms (200 seeds)', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded(seed);
      const doc = randomDocument(random);
      const yjs = new FragmentText(fragmentOf(doc));
      const start = random.int(0, yjs.string.length);
      const end = random.int(start, yjs.string.length);
      const runs = new Map(yjs.runs.map((run) => [run.text, run]));
      const covered = yjs
        .pieces(start, end)
        .map(({ text, index, length }) => {
          const from = (runs.get(text)?.from ?? Number.NaN) + index;
          return yjs.string.slice(from, from + length);
        })
        .join('');
      const breaks = new Set<number>();
      for (let offset = start; offset < end; offset++)
        if (yjs.runAt(offset) === null) breaks.add(offset);
      const expected = yjs.string
        .slice(start, end)
        .split('')
        .filter((_, i) => !breaks.has(start + i))
        .join('');
      expect(covered, `seed ${seed}`).toBe(expected);
    }
  });
});
