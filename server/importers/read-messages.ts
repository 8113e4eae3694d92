// What a process that reads a file and the server say to each other.
import type { PersonId } from '../../domain/id.ts';
import type { Outcome } from './reading-tasks.ts';

/** Answers `reserve`. */
export type ToReading = readonly PersonId[];

export type FromReading = { readonly reserve: number } | { readonly outcome: Outcome };
