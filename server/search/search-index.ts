/**
 * An index over units of all documents. It knows nothing of people: whoever asks
 * names the documents that may be looked into. Derived: losing it loses nothing.
 */
import type { Query } from './query.ts';
import type { IndexedUnit, SearchKind, Unit } from './unit.ts';

export interface SearchAsked {
  readonly query: Query;
  /** Rows of the documents that may be looked into. */
  readonly documents: readonly number[];
  readonly kinds: readonly SearchKind[];
  /** Of each kind. */
  readonly offset: number;
  readonly limit: number;
}

export interface SearchHit extends Unit {
  readonly document: number;
}

export interface SearchFound {
  /** The best of each kind, best first. */
  readonly hits: readonly SearchHit[];
  readonly counts: Readonly<Partial<Record<SearchKind, number>>>;
  /** It took too long: there may be better ones, and more. */
  readonly partial: boolean;
}

export interface SearchIndex {
  /** Puts units in the place of those with the same keys, and takes others out. */
  write(document: number, put: readonly IndexedUnit[], gone: readonly string[]): Promise<void>;
  /** The keys of a document's units of one kind. */
  keys(document: number, kind: SearchKind): Promise<ReadonlySet<string>>;
  erase(document: number): Promise<void>;
  search(asked: SearchAsked): Promise<SearchFound>;
}

/** How long an index looks before it says what it has, in ms. */
export const SEARCH_MS = 400;
