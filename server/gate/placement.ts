/**
 * Where each new struct of an update would land, found without applying it.
 * An update names the place of an item only where it has no neighbour; else
 * Yjs copies it from the left neighbour, or from the right one. This mirrors
 * `Item.getMissing` and `Item.integrate` of Yjs 13.6, which fix what counts.
 */
import * as Y from 'yjs';
import type { Id, Struct } from './decode.ts';
import { typeRef } from './decode.ts';
import { TEXT_ROOT } from './context.ts';

/** A type that holds items, as far as the rules of the text need to know it. */
export interface Container {
  /** One object for one type, so that two places can be compared. */
  readonly identity: object;
  /** `element`: a node of the text. `run`: a Y.XmlText. `foreign`: anything under another root, or no such thing. */
  readonly kind: 'element' | 'run' | 'foreign';
  /** The node's name; of a run, that of the node which it is in; of the root, `doc`. */
  readonly node: string;
  readonly depth: number;
}

export interface Place {
  readonly container: Container;
  /** An attribute's name, or null among the children. */
  readonly key: string | null;
}

/** Yjs turns an item into a mere length where what it hangs on was collected already. */
export const NOWHERE = Symbol('nowhere');
/** Named as a container, but no type. */
const NOT_A_TYPE = Symbol('not a type');

/** Items of one client that Yjs may join are followed back this far. */
const LONGEST_RUN = 256;

type Found = Place | typeof NOWHERE;

interface Known {
  /** Of the struct that has the id. */
  readonly clock: number;
  readonly left: Id | null;
  readonly right: Id | null;
  readonly place: Found;
  /** What it holds, if it is a type. */
  readonly inside: Container | typeof NOWHERE | typeof NOT_A_TYPE;
}

interface Placed extends Known {
  readonly struct: Struct;
}

export class Placement {
  readonly #doc: Y.Doc;
  readonly #placed = new Map<number, Placed[]>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Whether the document has this id already. */
  has(id: Id): boolean {
    return id.clock < Y.getState(this.#doc.store, id.client);
  }

  /**
   * The place of a struct, or why there is none: 'waiting' if something that
   * it names is neither in the document nor placed yet, 'broken' if no client
   * of Yjs would have written it, 'ambiguous' if copies of the text would put
   * it in different places. Structs of one client come in order.
   */
  place(struct: Struct): Found | 'waiting' | 'broken' | 'ambiguous' {
    const found = this.#locate(struct);
    if (found === 'waiting' || found === 'broken' || found === 'ambiguous') return found;
    if (!this.#continues(struct, found)) return 'broken';
    if (found !== NOWHERE && this.#isAmbiguous(struct)) return 'ambiguous';
    const list = this.#placed.get(struct.client) ?? [];
    list.push({
      struct,
      clock: struct.clock,
      left: struct.left,
      right: struct.right,
      place: found,
      inside: inside(struct, found),
    });
    this.#placed.set(struct.client, list);
    return found;
  }

  #locate(struct: Struct): Found | 'waiting' | 'broken' | 'ambiguous' {
    const { left, right, parent, key } = struct;
    const beside = left === null ? null : this.#find(left);
    const before = right === null ? null : this.#find(right);
    const holder = parent === null || typeof parent === 'string' ? null : this.#find(parent);
    if (beside === undefined || before === undefined || holder === undefined) return 'waiting';
    if (struct.kind === 'collected') return NOWHERE;
    if (beside !== null && before !== null) return between(beside.place, before.place);
    if (beside !== null) return beside.place;
    if (before !== null) return before.place;
    if (typeof parent === 'string') return { container: rootContainer(this.#doc, parent), key };
    if (holder === null || holder.inside === NOT_A_TYPE) return 'broken';
    return holder.inside === NOWHERE ? NOWHERE : { container: holder.inside, key };
  }

  /**
   * A struct whose beginning the document has is cut there and put behind that
   * beginning, yet into the parent and before the neighbour that the struct
   * names: they must be those of the beginning.
   */
  #continues(struct: Struct, place: Found): boolean {
    if (!this.has(struct)) return true;
    const state = Y.getState(this.#doc.store, struct.client);
    const start = this.#find({ client: struct.client, clock: state - 1 });
    if (start === undefined || start.place === NOWHERE || place === NOWHERE)
      return start?.place === place;
    return (
      isSame(start.place, place) &&
      start.right?.client === struct.right?.client &&
      start.right?.clock === struct.right?.clock
    );
  }

  /**
   * Undo sometimes names a right neighbour that is the left one too, or lies
   * before it (yjs issue 794). Yjs looks up the left item whole and then cuts
   * it for the right one, so that the place hangs on whether that copy had
   * joined the two into one item: copies differ for good, with equal states.
   */
  #isAmbiguous({ left, right }: Struct): boolean {
    if (left === null || right === null || left.client !== right.client || right.clock > left.clock)
      return false;
    let known = this.#find(left);
    for (let i = 0; i < LONGEST_RUN && known !== undefined; i++) {
      if (known.clock <= right.clock) return true;
      if (known.left?.client !== left.client || known.left.clock !== known.clock - 1) return false;
      known = this.#find(known.left);
    }
    return false;
  }

  #find(id: Id): Known | undefined {
    if (!this.has(id)) return this.#findPlaced(id);
    const structs = this.#doc.store.clients.get(id.client) ?? [];
    const struct = structs[Y.findIndexSS(structs, id.clock)];
    if (!(struct instanceof Y.Item))
      return { clock: id.clock, left: null, right: null, place: NOWHERE, inside: NOWHERE };
    return {
      clock: struct.id.clock,
      left: struct.origin,
      right: struct.rightOrigin,
      place: { container: containerOf(struct.parent), key: struct.parentSub },
      inside: insideOf(struct.content),
    };
  }

  #findPlaced(id: Id): Known | undefined {
    const list = this.#placed.get(id.client) ?? [];
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const candidate = list[middle];
      if (candidate === undefined) return undefined;
      const { clock, length } = candidate.struct;
      if (id.clock < clock) high = middle - 1;
      else if (id.clock >= clock + length) low = middle + 1;
      else return candidate;
    }
    return undefined;
  }
}

/** A foreign one goes first, since that is the graver matter. */
function between(left: Found, right: Found): Found | 'ambiguous' {
  if (left === NOWHERE || right === NOWHERE) return NOWHERE;
  if (left.container.kind === 'foreign') return left;
  if (right.container.kind === 'foreign') return right;
  // Yjs would take the left one's, until the right one is collected: whoever loads the text then loses the item.
  return isSame(left, right) ? left : 'ambiguous';
}

function isSame(a: Found, b: Found): boolean {
  if (a === NOWHERE || b === NOWHERE) return a === b;
  return a.container.identity === b.container.identity && a.key === b.key;
}

/** The container that a type of the document is; also of a deleted one, as long as it is in memory. */
export function containerOf(type: unknown): Container {
  if (!(type instanceof Y.AbstractType)) return foreign({});
  let depth = 0;
  let root = type;
  while (root._item !== null) {
    const parent: unknown = root._item.parent;
    if (!(parent instanceof Y.AbstractType)) return foreign(type);
    root = parent;
    depth++;
  }
  if (root !== root.doc?.share.get(TEXT_ROOT)) return foreign(type);
  if (type === root) return { identity: type, kind: 'element', node: 'doc', depth };
  if (type instanceof Y.XmlElement)
    return { identity: type, kind: 'element', node: type.nodeName, depth };
  const around: unknown = type._item?.parent;
  if (!(type instanceof Y.XmlText) || !(around instanceof Y.XmlElement)) return foreign(type);
  return { identity: type, kind: 'run', node: around.nodeName, depth };
}

function insideOf(content: Y.Item['content']): Known['inside'] {
  if (content instanceof Y.ContentDeleted) return NOWHERE;
  return content instanceof Y.ContentType ? containerOf(content.type) : NOT_A_TYPE;
}

function rootContainer(doc: Y.Doc, name: string): Container {
  const type = doc.share.get(name);
  return type === undefined ? foreign({}) : containerOf(type);
}

function inside(struct: Struct, place: Found): Known['inside'] {
  if (place === NOWHERE || struct.content?.kind === 'deleted') return NOWHERE;
  if (struct.content?.kind !== 'type') return NOT_A_TYPE;
  const { ref, name } = struct.content;
  const depth = place.container.depth + 1;
  if (ref === typeRef.xmlElement && name !== null)
    return { identity: struct, kind: 'element', node: name, depth };
  if (ref === typeRef.xmlText)
    return { identity: struct, kind: 'run', node: place.container.node, depth };
  return foreign(struct);
}

function foreign(identity: object): Container {
  return { identity, kind: 'foreign', node: '', depth: 0 };
}
