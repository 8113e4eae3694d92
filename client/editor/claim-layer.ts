/**
 * The claims of one editor: where they stand (the index), how they look (the
 * registry), and what a pointer on them means. Those without a paint are no
 * claims to anybody who looks: their record was withdrawn, or there is none.
 */
import type { Node as DocNode } from 'prosemirror-model';
import type { Claim } from '../../domain/record/claim.ts';
import { CodePoints } from '../../domain/text/code-points.ts';
import { blockAt } from '../../domain/text/plain-text.ts';
import { AnchorRegistry, type ClaimPaint } from './anchor-registry.ts';
import { ClaimIndex } from './claim-index.ts';
import type { TextClick, WordsAt } from './handle.ts';
import { plainOf } from './plain.ts';
import { centre } from './screen.ts';

/** How long claims may have moved before those who list them hear of it, in ms. */
const SETTLE = 100;

export class ClaimLayer {
  readonly registry = new AnchorRegistry();
  readonly #onMoved: () => void;
  readonly #numberOf: (claim: string) => number;
  #doc: DocNode;
  #index: ClaimIndex | null = null;
  #painted: ReadonlyMap<string, ClaimPaint> = new Map();
  #lastClick = { all: '', next: 0 };
  #moved: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: DocNode, onMoved: () => void, numberOf: (claim: string) => number) {
    this.#doc = doc;
    this.#onMoved = onMoved;
    this.#numberOf = numberOf;
  }

  setDocument(doc: DocNode): void {
    if (doc === this.#doc) return;
    this.#doc = doc;
    this.#index = null;
    this.#moved ??= setTimeout(() => {
      this.#moved = undefined;
      this.#setLanes();
      this.#onMoved();
    }, SETTLE);
  }

  paint(claims: ReadonlyMap<string, ClaimPaint>): void {
    const others = this.#painted;
    this.#painted = claims;
    this.registry.paint(claims);
    // Colours alone move no underline.
    if (claims.size === others.size && [...claims.keys()].every((id) => others.has(id))) return;
    this.#setLanes();
  }

  order(): readonly string[] {
    return this.#claims().order;
  }

  fraction(claim: string): number | null {
    return this.#claims().fraction(claim);
  }

  /** Painted ones that touch the range, the shortest first. */
  between(from: number, to: number): string[] {
    return this.#claims()
      .between(from, to)
      .filter((id) => this.#painted.has(id));
  }

  /** How many others lie over some of its words. */
  overlapping(claim: string): number {
    const over = this.#claims()
      .piecesOf(claim)
      .flatMap(({ from, to }) => this.between(from + 1, to - 1));
    return new Set(over.filter((id) => id !== claim)).size;
  }

  wordsOf(claim: string): string | null {
    const text = plainOf(this.#doc);
    const pieces = this.#claims().piecesOf(claim);
    if (pieces.length === 0) return null;
    let words = '';
    let end = -1;
    for (const { from, to } of pieces) {
      const start = text.offsetOf(from);
      // Over several blocks it has a piece in each: the break between them is part of its words.
      const between = end < 0 ? '' : text.string.slice(end, start);
      if (between.trim() === '') words += between;
      end = text.offsetOf(to);
      words += text.string.slice(start, end);
    }
    return words;
  }

  blockOf({ id, quote, position }: Pick<Claim, 'id' | 'quote' | 'position'>): WordsAt | null {
    const text = plainOf(this.#doc);
    const [first] = this.#claims().piecesOf(id);
    const at = first ? text.offsetOf(first.from) : whereMarked(text.string, quote, position);
    const block = at === null ? undefined : text.blocks[blockAt(text.blocks, at)];
    if (at === null || !block) return null;
    return { words: text.string.slice(block.from, block.to), at: at - block.from };
  }

  scrollTo(claim: string): boolean {
    const [first] = this.registry.elementsOf(claim);
    if (!first) return false;
    centre(first);
    return true;
  }

  /** For the keyboard and screen readers: to the beginning of the claim. */
  focus(claim: string): boolean {
    const [first] = this.registry.elementsOf(claim);
    if (!first) return false;
    centre(first);
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    // Left there, it would take the clicks of those who edit.
    first.addEventListener('blur', () => first.removeAttribute('tabindex'), { once: true });
    return true;
  }

  /** What a click at `pos` is on; where several claims lie, each click on the same ones opens the next. */
  click(pos: number): TextClick | null {
    const claims = this.between(pos, pos);
    const threads = this.#threadsAt(pos);
    const key = claims.join(' ');
    const next =
      key === this.#lastClick.all ? this.#lastClick.next % Math.max(1, claims.length) : 0;
    this.#lastClick = { all: key, next: next + 1 };
    const claim = claims[next] ?? null;
    return claim === null && threads.length === 0 ? null : { claim, claims, threads };
  }

  /** The claim under the pointer now, if that is another one than before; undefined if not. */
  hover(target: EventTarget | null): string | null | undefined {
    const element =
      target instanceof Element ? target.closest<HTMLElement>('[data-anchor].claim') : null;
    const claim = element?.dataset['anchor'] ?? null;
    if (claim === this.registry.hovered) return undefined;
    this.registry.setHovered(claim);
    return claim;
  }

  destroy(): void {
    clearTimeout(this.#moved);
  }

  #threadsAt(pos: number): string[] {
    const at = this.#claims().between(pos, pos);
    return at.filter((id) => this.registry.isThread(id));
  }

  #claims(): ClaimIndex {
    this.#index ??= new ClaimIndex(this.#doc, this.#numberOf);
    return this.#index;
  }

  #setLanes(): void {
    this.registry.setLanes(this.#claims().lanes((id) => this.#painted.has(id)));
  }
}

/** In UTF-16 units; null where other words stand there now. */
function whereMarked(
  text: string,
  quote: Claim['quote'],
  position: Claim['position'],
): number | null {
  const at = new CodePoints(text).toUnit(position.start);
  return text.startsWith(quote.exact, at) ? at : null;
}
