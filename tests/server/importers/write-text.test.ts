import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { textSchema } from '../../../domain/text/schema.ts';
import { readText } from '../../../server/exporters/read-text.ts';
import { writeText } from '../../../server/importers/write-text.ts';
import { randomDocument } from '../exporters/random-document.ts';

function written(text: Node): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('text');
  writeText(fragment, text);
  return fragment;
}

function shapeOf(node: Y.XmlFragment | Y.XmlText): unknown {
  if (node instanceof Y.XmlText) return node.toDelta();
  return {
    name: node instanceof Y.XmlElement ? node.nodeName : null,
    attributes: node instanceof Y.XmlElement ? node.getAttributes() : null,
    children: node
      .toArray()
      .map((child) =>
        child instanceof Y.XmlText || child instanceof Y.XmlElement ? shapeOf(child) : child,
      ),
  };
}

/** Neighbouring runs of equal marks as one, anchors in the order of their ids. */
function settled(node: Node): Node {
  if (node.isText) {
    const id = ({ attrs }: Mark) => (typeof attrs['id'] === 'string' ? attrs['id'] : '');
    return node.mark(
      node.marks.toSorted(
        (a, b) =>
          Number(a.type.name !== 'anchor') - Number(b.type.name !== 'anchor') ||
          (a.type === b.type && id(a) < id(b) ? -1 : 0),
      ),
    );
  }
  return node.type.create(node.attrs, Fragment.fromArray(node.children.map(settled)), node.marks);
}

test('a text is written as y-prosemirror writes it', () => {
  fc.assert(
    fc.property(randomDocument, ({ text }) => {
      const ours = written(text);
      const theirs = new Y.Doc().getXmlFragment('text');
      prosemirrorToYXmlFragment(text, theirs);
      expect(shapeOf(ours)).toEqual(shapeOf(theirs));
    }),
    { numRuns: 200 },
  );
});

test('a text is read as y-prosemirror reads it', () => {
  fc.assert(
    fc.property(randomDocument, ({ text }) => {
      const fragment = written(text);
      const theirs = yXmlFragmentToProseMirrorRootNode(fragment, textSchema);
      expect(settled(readText(fragment)).toJSON()).toEqual(settled(theirs).toJSON());
    }),
    { numRuns: 200 },
  );
});

test('what does not fit the schema is passed over, not deleted', () => {
  const fragment = written(
    textSchema.node(
      'doc',
      null,
      textSchema.node('section', null, textSchema.node('paragraph', null, textSchema.text('kept'))),
    ),
  );
  const section = fragment.get(0);
  if (!(section instanceof Y.XmlElement)) throw new Error('There is no section.');
  section.insert(0, [new Y.XmlElement('script'), new Y.XmlText('stray')]);
  const heading = new Y.XmlElement('heading');
  section.insert(1, [heading]);
  heading.setAttribute('level', 'nine');
  heading.setAttribute('onclick', 'alert(1)');
  const before = Y.encodeStateVector(fragment.doc ?? new Y.Doc());
  expect(readText(fragment).toString()).toBe('doc(section(heading, paragraph("kept")))');
  expect(Y.encodeStateVector(fragment.doc ?? new Y.Doc())).toEqual(before);
});
