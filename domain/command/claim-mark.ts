import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { mayJudge } from '../policy/document.ts';
import { checks, type Claim } from '../record/claim.ts';
import type { Put } from '../record/state.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { command } from './command.ts';
import { place } from './place.ts';
import { liveClaim } from './targets.ts';
import { freeTwin } from './twins.ts';

const args = z.strictObject({
  claimId: recordId,
  place,
  checks,
  /** A claim over the same words that checks the other question; the two are linked. */
  twin: z.optional(recordId),
  /** The claim that this one is to be a part of, once that is split. */
  partOf: z.optional(recordId),
});

/** Marks words of the text as a claim. The server gives the number and sets the anchor mark. */
export const claimMark = command<z.infer<typeof args>>({
  name: 'claim.mark',
  args,
  done: 'Claim marked',
  may: (_state, _args, context) => mayJudge(context.role),
  run(state, { claimId, checks: question, twin: twinId, partOf }, { actor, now, located }) {
    // Anchors go by ids: a claim that had a comment's would move it.
    if (state.claims.has(claimId) || state.comments.has(claimId))
      return refuse('id-taken', 'This claim id was used before.');
    if (!located) return refuse('words-not-found', 'These words are not in the text.');
    const twin = twinId === undefined ? null : freeTwin(state, twinId, question);
    if (isRefusal(twin)) return twin;
    const whole = partOf === undefined ? null : liveClaim(state, partOf);
    if (isRefusal(whole)) return whole;
    let number = 1;
    for (const claim of state.claims.values()) number = Math.max(number, claim.number + 1);
    const marked: Claim = {
      id: claimId,
      number,
      version: 1,
      raised: null,
      quote: located.quote,
      keptAgainst: null,
      position: located.position,
      checks: question,
      restatement: '',
      short: '',
      claimant: '',
      chain: [],
      date: null,
      place: '',
      type: null,
      likelihood: null,
      tags: [],
      priority: 'normal',
      assignees: [],
      twin: twin?.id ?? null,
      policy: null,
      withdrawn: null,
      mergedInto: null,
      splitInto: [],
      partOf: whole?.id ?? null,
      createdAt: now,
      createdBy: actor,
      modifiedAt: now,
      modifiedBy: actor,
    };
    const puts: Put[] = [{ root: 'claims', key: claimId, value: marked }];
    // The link is no change of what the twin says, so neither its version nor its dates move.
    if (twin) puts.push({ root: 'claims', key: twin.id, value: { ...twin, twin: claimId } });
    return { puts, anchor: claimId, answer: { number } };
  },
  inverse: (_before, { claimId }) => ({ name: 'claim.withdraw', args: { claimId, reason: '' } }),
});
