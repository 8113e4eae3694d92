/**
 * A command is one file: its arguments, who may, what it does to plain state,
 * its inverse if it has one. The server runs it and writes the outcome into
 * the Y.Doc; the client runs the very same function over its copy at once and
 * lays the outcome over what the server says until the result comes.
 */
import type * as z from 'zod/mini';
import type { PersonId } from '../id.ts';
import type { Position, Quote } from '../record/claim.ts';
import type { StoredFile } from '../record/source.ts';
import type { Put, RecordState } from '../record/state.ts';
import type { Refusal } from '../refusal.ts';
import type { Role } from '../role.ts';

/** Where the words of a command were found: by the server in the Y.Doc, by the client as it sees them. */
export interface Located {
  readonly quote: Quote;
  readonly position: Position;
}

export interface CommandContext {
  readonly actor: PersonId;
  readonly role: Role;
  /** Server's clock; the client's own until the server answers. */
  readonly now: number;
  /** Present exactly where the arguments have a `place`. */
  readonly located: Located | null;
  /** The file that the server took in with this very command; nobody can name one that never came. */
  readonly stored?: StoredFile | undefined;
}

export interface Outcome {
  readonly puts: readonly Put[];
  /** The record whose anchor mark is set to the located words (a range that it had before is cleared). */
  readonly anchor?: string;
  /** Told to the sender in the `result`, e.g. the claim's number. */
  readonly answer?: Readonly<Record<string, string | number>>;
}

export interface CommandInput {
  readonly name: string;
  readonly args: unknown;
}

export interface Command<Args = never> {
  /** `noun.verb`, as in the log. */
  readonly name: string;
  readonly args: z.ZodMiniType<Args>;
  /** What was done, for the undo message and the history: "Claim withdrawn". */
  readonly done: string;
  /** Who may: null, or why not. The client greys out by this very function. */
  may(state: RecordState, args: Args, context: CommandContext): Refusal | null;
  /** What it does; called only where `may` said null. */
  run(state: RecordState, args: Args, context: CommandContext): Outcome | Refusal;
  /** The command that takes this one back, read from the state before it ran; absent where nothing can. */
  inverse?(before: RecordState, args: Args, context: CommandContext): CommandInput | null;
}

/** Keeps the argument's type while a file is written; the list forgets it. */
export function command<Args>(definition: Command<Args>): Command<Args> {
  return definition;
}
