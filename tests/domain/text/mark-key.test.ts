import { describe, expect, test } from 'vitest';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { anchorKey, anchorOfFormat, isAnchorKey } from '../../../domain/text/mark-key.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import { seeded } from '../../random.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const random = seeded(7);
const ids = Array.from({ length: 300 }, () =>
  Array.from({ length: 21 }, () => random.pick(alphabet.split(''))).join(''),
);

/** The format keys that y-prosemirror writes for text that bears these anchors. */
function writtenKeys(anchors: readonly string[]): string[] {
  const marks = anchors.map((id) => textSchema.mark('anchor', { id }));
  const text = textSchema.text('words', marks);
  const doc = textSchema.node('doc', null, [
    textSchema.node('section', null, [textSchema.node('paragraph', null, [text])]),
  ]);
  const fragment = new Y.Doc().getXmlFragment('text');
  prosemirrorToYXmlFragment(doc, fragment);
  const section = fragment.get(0);
  const paragraph = section instanceof Y.XmlElement ? section.get(0) : null;
  const written = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(written instanceof Y.XmlText)) throw new Error('no text was written');
  return Object.keys(written.toDelta()[0]?.attributes ?? {});
}

describe('the key of an anchor', () => {
  test('is the one that y-prosemirror writes', () => {
    for (const id of ids) expect(writtenKeys([id]), id).toEqual([anchorKey(id)]);
  });

  test('differs where anchors overlap on the same words', () => {
    const pair = ids.slice(0, 2);
    expect(writtenKeys(pair).toSorted()).toEqual(pair.map(anchorKey).toSorted());
  });

  test('is frozen', () => {
    expect(anchorKey('V1StGXR8_Z5jdHi6B-myT')).toMatchInlineSnapshot(`"anchor--EnOlcj0n"`);
  });

  test('gives back its id only with the exact value', () => {
    const [id = '', other = ''] = ids;
    const key = anchorKey(id);
    expect(isAnchorKey(key)).toBe(true);
    expect(anchorOfFormat(key, { id })).toBe(id);
    for (const value of [null, true, id, {}, [id], { id: other }, { id, more: 1 }, { id: 5 }]) {
      expect(anchorOfFormat(key, value), JSON.stringify(value)).toBeNull();
    }
    for (const bad of ['anchor', 'anchors', `${key}=`, ` ${key}`, `${key}\n`, anchorKey(other)]) {
      expect(anchorOfFormat(bad, { id }), bad).toBeNull();
    }
  });
});
