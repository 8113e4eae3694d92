// Where every anchor of a document lies, kept in step with each transaction,
// and what the server has to repair after one. A text is read again only if it
// was changed and has formats at all, so that ordinary typing costs next to
// nothing. It plans; writing the repairs and logging them is the room's part.
import * as Y from 'yjs';
import { childrenOf, type Piece } from '../text/plain-text.ts';
import {
  type CharRange,
  CharSet,
  readAnchors,
  readRuns,
  sameChars,
  wordsOf,
} from './char-range.ts';
import { type Budget, type Lost, readReplacement, type Replacement } from './replaced.ts';
import { type Repair, repair } from './repair.ts';
import { planRepairs, type Seen } from './repair-plan.ts';
import { textsOf } from './set-anchor.ts';
import { inTextOrder } from './text-order.ts';

/** The exact quote of the record that an anchor belongs to, withdrawn ones too; undefined if there is none. */
export type QuoteOf = (id: string) => string | undefined;

// A few milliseconds each.
const STEPS = 50_000;
const COMPARISONS = 50_000_000;

export class AnchorBook {
  readonly #fragment: Y.XmlFragment;
  readonly #quoteOf: QuoteOf;
  readonly #byText = new Map<Y.XmlText, ReadonlyMap<string, readonly CharRange[]>>();
  readonly #textsOf = new Map<string, Set<Y.XmlText>>();
  /** The words that each anchor lay on when it last lay on any. */
  readonly #last = new Map<string, string>();
  #repairs: Repair[] = [];

  /** Reads the whole fragment once. Marks of no record are repairs to begin with. */
  constructor(fragment: Y.XmlFragment, quoteOf: QuoteOf) {
    this.#fragment = fragment;
    this.#quoteOf = quoteOf;
    for (const text of textsOf(fragment)) this.#put(text, readAnchors(text));
    for (const id of this.#textsOf.keys()) {
      if (quoteOf(id) === undefined) this.#repairs.push(repair('no-record', id, this.pieces(id)));
      else this.#last.set(id, this.words(id));
    }
  }

  /** The pieces of an anchor in text order, of this moment; empty if it lies nowhere. */
  pieces(id: string): Piece[] {
    return this.#ranges(id);
  }

  /** The words that an anchor lies on, block breaks as line breaks; empty if it lies nowhere. */
  words(id: string): string {
    return wordsOf(this.pieces(id));
  }

  /** Every anchor that lies somewhere. */
  ids(): IterableIterator<string> {
    return this.#textsOf.keys();
  }

  /**
   * Takes a transaction in. Call it for every one, from the document's
   * `afterTransaction` event: later Yjs has collected what was deleted. What
   * the server itself wrote (`by: 'server'`) is as it should be; what came from
   * a client is examined, and repairs wait in `takeRepairs`.
   */
  follow(transaction: Y.Transaction, by: 'client' | 'server'): void {
    const touched = this.#touched(transaction);
    if (touched.size === 0) return;
    const now = new Map<Y.XmlText, Map<string, CharRange[]>>();
    const changed = new Set<string>();
    for (const text of touched) {
      const before = this.#byText.get(text);
      const after = isDeleted(text) ? new Map<string, CharRange[]>() : readAnchors(text);
      if (before === undefined && after.size === 0) continue;
      now.set(text, after);
      for (const id of new Set([...(before?.keys() ?? []), ...after.keys()])) {
        if (!sameChars(before?.get(id) ?? [], after.get(id) ?? [])) changed.add(id);
      }
    }
    const before = new Map([...changed].map((id) => [id, this.#ranges(id)]));
    for (const [text, anchors] of now) this.#put(text, anchors);

    const budget: Budget = { steps: STEPS, comparisons: COMPARISONS };
    for (const [id, ranges] of before) {
      const repairs = by === 'server' ? [] : this.#plan(id, ranges, transaction, budget);
      this.#repairs.push(...repairs);
      if (repairs.length > 0) continue;
      const words = this.words(id);
      if (words !== '') this.#last.set(id, words);
    }
  }

  /** The repairs that have come up since they were last taken. They are to be applied before the text changes again. */
  takeRepairs(): Repair[] {
    const repairs = this.#repairs;
    this.#repairs = [];
    return repairs;
  }

  #ranges(id: string): CharRange[] {
    return inTextOrder(this.#textsOf.get(id) ?? [], this.#fragment).flatMap(
      (text) => this.#byText.get(text)?.get(id) ?? [],
    );
  }

  #put(text: Y.XmlText, anchors: ReadonlyMap<string, readonly CharRange[]>): void {
    for (const id of this.#byText.get(text)?.keys() ?? []) {
      const texts = this.#textsOf.get(id);
      texts?.delete(text);
      if (texts?.size === 0) this.#textsOf.delete(id);
    }
    if (anchors.size === 0) {
      this.#byText.delete(text);
      return;
    }
    this.#byText.set(text, anchors);
    for (const id of anchors.keys()) {
      const texts = this.#textsOf.get(id) ?? new Set();
      this.#textsOf.set(id, texts.add(text));
    }
  }

  /** The texts whose anchors may have changed: changed ones, new ones, and those that went with their block. */
  #touched(transaction: Y.Transaction): Set<Y.XmlText> {
    const touched = new Set<Y.XmlText>();
    let moved = false;
    for (const [type, keys] of transaction.changed) {
      if (type instanceof Y.XmlText) {
        touched.add(type);
      } else if (type instanceof Y.XmlFragment && keys.has(null)) {
        moved = true;
        for (const child of childrenOf(type)) {
          if (
            child._item === null ||
            !isNewClock(child._item.id.client, child._item.id.clock, transaction)
          )
            continue;
          if (child instanceof Y.XmlText) touched.add(child);
          else for (const text of textsOf(child)) touched.add(text);
        }
      }
    }
    if (moved) for (const text of this.#byText.keys()) if (isDeleted(text)) touched.add(text);
    return touched;
  }

  #plan(
    id: string,
    before: readonly CharRange[],
    transaction: Y.Transaction,
    budget: Budget,
  ): Repair[] {
    const quote = this.#quoteOf(id);
    if (quote === undefined) {
      const pieces = this.pieces(id);
      return pieces.length === 0 ? [] : [repair('no-record', id, pieces)];
    }
    const here = this.#runs(id, before, [], transaction);
    let replacements: Replacement[] | undefined;
    return planRepairs({
      id,
      quote,
      last: this.#last.get(id) ?? quote,
      budget,
      runs: (others) => (others.length === 0 ? here : this.#runs(id, before, others, transaction)),
      lost: lengthOf(before) > lengthOf(here.filter((run) => run.was)),
      replacements: () => {
        replacements ??= lostStretches(before, transaction)
          .map((lost) => readReplacement(lost, transaction, budget))
          .filter((place) => place !== null);
        return replacements;
      },
    });
  }

  #runs(
    id: string,
    before: readonly CharRange[],
    others: readonly Y.XmlText[],
    transaction: Y.Transaction,
  ): Seen[] {
    const was = new CharSet(before);
    const texts = new Set([...(this.#textsOf.get(id) ?? []), ...others]);
    for (const { text } of before) if (!isDeleted(text)) texts.add(text);
    const blocks = new Set(inTextOrder(texts, this.#fragment).map((text) => text.parent));
    return [...blocks].flatMap((parent, block) =>
      parent instanceof Y.XmlFragment
        ? [...textsOf(parent)]
            .flatMap((text) => readRuns(text, id))
            .flatMap((run) => was.split(run))
            .map(({ part, inside }) => ({
              ...part,
              was: inside,
              isNew: isNewClock(part.client, part.clock, transaction),
              block,
            }))
        : [],
    );
  }
}

function isDeleted(text: Y.XmlText): boolean {
  return text._item?.deleted === true;
}

function isNewClock(client: number, clock: number, transaction: Y.Transaction): boolean {
  return clock >= (transaction.beforeState.get(client) ?? 0);
}

function lengthOf(ranges: readonly { readonly length: number }[]): number {
  return ranges.reduce((sum, { length }) => sum + length, 0);
}

/** What of `ranges` the transaction deleted: stretches between characters that are still there. */
function lostStretches(ranges: readonly CharRange[], { doc }: Y.Transaction): Lost[][] {
  const stretches: Lost[][] = [];
  let last: Lost[] | null = null;
  for (const { client, clock, length } of ranges) {
    const end = clock + length;
    for (let at = clock; at < end; ) {
      const item = Y.getItem(doc.store, Y.createID(client, at));
      const next = item.id.clock + item.length;
      if (!(item instanceof Y.Item) || !item.deleted) {
        last = null;
      } else {
        if (last === null) stretches.push((last = []));
        last.push({ item, from: at - item.id.clock, to: Math.min(end, next) - item.id.clock });
      }
      at = next;
    }
  }
  return stretches;
}
