/**
 * Rows that are derived from an open document and kept beside its log, because
 * they are quicker to read across documents: what waits for whom, what can be
 * searched. Losing them loses nothing; a stamp says up to which entry of the
 * log they are true, and what is behind is derived anew.
 */
import type { Statement } from '../storage/statement.ts';

export type DerivedName = 'waiting' | 'search';

/** A version is raised when the same record would give other rows: then all are derived anew. */
export interface DerivedKind {
  readonly name: DerivedName;
  readonly version: number;
}
export const derivedKinds: readonly DerivedKind[] = [
  { name: 'waiting', version: 1 },
  { name: 'search', version: 3 },
];

export interface Derived {
  readonly name: DerivedName;
  /** How long rows may be behind, in ms. */
  readonly delay: number;
  /** From now on everything is out of date. */
  all(): void;
  /** Somebody has another role or name. */
  peopleChanged(): void;
  /** In the room's turn: derives some of what is out of date, for about `ms`. */
  take(ms: number): Batch;
}

export interface Batch {
  /** Nothing else is out of date. */
  readonly last: boolean;
  /** Called once what it was derived from is durable; `stamp` stands or falls with the rows. */
  write(stamp: readonly Statement[]): Promise<void>;
  /** It was not written: what it was about is out of date again. */
  dropped(): void;
}
