/** A claim's own fields as a form has them, which of them somebody changed, and who changed them meanwhile. */
import * as z from 'zod/mini';
import { sameValue, valuesBefore } from '../../../../domain/command/changes.ts';
import type { ArgsOf } from '../../../../domain/command/list.ts';
import { dateWords } from '../../../../domain/date/date-words.ts';
import {
  checksWords,
  claimTypeWords,
  likelihoodWords,
  priorityWords,
} from '../../../../domain/derive/words.ts';
import {
  bearsLikelihood,
  type Claim,
  claim as claimRecord,
  claimTypes,
  likelihoods,
  priorities,
} from '../../../../domain/record/claim.ts';
import { dateOf, dateTextOf } from '../../../ui/date-text.ts';
import { chainWords, filledSteps } from './chain.ts';

export const sayings = z.object({
  restatement: z.string(),
  short: z.string(),
  claimant: z.string(),
  chain: claimRecord.shape.chain,
  place: z.string(),
  /** Empty for no date; else EDTF. */
  edtf: z.string(),
  asWritten: z.string(),
  type: z.enum([...claimTypes, 'unsaid']),
  likelihood: z.enum([...likelihoods, 'unsaid']),
  tags: z.array(z.string()),
  priority: z.enum(priorities),
});
export type Sayings = z.infer<typeof sayings>;

export function sayingsOf(claim: Said): Sayings {
  return {
    restatement: claim.restatement,
    short: claim.short,
    claimant: claim.claimant,
    chain: claim.chain,
    place: claim.place,
    ...dateTextOf(claim.date),
    type: claim.type ?? 'unsaid',
    likelihood: claim.likelihood ?? 'unsaid',
    tags: claim.tags,
    priority: claim.priority,
  };
}

export type Changes = ArgsOf<'claim.restate'>['changes'];
export type Field = keyof Changes;

const shape = claimRecord.shape;

/** What a form is being changed to, and what its writer saw in the claim. */
export const restatingDraft = z.object({
  now: sayings,
  seen: z.object({
    checks: shape.checks,
    restatement: shape.restatement,
    short: shape.short,
    claimant: shape.claimant,
    chain: shape.chain,
    date: shape.date,
    place: shape.place,
    type: shape.type,
    likelihood: shape.likelihood,
    tags: shape.tags,
    priority: shape.priority,
  }),
});
export type RestatingDraft = z.infer<typeof restatingDraft>;
/** What a claim says of itself. */
export type Said = RestatingDraft['seen'];

export function draftOf(claim: Claim): RestatingDraft {
  return { now: sayingsOf(claim), seen: restatingDraft.shape.seen.parse(claim) };
}

/** The fields that differ from what the form started from; a likelihood goes when the type no longer bears one. */
export function restated(now: Sayings, seen: Said): Changes {
  const { restatement, short, claimant, place, priority, tags } = now;
  const type = now.type === 'unsaid' ? null : now.type;
  const likelihood = now.likelihood === 'unsaid' || !bearsLikelihood(type) ? null : now.likelihood;
  const date = dateOf(now);
  const chain = filledSteps(now.chain);
  return {
    ...(restatement !== seen.restatement && { restatement }),
    ...(short !== seen.short && { short }),
    ...(claimant !== seen.claimant && { claimant }),
    ...(!sameValue(chain, seen.chain) && { chain }),
    ...(place !== seen.place && { place }),
    ...(!sameValue(date, seen.date) && { date }),
    ...(type !== seen.type && { type }),
    ...(likelihood !== seen.likelihood && { likelihood }),
    ...(!sameValue(tags, seen.tags) && { tags }),
    ...(priority !== seen.priority && { priority }),
  };
}

/** What stood in the changed fields, so that nobody's change is overwritten unawares. */
export function seenIn(changes: Changes, seen: Said): Changes {
  return valuesBefore<Said>(seen, changes as Partial<Said>);
}

/** Whether verdicts given so far speak of another question then. */
export function asksAnew(changes: Changes, seen: Said): boolean {
  return (
    ('restatement' in changes && seen.restatement !== '') ||
    ('claimant' in changes && seen.claimant !== '') ||
    ('date' in changes && seen.date !== null)
  );
}

/** The fields of mine that somebody else changed to something else since I saw them. */
export function overtaken(changes: Changes, seen: Said, now: Said): Field[] {
  return (Object.keys(changes) as Field[]).filter(
    (field) => !sameValue(now[field], seen[field]) && !sameValue(now[field], changes[field]),
  );
}

/** What a claim says otherwise than it did. */
export function saidOtherwise(seen: Said, now: Said): Field[] {
  return (Object.keys(fieldNames) as Field[]).filter(
    (field) => !sameValue(now[field], seen[field]),
  );
}

/** The form on the claim as it is now: what I did not touch follows it, what I wrote stays. */
export function caughtUp(mine: Sayings, seen: Said, now: Said): Sayings {
  const [before, after] = [sayingsOf(seen), sayingsOf(now)];
  const keys = Object.keys(mine) as (keyof Sayings)[];
  return Object.fromEntries(
    keys.map((key) => [key, sameValue(mine[key], before[key]) ? after[key] : mine[key]]),
  ) as Sayings;
}

export const fieldNames: Readonly<Record<Field, string>> = {
  checks: 'What is checked',
  restatement: 'Restated',
  short: 'Short form',
  claimant: 'Claimant',
  chain: 'Said by way of',
  date: 'Date',
  place: 'Place',
  type: 'Type',
  likelihood: 'Likelihood',
  tags: 'Tags',
  priority: 'Priority',
};

/** What a field says, for whoever has to compare. */
export function fieldWords(claim: Said, field: Field): string {
  switch (field) {
    case 'checks':
      return checksWords[claim.checks];
    case 'chain':
      return chainWords(claim.chain) || 'nothing';
    case 'date':
      return claim.date ? claim.date.asWritten || dateWords(claim.date.edtf) : 'none';
    case 'type':
      return claim.type ? claimTypeWords[claim.type] : 'not said';
    case 'likelihood':
      return claim.likelihood ? likelihoodWords[claim.likelihood] : 'not said';
    case 'priority':
      return priorityWords[claim.priority];
    case 'tags':
      return claim.tags.join(', ') || 'none';
    default:
      return claim[field] || 'nothing';
  }
}
