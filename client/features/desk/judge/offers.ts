/** What the sentence of a claim offers for the fields that nobody has filled in. */
import { dateWords } from '../../../../domain/date/date-words.ts';
import type { SentenceOffers } from '../../../../domain/derive/sentence-offers.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { chainWords } from './chain.ts';
import type { Changes } from './restating.ts';

export interface Offer {
  readonly key: string;
  /** "Claimant". */
  readonly name: string;
  /** What would be written. */
  readonly words: string;
  readonly changes: Changes;
  /** Whether it is the only one for its field: several dates are no default, they are a choice. */
  readonly only: boolean;
}

export function offersFor(claim: Claim, found: SentenceOffers): Offer[] {
  const offers: Offer[] = [];
  if (claim.claimant === '' && found.claimant !== '') {
    const { claimant } = found;
    offers.push({
      key: 'claimant',
      name: 'Claimant',
      words: claimant,
      changes: { claimant },
      only: true,
    });
  }
  if (claim.chain.length === 0 && found.chain.length > 0) {
    const chain = [...found.chain];
    offers.push({
      key: 'chain',
      name: 'Said by',
      words: chainWords(chain),
      changes: { chain },
      only: true,
    });
  }
  if (claim.date === null) {
    for (const date of found.dates) {
      const words = `${date.asWritten} (${dateWords(date.edtf)})`;
      offers.push({
        key: `date ${date.edtf}`,
        name: 'Date',
        words,
        changes: { date },
        only: found.dates.length === 1,
      });
    }
  }
  if (claim.place === '' && found.place !== '') {
    offers.push({
      key: 'place',
      name: 'Place',
      words: found.place,
      changes: { place: found.place },
      only: true,
    });
  }
  return offers;
}

/** All at once, without the fields that have more than one. */
export function allOf(offers: readonly Offer[]): Changes {
  return Object.assign({}, ...offers.filter(({ only }) => only).map(({ changes }) => changes));
}
