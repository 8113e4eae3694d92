/** What was changed between two states of a claim or of a piece of evidence, in words, for whoever judged the earlier one. */
import type { Claim } from '../record/claim.ts';
import type { Evidence } from '../record/evidence.ts';
import { checksWords, directnessWords, stanceWords } from './words.ts';

export interface FieldChange {
  /** "Restatement". */
  readonly field: string;
  /** Empty where nothing stood there. */
  readonly from: string;
  readonly to: string;
}

type Fields<Of> = readonly (readonly [field: string, read: (of: Of) => string])[];

/** Those that ask another question where they change. */
const ofClaim: Fields<Claim> = [
  ['Quote', ({ quote }) => quote.exact],
  ['What is checked', ({ checks }) => checksWords[checks]],
  ['Restatement', ({ restatement }) => restatement],
  ['Claimant', ({ claimant }) => claimant],
  ['Date', ({ date }) => date?.asWritten || date?.edtf || ''],
];

const ofEvidence: Fields<Evidence> = [
  ['Passage', ({ passage }) => passage],
  ['Translation', ({ translation }) => translation],
  ['Stance', ({ stance }) => stanceWords[stance]],
  ['Directness', ({ directness }) => (directness ? directnessWords[directness] : '')],
  ['Credibility', ({ credibility }) => (credibility === null ? '' : `${credibility}`)],
  ['Note', ({ note }) => note],
];

export const claimChanges = (before: Claim, after: Claim): readonly FieldChange[] =>
  changes(ofClaim, before, after);

export const evidenceChanges = (before: Evidence, after: Evidence): readonly FieldChange[] =>
  changes(ofEvidence, before, after);

function changes<Of>(fields: Fields<Of>, before: Of, after: Of): readonly FieldChange[] {
  return fields
    .map(([field, read]) => ({ field, from: read(before), to: read(after) }))
    .filter(({ from, to }) => from !== to);
}
