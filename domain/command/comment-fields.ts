/** What a comment says, and whom it may name. */
import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { words } from '../record/fields.ts';
import type { RecordState } from '../record/state.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { mentionsIn } from '../talk/words.ts';

export const spoken = words.check(z.regex(/\S/u, 'Nothing is written yet.'));

export const because = z
  .string()
  .check(z.maxLength(limits.turnReason), z.regex(/\S/u, 'Say in a few words why.'));

/** Whoever is named and was not before must be able to read the document. */
export function newMentions(
  { people }: Pick<RecordState, 'people'>,
  now: string,
  before: string,
): Refusal | null {
  const named = mentionsIn(now);
  if (named.length > limits.mentions)
    return refuse('too-large', `A comment names at most ${limits.mentions} people.`);
  const known = new Set(mentionsIn(before));
  const stranger = named.find((id) => !known.has(id) && !people.get(id)?.role);
  if (stranger === undefined) return null;
  const name = people.get(stranger)?.name ?? 'Somebody you name';
  return refuse('no-such-person', `${name} cannot read this document. Take the name out.`);
}
