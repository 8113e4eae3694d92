// @vitest-environment happy-dom
import { type ContentMatch, DOMParser, DOMSerializer, type NodeType } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { prosemirrorToYXmlFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { isLinkTarget } from '../../../domain/text/link-target.ts';
import { anchorOfFormat } from '../../../domain/text/mark-key.ts';
import { childrenOf } from '../../../domain/text/plain-text.ts';
import { isAnchorValue, markRules, nodeRules } from '../../../domain/text/rules.ts';
import { isTextBlock, SCHEMA_VERSION, textSchema } from '../../../domain/text/schema.ts';
import { seeded } from '../../random.ts';
import { randomDocument } from './random-document.ts';

/** The names that a content expression allows, provided that it allows any number of each. */
function anyNumberOf(type: NodeType): string[] {
  const names: string[] = [];
  const start: ContentMatch = type.contentMatch;
  expect(start.validEnd, `${type.name} may be empty`).toBe(true);
  for (let i = 0; i < start.edgeCount; i++) {
    const edge = start.edge(i);
    expect(edge.next.validEnd && edge.next.edgeCount === start.edgeCount, type.name).toBe(true);
    names.push(edge.type.name);
  }
  return names;
}

describe('the rules of the text', () => {
  test('are those of the schema, node by node', () => {
    expect([...nodeRules.keys(), 'text'].toSorted()).toEqual(
      Object.keys(textSchema.nodes).toSorted(),
    );
    for (const [name, rule] of nodeRules) {
      const type = textSchema.nodes[name];
      if (type === undefined) throw new Error(name);
      const allowed = [...rule.children, ...(rule.text ? ['text'] : [])];
      expect(anyNumberOf(type).toSorted(), name).toEqual(allowed.toSorted());
      expect(Object.keys(type.spec.attrs ?? {}).toSorted(), name).toEqual(
        [...rule.attributes.keys()].toSorted(),
      );
      const marks = Object.values(textSchema.marks).filter((mark) => type.allowsMarkType(mark));
      if (rule.text)
        expect(marks.map((mark) => mark.name).toSorted(), name).toEqual([...rule.marks].toSorted());
      expect(isTextBlock(name), name).toBe(type.isTextblock);
    }
  });

  test('are those of the schema, mark by mark', () => {
    expect([...markRules.keys(), 'anchor'].toSorted()).toEqual(
      Object.keys(textSchema.marks).toSorted(),
    );
  });

  test('check attributes as the schema does', () => {
    for (const [name, rule] of nodeRules) {
      for (const [attribute, check] of rule.attributes) {
        for (const value of [0, 1, 2, 6, 7, -1, 1.5, NaN, '1', null, {}, 1e9, 1e10]) {
          const bySchema = () => textSchema.node(name, { [attribute]: value });
          if (check(value)) expect(bySchema, `${name} ${JSON.stringify(value)}`).not.toThrow();
          else expect(bySchema, `${name} ${JSON.stringify(value)}`).toThrow(RangeError);
        }
      }
    }
  });

  test('fit everything that a binding writes for any document (300 seeds)', () => {
    for (let seed = 0; seed < 300; seed++) {
      const node = randomDocument(seeded(seed));
      expect(() => node.check(), `seed ${seed}`).not.toThrow();
      const fragment = new Y.Doc().getXmlFragment('text');
      prosemirrorToYXmlFragment(node, fragment);
      expectFits(fragment, 'doc', `seed ${seed}`);
    }
  });

  test('have a version', () => {
    expect(SCHEMA_VERSION).toBe(1);
  });
});

function expectFits(parent: Y.XmlFragment, name: string, seed: string): void {
  const rule = nodeRules.get(name);
  if (rule === undefined) throw new Error(name);
  for (const child of childrenOf(parent)) {
    if (child instanceof Y.XmlText) {
      expect(rule.text, seed).toBe(true);
      for (const { insert, attributes } of child.toDelta()) {
        expect(typeof insert, seed).toBe('string');
        for (const [key, value] of Object.entries(attributes ?? {})) {
          const fits = markRules.get(key)?.value(value) ?? anchorOfFormat(key, value) !== null;
          expect(fits, `${seed}: ${key}`).toBe(true);
        }
      }
    } else {
      expect(rule.children, seed).toContain(child.nodeName);
      for (const [key, value] of Object.entries(child.getAttributes())) {
        expect(nodeRules.get(child.nodeName)?.attributes.get(key)?.(value), `${seed}: ${key}`).toBe(
          true,
        );
      }
      expectFits(child, child.nodeName, seed);
    }
  }
}

describe('values of marks', () => {
  const id = 'V1StGXR8_Z5jdHi6B-myT';

  test('an anchor has an id and nothing else', () => {
    expect(isAnchorValue({ id })).toBe(true);
    for (const value of [
      null,
      true,
      id,
      [],
      {},
      { id: 'short' },
      { id, status: 'true' },
      { id: [id] },
    ]) {
      expect(isAnchorValue(value), JSON.stringify(value)).toBe(false);
    }
  });

  test('plain marks have no attributes, and none inherited either', () => {
    for (const name of ['strong', 'em', 'code']) {
      expect(markRules.get(name)?.value({})).toBe(true);
      for (const value of [true, 'on', { a: 1 }, []])
        expect(markRules.get(name)?.value(value)).toBe(false);
    }
    expect(markRules.get('link')?.value(Object.create({ href: 'https://example.org' }))).toBe(
      false,
    );
    for (const key of ['__proto__', 'constructor', 'toString'])
      expect(markRules.get(key)).toBeUndefined();
  });

  test('a link points to the web or to an address, never to a script', () => {
    for (const href of [
      'https://example.org',
      'http://localhost:80/a?b#c',
      'mailto:a@b.org',
      'HTTPS://EXAMPLE.ORG',
    ]) {
      expect(isLinkTarget(href), href).toBe(true);
      expect(markRules.get('link')?.value({ href })).toBe(true);
    }
    const bad = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'https:\n//example.org',
      'https://exa mple.org',
      'https://',
      'https:example.org',
      'data:text/html,x',
      '//example.org',
      '/relative',
      '',
      'mailto:',
      'vbscript:x',
      'https://example.org/\u0000',
      `https://example.org/${'a'.repeat(2000)}`,
      5,
      null,
    ];
    for (const href of bad) {
      expect(isLinkTarget(href), String(href)).toBe(false);
      expect(markRules.get('link')?.value({ href })).toBe(false);
    }
  });
});

describe('the schema and HTML', () => {
  const serializer = DOMSerializer.fromSchema(textSchema);
  const parse = (html: string) => {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    return DOMParser.fromSchema(textSchema).parse(holder);
  };
  const toHtml = (node: ReturnType<typeof parse>): string => {
    const holder = document.createElement('div');
    holder.append(serializer.serializeFragment(node.content, { document }));
    return holder.innerHTML;
  };

  test('drop scripts, handlers and links that are none', () => {
    const node = parse(
      '<div data-section><p onclick="x()">a <a href="javascript:alert(1)">b</a> <a href="https://example.org/?a&amp;b">c</a></p><script>x()</script></div>',
    );
    expect(toHtml(node)).toBe(
      '<div data-section=""><p dir="auto">a b <a href="https://example.org/?a&amp;b" rel="noopener noreferrer nofollow">c</a></p></div>',
    );
  });

  test('cannot hold a link to a script, wherever it comes from', () => {
    const mark = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
    expect(() => textSchema.mark('link', mark.attrs)).toThrow(RangeError);
    expect(() => textSchema.nodeFromJSON({ type: 'text', text: 'x', marks: [mark] })).toThrow(
      RangeError,
    );
  });

  test('put pasted blocks into sections and keep what a browser would lay out', () => {
    const node = parse('<h2>Title</h2><ul><li>one</li></ul><pre>a\n  b</pre><hr><p>x<br>y</p>');
    expect(() => node.check()).not.toThrow();
    expect(node.firstChild?.type.name).toBe('section');
    const names: string[] = [];
    node.descendants((child) => void names.push(child.type.name));
    for (const name of ['heading', 'bullet_list', 'code_block', 'horizontal_rule', 'hard_break']) {
      expect(names).toContain(name);
    }
    expect(node.textContent).toContain('a\n  b');
  });

  test('read anchors back, and only well-formed ones', () => {
    const anchored = (id: string) => parse(`<p><span data-anchor="${id}">x</span></p>`);
    const marks = (node: ReturnType<typeof parse>) => {
      const found: string[] = [];
      node.descendants((child) => void found.push(...child.marks.map((mark) => mark.type.name)));
      return found;
    };
    expect(marks(anchored('V1StGXR8_Z5jdHi6B-myT'))).toEqual(['anchor']);
    expect(marks(anchored('no'))).toEqual([]);
  });
});
