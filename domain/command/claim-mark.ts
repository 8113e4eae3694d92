import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { checks, type Claim } from '../record/claim.ts';
import { refuse } from '../refusal.ts';
import { mayJudge } from '../policy/document.ts';
import { command } from './command.ts';
import { place } from './place.ts';

const args = z.object({ claimId: recordId, place, checks });

/** Marks words of the text as a claim. The server gives the number and sets the anchor mark. */
export const claimMark = command<z.infer<typeof args>>({
  name: 'claim.mark',
  args,
  done: 'Claim marked',
  may: (_state, _args, context) => mayJudge(context.role),
  run(state, { claimId, checks }, { actor, now, located }) {
    if (state.claims.has(claimId)) return refuse('id-taken', 'This claim id was used before.');
    if (!located) return refuse('words-not-found', 'These words are not in the text.');
    const number = 1 + Math.max(0, ...[...state.claims.values()].map((claim) => claim.number));
    const marked: Claim = {
      id: claimId,
      number,
      version: 1,
      quote: located.quote,
      keptAgainst: null,
      position: located.position,
      checks,
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
      twin: null,
      policy: null,
      withdrawn: null,
      createdAt: now,
      createdBy: actor,
      modifiedAt: now,
      modifiedBy: actor,
    };
    return { puts: [{ root: 'claims', key: claimId, value: marked }], anchor: claimId, answer: { number } };
  },
  inverse: (_before, { claimId }) => ({ name: 'claim.withdraw', args: { claimId, reason: '' } }),
});
