/**
 * Where claims stand in the editor's document, read from its marks. Sections
 * are immutable, so what was read of one is kept for as long as it lives: a
 * keystroke reads one section anew.
 */
import type { Node } from 'prosemirror-model';

export interface Piece {
  readonly from: number;
  readonly to: number;
}

interface SectionPiece extends Piece {
  readonly id: string;
}

const read = new WeakMap<Node, readonly SectionPiece[]>();

export class ClaimIndex {
  readonly #pieces = new Map<string, Piece[]>();
  readonly #size: number;
  readonly #rank: (id: string) => number;
  #order: readonly string[] | null = null;

  /** `rank` tells apart what stands on exactly the same words: the claim's number. */
  constructor(doc: Node, rank: (id: string) => number = () => 0) {
    this.#rank = rank;
    this.#size = Math.max(1, doc.content.size);
    doc.forEach((section, offset) => {
      for (const { id, from, to } of piecesOf(section)) {
        const pieces = this.#pieces.get(id) ?? [];
        this.#pieces.set(id, pieces);
        pieces.push({ from: from + offset + 1, to: to + offset + 1 });
      }
    });
  }

  /** Ids in text order; of two that begin together the longer comes first. */
  get order(): readonly string[] {
    this.#order ??= [...this.#pieces.keys()].sort(
      (a, b) =>
        this.#first(a) - this.#first(b) || this.#last(b) - this.#last(a) || this.#byRank(a, b),
    );
    return this.#order;
  }

  /** In text order: one for each block that the claim runs through, more where a gap parts it. */
  piecesOf(id: string): readonly Piece[] {
    return this.#pieces.get(id) ?? [];
  }

  /** Ids whose marks hold position `pos`, the shortest claim first. */
  at(pos: number): string[] {
    return this.between(pos, pos);
  }

  /** Ids whose marks touch the range, the shortest claim first. */
  between(from: number, to: number): string[] {
    const touching: string[] = [];
    for (const [id, pieces] of this.#pieces) {
      if (pieces.some((piece) => piece.from <= to && piece.to >= from)) touching.push(id);
    }
    return touching.sort((a, b) => this.#length(a) - this.#length(b) || this.#byRank(a, b));
  }

  /** 0 to 1: how far down the text a claim begins. */
  fraction(id: string): number | null {
    const pieces = this.#pieces.get(id);
    return pieces?.[0] ? pieces[0].from / this.#size : null;
  }

  /** The underline of each of those claims: the lowest that no overlapping one before it took. */
  lanes(among: (id: string) => boolean): Map<string, number> {
    const lanes = new Map<string, number>();
    let open: { end: number; lane: number }[] = [];
    for (const id of this.order) {
      if (!among(id)) continue;
      const start = this.#first(id);
      open = open.filter(({ end }) => end > start);
      let lane = 0;
      while (open.some((taken) => taken.lane === lane)) lane += 1;
      open.push({ end: this.#last(id), lane });
      if (lane > 0) lanes.set(id, lane);
    }
    return lanes;
  }

  #byRank(a: string, b: string): number {
    return this.#rank(a) - this.#rank(b) || (a < b ? -1 : 1);
  }

  #first(id: string): number {
    return this.#pieces.get(id)?.[0]?.from ?? 0;
  }

  #last(id: string): number {
    return this.#pieces.get(id)?.at(-1)?.to ?? 0;
  }

  #length(id: string): number {
    return this.piecesOf(id).reduce((length, { from, to }) => length + to - from, 0);
  }
}

function piecesOf(section: Node): readonly SectionPiece[] {
  const known = read.get(section);
  if (known) return known;
  const pieces: SectionPiece[] = [];
  section.descendants((block, start) => {
    if (!block.isTextblock) return true;
    const open = new Map<string, Piece>();
    const close = (id: string): void => {
      const piece = open.get(id);
      open.delete(id);
      if (piece) pieces.push({ id, ...piece });
    };
    block.forEach((child, offset) => {
      // Atoms bear no marks; a claim runs on behind a hard break.
      if (!child.isText) return;
      const from = start + 1 + offset;
      const ids = new Set(
        child.marks
          .filter(({ type }) => type.name === 'anchor')
          .map(({ attrs }) => String(attrs['id'])),
      );
      for (const id of open.keys()) if (!ids.has(id)) close(id);
      for (const id of ids)
        open.set(id, { from: open.get(id)?.from ?? from, to: from + child.nodeSize });
    });
    for (const id of open.keys()) close(id);
    return false;
  });
  pieces.sort((a, b) => a.from - b.from);
  read.set(section, pieces);
  return pieces;
}
