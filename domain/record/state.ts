/**
 * All current facts of one document as plain values: what commands read and
 * write, what the screen shows, what exporters get. The server reads it from
 * the Y.Doc, the client too and lays its pending commands over it.
 */
import type { PersonId } from '../id.ts';
import type { Role } from '../role.ts';
import type { Claim } from './claim.ts';
import type { Comment } from './comment.ts';
import type { Evidence } from './evidence.ts';
import type { Review } from './review.ts';
import type { Ruling } from './ruling.ts';
import type { Settings } from './settings.ts';
import type { Source } from './source.ts';
import type { Verdict } from './verdict.ts';

/** The record each root holds, by the root's name. */
export interface RecordKinds {
  claims: Claim;
  sources: Source;
  evidence: Evidence;
  verdicts: Verdict;
  reviews: Review;
  rulings: Ruling;
  comments: Comment;
}
export type RecordRoot = keyof RecordKinds;
export const recordRoots = [
  'claims',
  'sources',
  'evidence',
  'verdicts',
  'reviews',
  'rulings',
  'comments',
] as const satisfies readonly RecordRoot[];

/** Somebody who ever acted in the document. `role` is null for those who are no members any more. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role | null;
}

export type RecordState = {
  readonly [Root in RecordRoot]: ReadonlyMap<string, RecordKinds[Root]>;
} & {
  readonly settings: Settings;
  readonly people: ReadonlyMap<PersonId, Person>;
};

/** One record set under its key. Records are never deleted: what is taken back says so itself. */
export type Put =
  | {
      [Root in RecordRoot]: {
        readonly root: Root;
        readonly key: string;
        readonly value: RecordKinds[Root];
      };
    }[RecordRoot]
  | {
      [Key in keyof Settings]: {
        readonly root: 'settings';
        readonly key: Key;
        readonly value: Settings[Key];
      };
    }[keyof Settings];
