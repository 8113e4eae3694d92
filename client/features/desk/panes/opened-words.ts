/** What a screen reader is told when a key opens another claim: where one is, what it is about, what else lies there. */
import { flagWords } from '../../../../domain/derive/words.ts';
import type { ClaimRow } from '../claims/claim-row.ts';

/** Longer quotes are read where they stand. */
const MOST_WORDS = 30;

export function openedWords(
  { claim, standing, told }: ClaimRow,
  position: { readonly at: number; readonly of: number },
  overlapping: number,
): string {
  const count = (figure: number): string => figure.toLocaleString('en');
  const facts = [
    `Claim ${count(position.at)} of ${count(position.of)}`,
    standing.toLowerCase(),
    ...told.map((flag) => flagWords[flag].toLowerCase()),
    ...(overlapping > 0 ? [`${count(overlapping)} overlapping`] : []),
  ];
  const words = claim.quote.exact.split(/\s+/);
  const quote = words.slice(0, MOST_WORDS).join(' ') + (words.length > MOST_WORDS ? ' …' : '');
  return `${facts.join(', ')}: “${quote}”`;
}
