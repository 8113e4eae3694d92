// What may stand in a document's text, as plain tables. The ProseMirror schema
// is made from them and the gate checks Yjs structs against them, so that the
// two cannot drift. Every container takes any number of its children, none
// included: concurrent edits empty containers, and a binding with a stricter
// schema deletes from the shared document what it finds empty. That is also why
// membership in `children` is the whole of the content rule.
import { recordId } from '../id.ts';
import { isLinkTarget } from './link-target.ts';

/** A client with another version is refused before it sees a byte of the text. */
export const SCHEMA_VERSION = 1;

export type AttributeCheck = (value: unknown) => boolean;

export interface NodeRule {
  /** Every attribute that the node has, each with its check. Yjs keeps no attribute that is null. */
  readonly attributes: ReadonlyMap<string, AttributeCheck>;
  /** Names of the elements that may be its children. */
  readonly children: ReadonlySet<string>;
  /** Whether it may hold a Y.XmlText, whose only content is strings and formats. */
  readonly text: boolean;
  /** Names of the marks that its text may bear; formats are `markRules` and anchors. */
  readonly marks: ReadonlySet<string>;
}

export interface MarkRule {
  /** Whether `value` is the whole of a legal format value; null, the end of a format, is legal for all. */
  readonly value: AttributeCheck;
}

const blocks = [
  'paragraph',
  'heading',
  'bullet_list',
  'ordered_list',
  'blockquote',
  'horizontal_rule',
  'code_block',
];
const allMarks = ['anchor', 'link', 'strong', 'em', 'code'];

function node(
  children: readonly string[],
  options: {
    text?: boolean;
    marks?: readonly string[];
    attributes?: Record<string, AttributeCheck>;
  } = {},
): NodeRule {
  return {
    attributes: new Map(Object.entries(options.attributes ?? {})),
    children: new Set(children),
    text: options.text ?? false,
    marks: new Set(options.marks ?? []),
  };
}

/** Heading levels, 1 to 6. */
export const isLevel: AttributeCheck = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 6;

/** The number that an ordered list starts with. */
export const isOrder: AttributeCheck = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 1_000_000_000;

/** By the name of the Y.XmlElement; `doc` is the root fragment itself and never an element. */
export const nodeRules: ReadonlyMap<string, NodeRule> = new Map([
  ['doc', node(['section'])],
  ['section', node(blocks)],
  ['paragraph', node(['hard_break'], { text: true, marks: allMarks })],
  [
    'heading',
    node(['hard_break'], { text: true, marks: allMarks, attributes: { level: isLevel } }),
  ],
  ['bullet_list', node(['list_item'])],
  ['ordered_list', node(['list_item'], { attributes: { order: isOrder } })],
  ['list_item', node(blocks)],
  ['blockquote', node(blocks)],
  ['horizontal_rule', node([])],
  ['hard_break', node([])],
  // Anchors must be legal here: a binding deletes a block that bears a mark its schema forbids.
  ['code_block', node([], { text: true, marks: ['anchor'] })],
]);

/** Whether `value` is a plain object with exactly these own keys. */
function hasExactly(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const own = Object.keys(value);
  return own.length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}

const bare: MarkRule = { value: (value) => hasExactly(value, []) };

/** By the format's key in Y.XmlText. Anchors have one key each: see `anchorOfFormat`. */
export const markRules: ReadonlyMap<string, MarkRule> = new Map([
  [
    'link',
    { value: (value: unknown) => hasExactly(value, ['href']) && isLinkTarget(value['href']) },
  ],
  ['strong', bare],
  ['em', bare],
  ['code', bare],
]);

/** The value of an anchor's format: `{id}` and nothing else, for good (Yjs keys it by its hash). */
export function isAnchorValue(value: unknown): value is { id: string } {
  return hasExactly(value, ['id']) && recordId.safeParse(value['id']).success;
}
