// The ProseMirror schema of a document's text. Names, attributes, children and
// marks come from the rules that the gate checks too; here is only what
// ProseMirror adds: how nodes are drawn, parsed and behave while editing.
import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { isLinkTarget } from './link-target.ts';
import { isAnchorValue, isLevel, isOrder, nodeRules, type AttributeCheck } from './rules.ts';

export { SCHEMA_VERSION } from './rules.ts';

/** For a ProseMirror attribute, which is checked whenever a node or mark is made: throws where it does not fit. */
function validate(name: string, check: AttributeCheck) {
  return (value: unknown) => {
    if (!check(value)) throw new RangeError(`Not a valid ${name}: ${JSON.stringify(value)}`);
  };
}

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'section*' },

  // About fifty blocks that the browser can skip while they are off screen. No
  // role and no label: to a reader and to the plain text it is nothing.
  section: {
    content: 'block*',
    toDOM: () => ['div', { 'data-section': '' }, 0],
    parseDOM: [{ tag: 'div[data-section]' }],
  },

  paragraph: {
    content: 'inline*',
    group: 'block',
    // Each by its own first letter: a report in Arabic quotes English ones.
    toDOM: () => ['p', { dir: 'auto' }, 0],
    parseDOM: [{ tag: 'p' }],
  },

  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 1, validate: validate('heading level', isLevel) } },
    toDOM: (node) => [`h${String(node.attrs['level'])}`, { dir: 'auto' }, 0],
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  },

  bullet_list: {
    content: 'list_item*',
    group: 'block',
    toDOM: () => ['ul', 0],
    parseDOM: [{ tag: 'ul' }],
  },

  ordered_list: {
    content: 'list_item*',
    group: 'block',
    attrs: { order: { default: 1, validate: validate('list number', isOrder) } },
    toDOM: ({ attrs: { order } }) =>
      order === 1 ? ['ol', 0] : ['ol', { start: String(order) }, 0],
    parseDOM: [
      {
        tag: 'ol',
        getAttrs(dom) {
          const order = Number(dom.getAttribute('start') ?? 1);
          return { order: isOrder(order) ? order : 1 };
        },
      },
    ],
  },

  list_item: {
    content: 'block*',
    defining: true,
    toDOM: () => ['li', 0],
    parseDOM: [{ tag: 'li' }],
  },

  blockquote: {
    content: 'block*',
    group: 'block',
    defining: true,
    toDOM: () => ['blockquote', 0],
    parseDOM: [{ tag: 'blockquote' }],
  },

  horizontal_rule: {
    group: 'block',
    toDOM: () => ['hr'],
    parseDOM: [{ tag: 'hr' }],
  },

  code_block: {
    content: 'text*',
    group: 'block',
    marks: 'anchor',
    code: true,
    defining: true,
    toDOM: () => ['pre', ['code', 0]],
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
  },

  text: { group: 'inline' },

  // Without marks: bindings do not store marks on atoms, and copies would differ.
  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    leafText: () => '\n',
    toDOM: () => ['br'],
    parseDOM: [{ tag: 'br' }],
  },
};

// The order is the order of nesting: anchors outermost, so that bold inside a
// claim does not cut its highlight in three.
const marks: Record<string, MarkSpec> = {
  // Where a claim or a comment lies. `excludes: ''` lets them overlap; the
  // attributes are frozen for good, since Yjs keys the mark by their hash.
  anchor: {
    attrs: { id: { validate: validate('anchor', (id) => isAnchorValue({ id })) } },
    excludes: '',
    inclusive: false,
    toDOM: (mark) => ['span', { 'data-anchor': String(mark.attrs['id']) }, 0],
    parseDOM: [
      {
        tag: 'span[data-anchor]',
        getAttrs(dom) {
          const value = { id: dom.getAttribute('data-anchor') };
          return isAnchorValue(value) ? value : false;
        },
      },
    ],
  },

  link: {
    attrs: { href: { validate: validate('link target', isLinkTarget) } },
    inclusive: false,
    toDOM: ({ attrs: { href } }) =>
      isLinkTarget(href) ? ['a', { href, rel: 'noopener noreferrer nofollow' }, 0] : ['span', 0],
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs(dom) {
          const href = dom.getAttribute('href');
          return isLinkTarget(href) ? { href } : false;
        },
      },
    ],
  },

  strong: {
    toDOM: () => ['strong', 0],
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps everything it copies in <b style="font-weight: normal">.
      { tag: 'b', getAttrs: (dom) => (dom.style.fontWeight === 'normal' ? false : null) },
      { style: 'font-weight=400', clearMark: (mark) => mark.type.name === 'strong' },
      {
        style: 'font-weight',
        getAttrs: (value) => (/^(?:bold(?:er)?|[5-9]\d\d)$/.test(value) ? null : false),
      },
    ],
  },

  em: {
    toDOM: () => ['em', 0],
    parseDOM: [
      { tag: 'em' },
      { tag: 'i' },
      { style: 'font-style=italic' },
      { style: 'font-style=normal', clearMark: (mark) => mark.type.name === 'em' },
    ],
  },

  code: {
    code: true,
    toDOM: () => ['code', 0],
    parseDOM: [{ tag: 'code' }],
  },
};

export const textSchema = new Schema({ nodes, marks });

/** Whether the text of `name` is a text block: one line of the plain text, or more with hard breaks. */
export function isTextBlock(name: string): boolean {
  return nodeRules.get(name)?.text === true;
}
