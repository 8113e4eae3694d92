/** The way by which the words of a claim came: in words, and without its empty steps. */
import type { Claim } from '../../../../domain/record/claim.ts';

/** "Reuters reported → a deputy claimed" */
export function chainWords(chain: Claim['chain']): string {
  return chain
    .map(({ who, how, when }) => [who, how, when && `(${when})`].filter(Boolean).join(' '))
    .join(' → ');
}

/** Steps that say nothing are none. */
export function filledSteps(chain: Claim['chain']): Claim['chain'] {
  return chain.filter(({ who, how, when }) => `${who}${how}${when}`.trim() !== '');
}
