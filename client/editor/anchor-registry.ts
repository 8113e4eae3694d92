/**
 * How anchors look, apart from the document: a mark view for each piece of a
 * claim, and a table of their elements by id, so that 1,000 claims change
 * colour without a change of the document. A mark that nobody painted (its
 * record was withdrawn, or never was) looks like the text around it.
 */
import type { Mark } from 'prosemirror-model';
import type { MarkView } from 'prosemirror-view';

export interface ClaimPaint {
  readonly stage: 'open' | 'judging' | 'revealed' | 'disputed' | 'settled';
  /** The hue of the ruling's rating (`data-rating`); null before there is a ruling. */
  readonly hue: string | null;
  /** Stands after the claim: `12 MT`. Empty for none. */
  readonly label: string;
}

export class AnchorRegistry {
  readonly #elements = new Map<string, Set<HTMLElement>>();
  readonly #unlabelled = new Set<string>();
  #paints: ReadonlyMap<string, ClaimPaint> = new Map();
  #threads: ReadonlyMap<string, number> = new Map();
  #lanes: ReadonlyMap<string, number> = new Map();
  #current: string | null = null;
  #hovered: string | null = null;
  #scheduled = false;
  #tellsAll = false;

  readonly markView = (mark: Mark): MarkView => {
    const id = String(mark.attrs['id']);
    const dom = document.createElement('span');
    dom.dataset['anchor'] = id;
    const pieces = this.#elements.get(id) ?? new Set();
    this.#elements.set(id, pieces.add(dom));
    this.#dress(id, dom);
    this.#labelLater(id);
    return {
      dom,
      contentDOM: dom,
      // Colours are attributes; what changes inside is the editor's.
      ignoreMutation: (mutation) => mutation.type === 'attributes',
      destroy: () => {
        pieces.delete(dom);
        if (pieces.size === 0 && this.#elements.get(id) === pieces) this.#elements.delete(id);
        this.#labelLater(id);
      },
    };
  };

  isPainted(id: string): boolean {
    return this.#paints.has(id);
  }

  /** Replaces all paints; touches only the pieces of claims whose paint changed. */
  paint(paints: ReadonlyMap<string, ClaimPaint>): void {
    const before = this.#paints;
    this.#paints = paints;
    for (const [id, pieces] of this.#elements) {
      if (samePaint(before.get(id), paints.get(id))) continue;
      for (const piece of pieces) this.#dress(id, piece);
      this.#labelLater(id);
    }
  }

  isThread(id: string): boolean {
    return this.#threads.has(id);
  }

  /** Replaces what is known of threads; touches only the pieces of those that changed. */
  paintThreads(threads: ReadonlyMap<string, number>): void {
    const before = this.#threads;
    this.#threads = threads;
    for (const [id, pieces] of this.#elements) {
      if (before.get(id) === threads.get(id)) continue;
      for (const piece of pieces) this.#dress(id, piece);
      this.#labelLater(id);
    }
  }

  /** Which underline of several that overlap is whose, 0 nearest to the text. */
  setLanes(lanes: ReadonlyMap<string, number>): void {
    const before = this.#lanes;
    this.#lanes = lanes;
    for (const [id, pieces] of this.#elements) {
      if ((before.get(id) ?? 0) === (lanes.get(id) ?? 0)) continue;
      for (const piece of pieces) this.#dress(id, piece);
    }
  }

  setCurrent(id: string | null): void {
    const before = this.#current;
    this.#current = this.#swap('current', before, id);
    for (const changed of [before, id]) {
      if (changed === null) continue;
      for (const piece of this.#elements.get(changed) ?? []) this.#tell(changed, piece);
    }
  }

  /** Whether screen readers hear of every claim, or of the open one alone. */
  setTellsAll(all: boolean): void {
    if (all === this.#tellsAll) return;
    this.#tellsAll = all;
    for (const [id, pieces] of this.#elements) for (const piece of pieces) this.#tell(id, piece);
  }

  setHovered(id: string | null): void {
    this.#hovered = this.#swap('hovered', this.#hovered, id);
  }

  get hovered(): string | null {
    return this.#hovered;
  }

  /** A claim's pieces in the order of the text. */
  elementsOf(id: string): readonly HTMLElement[] {
    return [...(this.#elements.get(id) ?? [])].sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
  }

  #dress(id: string, piece: HTMLElement): void {
    const paint = this.#paints.get(id);
    if (!paint) {
      piece.className = this.#threads.has(id) ? 'anchor talk' : 'anchor';
      for (const name of ['stage', 'rating', 'lane', 'label']) delete piece.dataset[name];
      piece.removeAttribute('role');
      piece.removeAttribute('aria-details');
      return;
    }
    piece.className = 'anchor claim';
    piece.classList.toggle('current', id === this.#current);
    piece.classList.toggle('hovered', id === this.#hovered);
    piece.dataset['stage'] = paint.stage;
    piece.dataset['lane'] = String(Math.min(2, this.#lanes.get(id) ?? 0));
    if (paint.hue === null) delete piece.dataset['rating'];
    else piece.dataset['rating'] = paint.hue;
    this.#tell(id, piece);
  }

  /** Only the last piece bears the label; which one that is shows when the editor has drawn all of them. */
  #labelLater(id: string): void {
    this.#unlabelled.add(id);
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const changed of this.#unlabelled) this.#label(changed);
      this.#unlabelled.clear();
    });
  }

  #label(id: string): void {
    const pieces = this.elementsOf(id);
    const label = this.#paints.get(id)?.label ?? this.#threads.get(id)?.toString() ?? '';
    pieces.forEach((piece, index) => {
      if (index === pieces.length - 1 && label !== '') piece.dataset['label'] = label;
      else delete piece.dataset['label'];
    });
  }

  #swap(name: string, before: string | null, after: string | null): string | null {
    if (before === after) return after;
    for (const id of [before, after]) {
      if (id === null || !this.#paints.has(id)) continue;
      for (const piece of this.#elements.get(id) ?? []) piece.classList.toggle(name, id === after);
    }
    return after;
  }

  /** For screen readers, the open claim alone is one and leads to what is said about it: a thousand would drown the text. */
  #tell(id: string, piece: HTMLElement): void {
    const isPainted = this.#paints.has(id);
    if (isPainted && (this.#tellsAll || id === this.#current)) piece.setAttribute('role', 'mark');
    else piece.removeAttribute('role');
    if (isPainted && id === this.#current) piece.setAttribute('aria-details', 'claim');
    else piece.removeAttribute('aria-details');
  }
}

function samePaint(a: ClaimPaint | undefined, b: ClaimPaint | undefined): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.stage === b.stage &&
      a.hue === b.hue &&
      a.label === b.label)
  );
}
