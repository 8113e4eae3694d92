// The claims of the example on money.
import type { Check } from '../check.ts';

export const money: readonly Check[] = [
  {
    key: 'cost',
    by: 'jiwoo',
    checks: 'content',
    says: {
      short: 'It cost 19.5 million, of which the state paid half',
      restatement: 'The ferry cost 19.5 million crowns; the state paid half of that.',
      claimant: 'The Sallow Bay Observer',
      type: 'numerical',
      tags: ['money'],
    },
    evidence: [
      {
        from: 'accounts',
        by: 'jiwoo',
        stance: 'context',
        credibility: 2,
        directness: 'primary',
        passage: 'Total 19.48 million. State grant 7.40 million (38 percent).',
      },
    ],
    verdicts: [
      {
        by: 'jiwoo',
        rating: 'half-true',
        confidence: 'high',
        basis: 'The audited final account.',
        rationale: 'The first half is right, the second is not: 38 percent.',
      },
      {
        by: 'tomas',
        rating: 'half-true',
        confidence: 'high',
        basis: 'The same account.',
        rationale: 'Right on the cost, wrong on who paid.',
      },
    ],
    reviews: [],
    ruling: {
      rating: 'half-true',
      explanation: 'The cost is right. The state paid 38 percent of it, not half.',
    },
  },
  {
    key: 'bridge',
    by: 'jiwoo',
    checks: 'content',
    says: {
      short: 'The money would have been better spent on the bridge',
      claimant: 'Bo Ferran',
      type: 'position-statement',
      tags: ['money'],
    },
    evidence: [],
    verdicts: [
      {
        by: 'jiwoo',
        rating: 'opinion',
        confidence: 'high',
        basis: 'What is better is a matter of weighing.',
        rationale: 'A judgement about priorities. There is nothing in it to check.',
      },
    ],
    reviews: [{ by: 'mara', of: 'jiwoo', outcome: 'agree', reasons: [], comment: '' }],
    ruling: { rating: 'opinion', explanation: 'An opinion on how to spend money, marked as such.' },
  },
  {
    key: 'survey',
    by: 'mara',
    checks: 'content',
    says: {
      short: '80 percent of residents want a second ferry',
      restatement:
        'In a representative survey 80 percent of residents were in favour of a second ferry.',
      claimant: 'Town council',
      type: 'numerical',
      tags: ['money'],
    },
    evidence: [
      {
        from: 'survey',
        by: 'mara',
        stance: 'context',
        credibility: 3,
        directness: 'primary',
        passage: 'Asked on board on three weekdays: 612 passengers. In favour: 80.4 percent.',
      },
    ],
    verdicts: [
      {
        by: 'mara',
        rating: 'mostly-false',
        confidence: 'moderate',
        basis: 'The survey’s own description of who was asked.',
        rationale: 'Only passengers on board were asked. They are not “residents”.',
      },
      {
        by: 'tomas',
        rating: 'mostly-false',
        confidence: 'moderate',
        basis: 'The same page.',
        rationale: 'The number is right for people who were already on the ferry.',
      },
    ],
    reviews: [],
    corrects: {
      rating: 'mostly-true',
      explanation: 'The council’s survey found 80.4 percent in favour.',
    },
    ruling: {
      rating: 'mostly-false',
      explanation:
        'We first took the survey at its word. It asked 612 passengers on board, not residents; what residents think is not known.',
    },
  },
  {
    key: 'fares',
    by: 'tomas',
    checks: 'content',
    says: {
      short: 'Fares will not have to rise before 2028',
      restatement: 'Fares on the Merrow crossing will not rise before 2028.',
      claimant: 'Town council',
      date: { edtf: '2028', asWritten: 'before 2028' },
      type: 'prediction',
      likelihood: 'roughly-even-chance',
      tags: ['money'],
    },
    evidence: [
      {
        from: 'accounts',
        by: 'tomas',
        stance: 'context',
        credibility: 3,
        directness: 'primary',
        passage: 'The reserve for batteries lasts until the end of 2027.',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'not-enough-evidence',
        confidence: 'low',
        basis: 'One figure in an account of the past.',
        rationale: 'Nothing published says what happens when the reserve is used up.',
      },
    ],
    reviews: [{ by: 'mara', of: 'tomas', outcome: 'agree', reasons: [], comment: '' }],
    ruling: {
      rating: 'not-enough-evidence',
      explanation: 'A forecast for which the council has published no calculation.',
    },
  },
];
