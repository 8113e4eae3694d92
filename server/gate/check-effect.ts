/**
 * The second of the gate's two checks: looks at what an update did, while Yjs
 * still holds what it deleted. It does not know how the update was written and
 * shares no code with the first check: it walks the structs that are really
 * there now, and asks ProseMirror's own schema where the first asks tables.
 *
 * Yjs' list of changed types would not do: it leaves out what was changed
 * inside of new types, collected structs and whatever is pending.
 */
import * as Y from 'yjs';
import { textSchema } from '../../domain/text/schema.ts';
import { MAX_DEPTH, TEXT_ROOT, type GateContext } from './context.ts';

/** What a client's transaction did that it may not do, for the operator; or null. Call it in `beforeObserverCalls`. */
export function findBreach(transaction: Y.Transaction, context: GateContext): string | null {
  const { doc } = transaction;
  if (!context.mayEditText || context.locked) return 'a change by somebody who may not write';
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'something pending';
  if (
    transaction.subdocsAdded.size +
      transaction.subdocsLoaded.size +
      transaction.subdocsRemoved.size >
    0
  )
    return 'a subdocument';
  for (const [client, structs] of newStructs(transaction)) {
    if (!context.ownsClient(client)) return `structs of client ${client}`;
    for (const struct of structs) {
      if (struct.length < 1) return 'an empty struct';
      const breach =
        struct instanceof Y.Item
          ? findStray(struct, context)
          : struct instanceof Y.GC
            ? null
            : 'an unknown struct';
      if (breach !== null) return breach;
    }
  }
  return deletedItems(transaction).every(isInText) ? null : 'a deletion outside the text';
}

/** The same for the transactions in which Yjs tidies up after one of a client: they delete formatting, no more. */
export function findCleanupBreach(transaction: Y.Transaction): string | null {
  if (newStructs(transaction).next().done !== true) return 'a clean-up that writes';
  const tidy = deletedItems(transaction).every(
    (item) => item.content instanceof Y.ContentFormat && isInText(item),
  );
  return tidy ? null : 'a clean-up that deletes more than formatting';
}

/** By client, latest first. One without length moves no clock, so that clocks alone would not tell. */
function* newStructs(
  transaction: Y.Transaction,
): Generator<[client: number, structs: (Y.Item | Y.GC)[]]> {
  for (const client of transaction.afterState.keys()) {
    const structs = transaction.doc.store.clients.get(client) ?? [];
    const before = transaction.beforeState.get(client) ?? 0;
    const found: (Y.Item | Y.GC)[] = [];
    for (let i = structs.length - 1; i >= 0; i--) {
      const struct = structs[i];
      if (struct === undefined || struct.id.clock < before) break;
      found.push(struct);
    }
    if (found.length > 0) yield [client, found];
  }
}

function deletedItems(transaction: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = [];
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item) items.push(struct);
  });
  return items;
}

function isInText(item: Y.Item): boolean {
  return depthInText(item) !== null;
}

/** How many types lie between an item and the root `text`; null if its root is another. */
function depthInText(item: Y.Item): number | null {
  let depth = 0;
  let type: unknown = item.parent;
  while (type instanceof Y.AbstractType && type._item !== null) {
    type = type._item.parent;
    depth++;
  }
  return type instanceof Y.AbstractType && type === type.doc?.share.get(TEXT_ROOT) ? depth : null;
}

function findStray(item: Y.Item, context: GateContext): string | null {
  const depth = depthInText(item);
  if (depth === null) return 'an item outside the text';
  if (depth >= MAX_DEPTH) return 'an item nested too deeply';
  if (isAmbiguous(item)) return 'an item whose place hangs on the copy';
  return fits(item, context)
    ? null
    : `${item.content.constructor.name} where the schema has no place for it`;
}

/** Whether another copy might put it elsewhere: its neighbours are one item, or lie in another type. */
function isAmbiguous(item: Y.Item): boolean {
  const { left, origin, rightOrigin, parent, parentSub } = item;
  if (left !== null && (left.parent !== parent || left.parentSub !== parentSub)) return true;
  if (rightOrigin === null || !(parent instanceof Y.AbstractType) || parent.doc === null)
    return false;
  const before = Y.getItem(parent.doc.store, rightOrigin);
  if (origin !== null && before === Y.getItem(parent.doc.store, origin)) return true;
  return before instanceof Y.Item && (before.parent !== parent || before.parentSub !== parentSub);
}

function fits(item: Y.Item, context: GateContext): boolean {
  const { parent, parentSub, content } = item;
  if (parent instanceof Y.XmlText) {
    const block = parent._item?.parent;
    if (parentSub !== null || !(block instanceof Y.XmlElement)) return false;
    if (content instanceof Y.ContentFormat)
      return formatFits(block.nodeName, content.key, content.value, context);
    return content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
  }
  const holder =
    parent instanceof Y.XmlElement ? textSchema.nodes[parent.nodeName] : textSchema.topNodeType;
  if (holder === undefined) return false;
  if (parentSub !== null) return attributeFits(holder.name, parentSub, content);
  if (content instanceof Y.ContentDeleted) return true;
  if (!(content instanceof Y.ContentType)) return false;
  if (content.type instanceof Y.XmlText) return holder.inlineContent;
  const child =
    content.type instanceof Y.XmlElement ? textSchema.nodes[content.type.nodeName] : undefined;
  return child !== undefined && !child.isText && holder.contentMatch.matchType(child) !== null;
}

function attributeFits(node: string, name: string, content: Y.Item['content']): boolean {
  const type = textSchema.nodes[node];
  if (type === undefined || !Object.hasOwn(type.spec.attrs ?? {}, name)) return false;
  if (content instanceof Y.ContentDeleted) return true;
  if (!(content instanceof Y.ContentAny)) return false;
  // ProseMirror takes `undefined` for the default.
  return content.arr.every(
    (value) => value !== undefined && accepts(() => type.create({ [name]: value }).check()),
  );
}

function formatFits(block: string, key: string, value: unknown, context: GateContext): boolean {
  const anchor = context.anchorOf(key);
  const type = textSchema.marks[anchor === undefined ? key : 'anchor'];
  // An anchor stands under a key of its own, never under its bare name.
  if (type === undefined || (type.name === 'anchor') !== (anchor !== undefined)) return false;
  if (textSchema.nodes[block]?.allowsMarkType(type) !== true) return false;
  if (value === null) return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  if (anchor !== undefined && (!('id' in value) || value.id !== anchor)) return false;
  return accepts(() => {
    const mark = type.create({ ...value });
    textSchema.text('x', [mark]).check();
    // ProseMirror drops attributes that it does not know; here they may not even be stored.
    if (Object.keys(value).join() !== Object.keys(mark.attrs).join()) throw new RangeError(key);
  });
}

function accepts(check: () => void): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
