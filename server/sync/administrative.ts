/** A deed of administration: an entry of the log that leaves the Y.Doc as it is. */
import type { CompiledQuery } from 'kysely';
import type { PersonId } from '../../domain/id.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import type { News } from '../../domain/talk/news.ts';
import type { EntryKind } from '../log/entry.ts';
import type { Note } from '../log/payload.ts';

export interface Administrative {
  readonly kind: (typeof EntryKind)['membership' | 'invitation' | 'export' | 'lifecycle'];
  readonly by: PersonId;
  readonly note: Note;
  /** Rows that stand or fall with the entry. */
  readonly statements: readonly CompiledQuery[];
  /** Who is to hear of it. */
  readonly news?: readonly News[];
  /** Asked in its turn: what was true when the request came in may not be so any more. */
  readonly allowed?: (roleOf: (person: PersonId) => Role | null) => Refusal | null;
  /** What it changes in the open room, at its place in the order. */
  readonly inTurn?: () => void;
}
