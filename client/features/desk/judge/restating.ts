/** A claim's own fields as a form has them, and which of them somebody changed. */
import * as z from 'zod/mini';
import { sameValue } from '../../../../domain/command/changes.ts';
import type { ArgsOf } from '../../../../domain/command/list.ts';
import {
  bearsLikelihood,
  type Claim,
  claimTypes,
  likelihoods,
  priorities,
} from '../../../../domain/record/claim.ts';
import { dateOf, dateTextOf } from '../../../ui/date-text.ts';

export const sayings = z.object({
  restatement: z.string(),
  short: z.string(),
  claimant: z.string(),
  place: z.string(),
  /** Empty for no date; else EDTF. */
  edtf: z.string(),
  asWritten: z.string(),
  type: z.enum([...claimTypes, 'unsaid']),
  likelihood: z.enum([...likelihoods, 'unsaid']),
  /** With commas between them. */
  tags: z.string(),
  priority: z.enum(priorities),
});
export type Sayings = z.infer<typeof sayings>;

export function sayingsOf(claim: Claim): Sayings {
  return {
    restatement: claim.restatement,
    short: claim.short,
    claimant: claim.claimant,
    place: claim.place,
    ...dateTextOf(claim.date),
    type: claim.type ?? 'unsaid',
    likelihood: claim.likelihood ?? 'unsaid',
    tags: claim.tags.join(', '),
    priority: claim.priority,
  };
}

type Changes = ArgsOf<'claim.restate'>['changes'];

/** The fields that differ from what the form started from; a likelihood goes when the type no longer bears one. */
export function restated(now: Sayings, seen: Claim): Changes {
  const { restatement, short, claimant, place, priority } = now;
  const type = now.type === 'unsaid' ? null : now.type;
  const likelihood = now.likelihood === 'unsaid' || !bearsLikelihood(type) ? null : now.likelihood;
  const tags = [...new Set(now.tags.split(',').map((tag) => tag.trim()))].filter(Boolean);
  const date = dateOf(now);
  return {
    ...(restatement !== seen.restatement && { restatement }),
    ...(short !== seen.short && { short }),
    ...(claimant !== seen.claimant && { claimant }),
    ...(place !== seen.place && { place }),
    ...(!sameValue(date, seen.date) && { date }),
    ...(type !== seen.type && { type }),
    ...(likelihood !== seen.likelihood && { likelihood }),
    ...(!sameValue(tags, seen.tags) && { tags }),
    ...(priority !== seen.priority && { priority }),
  };
}

/** What stood in the changed fields, so that nobody's change is overwritten unawares. */
export function seenIn(changes: Changes, seen: Claim): Changes {
  return {
    ...('restatement' in changes && { restatement: seen.restatement }),
    ...('short' in changes && { short: seen.short }),
    ...('claimant' in changes && { claimant: seen.claimant }),
    ...('place' in changes && { place: seen.place }),
    ...('date' in changes && { date: seen.date }),
    ...('type' in changes && { type: seen.type }),
    ...('likelihood' in changes && { likelihood: seen.likelihood }),
    ...('tags' in changes && { tags: seen.tags }),
    ...('priority' in changes && { priority: seen.priority }),
  };
}

/** Whether verdicts given so far speak of another question then. */
export function asksAnew(changes: Changes, seen: Claim): boolean {
  return (
    ('restatement' in changes && seen.restatement !== '') ||
    ('claimant' in changes && seen.claimant !== '') ||
    ('date' in changes && seen.date !== null)
  );
}
