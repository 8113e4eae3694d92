import type { PersonId } from '../../domain/id.ts';

/** What can be found: one record, one block of the text, or a document by its title. */
export const searchKinds = ['document', 'claim', 'evidence', 'comment', 'source', 'text'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Of a comment: where it stands, who said it and when. */
export interface Said {
  /** The id of the thread's first comment. */
  readonly thread: string;
  readonly by: PersonId;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Unit {
  /** Unique in its document: the kind, then its id. */
  readonly key: string;
  readonly kind: SearchKind;
  /** The number of the claim that it is, or belongs to. */
  readonly number: number | null;
  /** Words here weigh more. */
  readonly title: string;
  readonly body: string;
  /** Null for everything but a comment. */
  readonly said: Said | null;
}

/** A unit and its words as an index takes them. */
export interface IndexedUnit extends Unit {
  readonly titleTokens: string;
  readonly bodyTokens: string;
}
