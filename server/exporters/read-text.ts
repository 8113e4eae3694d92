// The text of a document as a ProseMirror node, read from Yjs without changing
// it. What does not fit the schema is passed over: an export must not fail, and
// must not delete, because of one odd element.
import { Fragment, Mark, type Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { anchorOfFormat } from '../../domain/text/mark-key.ts';
import { markRules, nodeRules } from '../../domain/text/rules.ts';
import { textSchema } from '../../domain/text/schema.ts';

/** Anchors in the order of their ids, so that equal texts are equal nodes. */
function marksOf(attributes: Record<string, unknown>, legal: ReadonlySet<string>): readonly Mark[] {
  const marks: Mark[] = [];
  for (const key of Object.keys(attributes).toSorted()) {
    const value = attributes[key];
    const anchor = anchorOfFormat(key, value);
    if (anchor !== null && legal.has('anchor'))
      marks.push(textSchema.mark('anchor', { id: anchor }));
    else if (legal.has(key) && markRules.get(key)?.value(value) === true) {
      marks.push(textSchema.mark(key, isRecord(value) ? value : null));
    }
  }
  return Mark.setFrom(marks.toSorted((a, b) => compare(a.attrs['id'], b.attrs['id'])));
}

function compare(a: unknown, b: unknown): number {
  if (typeof a !== 'string' || typeof b !== 'string') return 0;
  return a < b ? -1 : Number(a > b);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textNodes(text: Y.XmlText, legal: ReadonlySet<string>): Node[] {
  const runs: { insert?: unknown; attributes?: unknown }[] = text.toDelta();
  return runs.flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && insert !== ''
      ? [textSchema.text(insert, marksOf(isRecord(attributes) ? attributes : {}, legal))]
      : [],
  );
}

function nodeOf(name: string, parent: Y.XmlFragment): Node | null {
  const rule = nodeRules.get(name);
  if (rule === undefined) return null;
  const attributes = parent instanceof Y.XmlElement ? parent.getAttributes() : {};
  const legal = Object.entries(attributes).filter(([key, value]) =>
    rule.attributes.get(key)?.(value),
  );
  const children = parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return rule.text ? textNodes(child, rule.marks) : [];
    if (!(child instanceof Y.XmlElement) || !rule.children.has(child.nodeName)) return [];
    return nodeOf(child.nodeName, child) ?? [];
  });
  return textSchema.node(name, Object.fromEntries(legal), Fragment.fromArray(children));
}

export function readText(fragment: Y.XmlFragment): Node {
  return nodeOf('doc', fragment) ?? textSchema.node('doc');
}
