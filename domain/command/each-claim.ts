/**
 * One deed on many claims: for all of them or for none. It is refused with the
 * numbers of those that stand in its way, so that whoever asked can leave them
 * out; claims of which nothing would change are passed over.
 */
import * as z from 'zod/mini';
import { recordId } from '../id.ts';
import { limits } from '../limits.ts';
import type { Claim } from '../record/claim.ts';
import { indexRecords } from '../record/claim-records.ts';
import type { Put, RecordState } from '../record/state.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Outcome } from './command.ts';
import { liveClaim } from './targets.ts';

export const claimIds = z
  .array(recordId)
  .check(z.minLength(1), z.maxLength(limits.claimsAtOnce, tooMany()));

/** Changes of several kinds at once, each for claims of its own: what an undo needs that gives each back what it had. */
export function groupsOf<Fields extends z.ZodMiniType>(group: Fields) {
  return z.array(group).check(z.minLength(1), z.maxLength(limits.claimsAtOnce, tooMany()));
}

function tooMany(): string {
  return `At most ${limits.claimsAtOnce} claims can be changed at once.`;
}

export function inAll(groups: readonly { readonly claimIds: readonly string[] }[]): string[] {
  return groups.flatMap((group) => group.claimIds);
}

/** Null where all of these claims are there, live, and may be changed by `may`. */
export function mayEach(
  state: RecordState,
  ids: readonly string[],
  may: (state: RecordState, claim: Claim) => Refusal | null,
  find = liveClaim,
): Refusal | null {
  if (ids.length > limits.claimsAtOnce) return refuse('too-large', tooMany());
  const indexed = indexRecords(state);
  const refused: Refused[] = [];
  for (const id of new Set(ids)) {
    const claim = find(indexed, id);
    const refusal = isRefusal(claim) ? claim : may(indexed, claim);
    if (refusal) refused.push({ claim: state.claims.get(id) ?? null, refusal });
  }
  return refused.length > 0 ? together(refused, ids.length) : null;
}

/** What `change` does to each, one after the other; a later one sees what an earlier one did. */
export function eachClaim(
  state: RecordState,
  ids: readonly string[],
  change: (state: RecordState, claim: Claim) => readonly Put[] | Refusal,
): Outcome | Refusal {
  const claims = new Map(state.claims);
  const seen: RecordState = { ...indexRecords(state), claims };
  const puts = new Map<string, Put>();
  const refused: Refused[] = [];
  for (const id of new Set(ids)) {
    const claim = claims.get(id);
    if (!claim) continue;
    const done = change(seen, claim);
    if (isRefusal(done)) {
      if (done.code !== 'nothing-to-change') refused.push({ claim, refusal: done });
      continue;
    }
    for (const put of done) {
      puts.set(`${put.root} ${put.key}`, put);
      if (put.root === 'claims') claims.set(put.key, put.value);
    }
  }
  if (refused.length > 0) return together(refused, ids.length);
  if (puts.size > 0) return { puts: [...puts.values()] };
  return refuse('nothing-to-change', 'All of these claims are like that already.');
}

interface Refused {
  readonly claim: Claim | null;
  readonly refusal: Refusal;
}

/** So many are named. */
const NAMED = 5;

/** One of its own says by itself which claim it is about. */
function together(refused: readonly Refused[], all: number): Refusal {
  const [first] = refused;
  if (!first) throw new RangeError('Nothing was refused');
  const { code, reason } = first.refusal;
  if (all === 1) return first.refusal;
  const names = refused.map(({ claim }) => (claim ? `#${claim.number}` : 'one that is not here'));
  const rest = names.length - NAMED;
  const named = [...names.slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
  return refuse(
    code,
    `Nothing was changed: ${refused.length} of ${all} claims stand in the way (${named}). ${reason}`,
  );
}

/** Claims by what happens to them, as the groups of one command. */
export function grouped<Effect>(
  pairs: readonly (readonly [claim: string, effect: Effect])[],
): (Effect & { claimIds: string[] })[] {
  const groups = new Map<string, Effect & { claimIds: string[] }>();
  for (const [claim, effect] of pairs) {
    const key = JSON.stringify(effect);
    const known = groups.get(key);
    if (known) known.claimIds.push(claim);
    else groups.set(key, { ...effect, claimIds: [claim] });
  }
  return [...groups.values()];
}
