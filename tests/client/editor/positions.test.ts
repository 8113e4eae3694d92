import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { toAbsolute, toRelative } from '../../../client/editor/positions.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import { br, copyOf, doc, p, section, sharedDoc } from './shared-text.ts';

const item = (...blocks: Node[]): Node => textSchema.node('list_item', null, blocks);
const content = doc(
  section(p('One', br(), 'two'), p(), textSchema.node('horizontal_rule')),
  section(
    textSchema.node('bullet_list', null, [
      item(p('a')),
      item(p('b', br()), textSchema.node('blockquote', null, [p('c 👩‍🚀')])),
    ]),
    p(br(), 'end'),
  ),
);

describe('A position', () => {
  test('comes back as it was, wherever text can be', () => {
    const shared = sharedDoc(content);
    const fragment = shared.getXmlFragment('text');
    let checked = 0;
    for (let pos = 0; pos <= content.content.size; pos += 1) {
      if (!content.resolve(pos).parent.isTextblock) continue;
      const relative = toRelative(fragment, content, pos);
      expect(relative && toAbsolute(fragment, content, relative), `position ${pos}`).toBe(pos);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(25);
  });

  test('is the same in another copy, and follows its character', () => {
    const shared = sharedDoc(content);
    const copy = copyOf(shared).getXmlFragment('text');
    const pos = 7; // before “two”
    const relative = toRelative(shared.getXmlFragment('text'), content, pos);
    if (!relative) throw new Error('no position');
    expect(toAbsolute(copy, content, relative)).toBe(pos);
    const words = ((copy.get(0) as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    words.insert(0, 'xx');
    const longer = doc(
      section(p('xxOne', br(), 'two'), p(), textSchema.node('horizontal_rule')),
      content.child(1),
    );
    expect(toAbsolute(copy, longer, relative)).toBe(pos + 2);
  });

  test('in words that are gone, of another document or of a strange root is none', () => {
    const shared = sharedDoc(content);
    const fragment = shared.getXmlFragment('text');
    const relative = toRelative(fragment, content, 4);
    if (!relative) throw new Error('no position');
    fragment.delete(0, 1);
    expect(toAbsolute(fragment, doc(content.child(1)), relative)).toBeNull();
    const elsewhere = Y.createRelativePositionFromJSON({
      type: null,
      tname: 'evil',
      item: null,
      assoc: 0,
    });
    expect(toAbsolute(fragment, content, elsewhere)).toBeNull();
    expect([...shared.share.keys()]).toEqual(['text']);
    const unknown = Y.createRelativePositionFromJSON({
      type: null,
      tname: null,
      item: { client: 5, clock: 5 },
      assoc: 0,
    });
    expect(toAbsolute(fragment, content, unknown)).toBeNull();
  });
});
