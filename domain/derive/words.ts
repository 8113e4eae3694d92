/** The one table of words for whatever has a key: screen, messages and exports read it, so that one thing has one word. */
import type { Role } from '../role.ts';
import type { Checks, ClaimType, Likelihood, Priority, Raising } from '../record/claim.ts';
import type { Credibility, Directness, Stance } from '../record/evidence.ts';
import type { Preset } from '../record/policy.ts';
import type { ReviewOutcome, ReviewReason } from '../record/review.ts';
import type { RulingKind, RulingMethod } from '../record/ruling.ts';
import type { Reliability } from '../record/source.ts';
import type { Confidence, PassReason } from '../record/verdict.ts';
import type { Flag } from './flags.ts';
import type { Stage } from './stage.ts';
import type { StaleReason } from './standing.ts';
import type { HeldField } from './verdict-changes.ts';
import type { VerdictHint } from './verdict-hints.ts';
import type { TaskKind } from './waiting.ts';

export const stageWords: Readonly<Record<Stage, string>> = {
  open: 'Open',
  judging: 'Judging',
  revealed: 'Revealed',
  disputed: 'Disputed',
  settled: 'Settled',
};

export const flagWords: Readonly<Record<Flag, string>> = {
  withdrawn: 'Withdrawn',
  removed: 'Removed',
  changed: 'Changed',
  stale: 'Stale',
  'in-review': 'In review',
  unsourced: 'Unsourced',
};

/** What a flag means, in one sentence. */
export const flagMeanings: Readonly<Record<Flag, string>> = {
  withdrawn: 'Somebody took this claim back.',
  removed: 'The words of this claim are no longer in the text.',
  changed: 'The words in the text differ from the quote.',
  stale: 'A verdict rests on something that has changed since.',
  'in-review': 'A verdict still waits for a review.',
  unsourced: 'Nobody has added evidence yet.',
};

export const checksWords: Readonly<Record<Checks, string>> = {
  said: 'that they said it',
  content: 'that it is so',
};

export const stanceWords: Readonly<Record<Stance, string>> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Context',
};

/** Beside the word, never instead of it for a screen reader. */
export const stanceSigns: Readonly<Record<Stance, string>> = {
  supports: '▲',
  refutes: '▼',
  context: '○',
};

export const directnessWords: Readonly<Record<Directness, string>> = {
  primary: 'Primary',
  secondary: 'Secondary',
};

export const reliabilityWords: Readonly<Record<Reliability, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
};

export const credibilityWords: Readonly<Record<Credibility, string>> = {
  1: 'Confirmed by other independent sources',
  2: 'Probably true',
  3: 'Possibly true',
  4: 'Doubtful',
  5: 'Improbable',
  6: 'Truth cannot be judged',
};

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
};

export const likelihoodWords: Readonly<Record<Likelihood, string>> = {
  'almost-no-chance': 'Almost no chance (1–5 %)',
  'very-unlikely': 'Very unlikely (5–20 %)',
  unlikely: 'Unlikely (20–45 %)',
  'roughly-even-chance': 'Roughly even chance (45–55 %)',
  likely: 'Likely (55–80 %)',
  'very-likely': 'Very likely (80–95 %)',
  'almost-certain': 'Almost certain (95–99 %)',
};

export const claimTypeWords: Readonly<Record<ClaimType, string>> = {
  'event-property': 'Event or property',
  numerical: 'Numerical',
  'quote-verification': 'Quote',
  causal: 'Causal',
  'position-statement': 'Position',
  assessment: 'Assessment',
  prediction: 'Prediction',
};

/** What raised a version: "2, since the claimant was changed". */
export const raisingWords: Readonly<Record<Raising, string>> = {
  quote: 'the quote',
  checks: 'what is checked',
  restatement: 'the restatement',
  claimant: 'the claimant',
  date: 'the date',
  scale: 'the scale',
};

export const priorityWords: Readonly<Record<Priority, string>> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
};

export const passReasonWords: Readonly<Record<PassReason, string>> = {
  'conflict-of-interest': 'Conflict of interest',
  language: 'Language',
  'no-time': 'No time',
  other: 'Another reason',
};

export const reviewOutcomeWords: Readonly<Record<ReviewOutcome, string>> = {
  agree: 'Agree',
  disagree: 'Disagree',
  'request-changes': 'Ask for changes',
};

export const reviewReasonWords: Readonly<Record<ReviewReason, string>> = {
  'good-sources': 'Good sources',
  'source-does-not-say-so': 'Source does not say so',
  'missing-context': 'Missing context',
  outdated: 'Outdated',
  'opinion-or-speculation': 'Opinion or speculation',
  'wrong-claim-restated': 'Wrong claim restated',
  'biased-wording': 'Biased wording',
  'single-origin': 'Single origin',
};

export const verdictHintWords: Readonly<Record<VerdictHint, string>> = {
  'likelihood-with-confidence':
    'Likelihood and confidence in one sentence. Split them, so that each can be judged.',
  'no-evidence': 'It rests on no evidence. Say in the rationale why it can do without.',
  'confirmed-on-one-origin':
    'A credibility of 1 says “confirmed by other independent sources”, but all of it has one origin.',
  'sure-without-a-basis': 'High confidence, and no word of why. A reviewer will ask.',
};

export const heldFieldWords: Readonly<Record<HeldField, string>> = {
  rating: 'Rating',
  confidence: 'Confidence',
  basis: 'Basis',
  likelihood: 'Likelihood',
  rationale: 'Rationale',
  evidence: 'Evidence it rests on',
};

export const rulingMethodWords: Readonly<Record<RulingMethod, string>> = {
  single: 'One verdict and a review',
  unanimous: 'Unanimous',
  majority: 'By majority',
  adjudicated: 'Decided by a lead',
};

export const rulingKindWords: Readonly<Record<RulingKind, string>> = {
  first: 'Ruling',
  correction: 'Correction',
  update: 'Update',
};

export const staleReasonWords: Readonly<Record<StaleReason, string>> = {
  'claim-merged': 'It was given on a claim that has been merged into this one.',
  'claim-changed': 'The claim was changed since.',
  'words-changed': 'The words in the text were changed since.',
  'evidence-changed': 'Evidence that it rests on was changed since.',
  'evidence-removed': 'Evidence that it rests on was removed since.',
};

export const taskWords: Readonly<Record<TaskKind, string>> = {
  'settle-words': 'Take over the new words, or keep the quote',
  answer: 'Say whether your verdict still stands',
  reconsider: 'Answer a review of your verdict',
  judge: 'Give a verdict',
  review: 'Review a verdict',
  rule: 'Rule',
};

export const presetWords: Readonly<Record<Preset, string>> = {
  quick: 'Quick: 1 verdict and 1 review',
  'blind-2': 'Blind 2: 2 sealed verdicts',
  'blind-3': 'Blind 3: 3 sealed verdicts',
  custom: 'Custom',
};

export const roleWords: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  analyst: 'Analyst',
  editor: 'Editor',
  lead: 'Lead',
};
