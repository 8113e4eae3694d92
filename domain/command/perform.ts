/**
 * The one order in which a command is carried out, on the server as in the
 * client's copy: who may, where the words are, what it does, whether the
 * records still fit.
 */
import { canFit, fitsSchema } from '../record/codec.ts';
import type { Put, RecordState } from '../record/state.ts';
import { limits } from '../limits.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { Command, CommandContext, Located, Outcome } from './command.ts';
import { place, type Place } from './place.ts';

/** A command whose arguments its own schema has read. */
export interface Prepared {
  readonly command: Command<unknown>;
  readonly args: unknown;
}

/** What is written for somebody else's deed. */
const reserved = new Set([
  'withdrawn',
  'removed',
  'deleted',
  'assignees',
  'mergedInto',
  'splitInto',
  'partOf',
  'cameFrom',
]);
/** Kept free in every record for these, so that it can always be assigned, merged, split and taken back. */
const RESERVED_BYTES = 768;

/** The place that these arguments name, for those commands that take one. */
export function placeOf(args: unknown): Place | null {
  if (typeof args !== 'object' || args === null || !('place' in args)) return null;
  const read = place.safeParse(args.place);
  return read.success ? read.data : null;
}

/**
 * Never changes `state`. `locate` finds the words of a place in the text as it
 * is now; it is called once, after the permission, and only where one is named.
 */
export function perform(
  state: RecordState,
  { command, args }: Prepared,
  who: Omit<CommandContext, 'located'>,
  locate: (place: Place) => Located | Refusal,
): Outcome | Refusal {
  const denied = command.may(state, args, { ...who, located: null });
  if (denied) return denied;
  const wanted = placeOf(args);
  const located = wanted ? locate(wanted) : null;
  if (isRefusal(located)) return located;
  const outcome = command.run(state, args, { ...who, located });
  if (isRefusal(outcome)) return outcome;
  if (outcome.puts.some(tooLarge)) {
    return refuse(
      'too-large',
      'All fields of this together are too long for one record. Shorten the longest.',
    );
  }
  // A document that came from elsewhere may bear numbers that can be counted on no further.
  return outcome.puts.every(fitsSchema)
    ? outcome
    : refuse(
        'conflict',
        'The records of this document leave no room for this. Nothing was changed.',
      );
}

function tooLarge(put: Put): boolean {
  if (put.root === 'settings') return false;
  const own = Object.entries(put.value).filter(([key]) => !reserved.has(key));
  return !canFit(Object.fromEntries(own), limits.recordBytes - RESERVED_BYTES);
}
