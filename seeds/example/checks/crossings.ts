// The claims of the example on passengers and punctuality.
import type { Check } from '../check.ts';

export const crossings: readonly Check[] = [
  {
    key: 'opening',
    by: 'mara',
    checks: 'content',
    says: {
      short: 'The first crossing was on 3 March 2025',
      restatement: 'The electric ferry made its first public crossing on 3 March 2025.',
      claimant: 'The Sallow Bay Observer',
      date: { edtf: '2025-03-03', asWritten: '3 March 2025' },
      type: 'event-property',
      tags: ['passengers'],
    },
    evidence: [
      {
        from: 'timetable',
        by: 'mara',
        stance: 'supports',
        credibility: 2,
        directness: 'primary',
        passage: 'Valid from 3 March 2025. First departure from Sallow Bay: 06:40.',
      },
      {
        from: 'opening',
        by: 'tomas',
        stance: 'supports',
        credibility: 1,
        directness: 'primary',
        passage: 'At twenty to seven the ferry cast off, with the band still playing.',
      },
    ],
    verdicts: [
      {
        by: 'mara',
        rating: 'true',
        confidence: 'high',
        basis: 'Timetable and a reporter on the quay agree.',
        rationale: 'The timetable and a report from the quay name the same day, independently.',
      },
    ],
    reviews: [
      { by: 'tomas', of: 'mara', outcome: 'agree', reasons: ['good-sources'], comment: '' },
    ],
    ruling: {
      rating: 'true',
      explanation: 'The operator’s timetable and a newspaper report of the day agree.',
    },
  },
  {
    key: 'passengers',
    by: 'mara',
    checks: 'content',
    says: {
      short: '412,000 passengers, a quarter more than before',
      restatement:
        'From March 2025 to February 2026 the ferry carried 412,000 passengers, 25 percent more than the diesel boat in the twelve months before.',
      claimant: 'Town council',
      type: 'numerical',
      tags: ['passengers'],
    },
    evidence: [
      {
        from: 'harbour',
        by: 'mara',
        stance: 'supports',
        credibility: 2,
        directness: 'primary',
        passage: 'Merrow quay, twelve months to February: 409,870 (2025/26), 331,204 (2024/25).',
        note: 'That is 23.8 percent more. The council rounds up twice.',
      },
    ],
    verdicts: [
      {
        by: 'mara',
        rating: 'mostly-true',
        confidence: 'high',
        basis: 'Counted at the quay, published by month.',
        rationale: 'The harbour office counts about 2,000 fewer; the rise is 24 percent, not 25.',
      },
      {
        by: 'jiwoo',
        rating: 'mostly-true',
        confidence: 'high',
        basis: 'The same table.',
        rationale: 'Both figures are rounded upwards, neither by much.',
      },
    ],
    reviews: [],
    ruling: {
      rating: 'mostly-true',
      explanation:
        'The harbour office counted 409,870 passengers, 24 percent more than the year before. The council’s figures are rounded up.',
    },
  },
  {
    key: 'punctual',
    by: 'tomas',
    checks: 'content',
    says: {
      short: '97 of 100 departures left on time',
      restatement: 'In the first year 97 percent of departures left on time.',
      claimant: 'Merrow Lines',
      type: 'numerical',
      tags: ['punctuality'],
    },
    evidence: [
      {
        from: 'punctuality',
        by: 'tomas',
        stance: 'supports',
        credibility: 3,
        directness: 'secondary',
        passage: 'Of all departures carried out, 97.1 percent left within five minutes.',
        note: '“Carried out”: a cancelled departure is not late.',
      },
      {
        from: 'log',
        by: 'jiwoo',
        stance: 'refutes',
        credibility: 2,
        directness: 'primary',
        passage: '1,204 announced, 1,071 carried out.',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'missing-context',
        confidence: 'moderate',
        basis: 'The operator’s own definition, and a log of one winter.',
        rationale:
          'The figure is right as defined. It leaves out every crossing that was cancelled.',
      },
      {
        by: 'jiwoo',
        rating: 'missing-context',
        confidence: 'high',
        basis: 'The footnote of the report.',
        rationale: 'Counting cancelled crossings, 87 of 100 left on time that winter.',
      },
    ],
    reviews: [],
    ruling: {
      rating: 'missing-context',
      explanation:
        'Right for the departures that took place. Cancelled crossings are not counted: with them it would be about 87 of 100 in winter.',
    },
  },
  {
    key: 'cancelled',
    by: 'jiwoo',
    checks: 'content',
    says: {
      short: 'One crossing in nine was cancelled in winter',
      restatement:
        'Between November 2025 and February 2026 one of nine announced crossings was cancelled.',
      claimant: 'Passengers’ association',
      type: 'numerical',
      tags: ['punctuality'],
    },
    evidence: [
      {
        from: 'log',
        by: 'jiwoo',
        stance: 'supports',
        credibility: 2,
        directness: 'primary',
        passage: '1,204 announced, 1,071 carried out.',
        note: '133 of 1,204 is one in nine. The log was kept by volunteers; eleven days are missing.',
      },
    ],
    verdicts: [
      {
        by: 'jiwoo',
        rating: 'mostly-true',
        confidence: 'moderate',
        basis: 'One log, kept by hand, of one origin.',
        rationale: 'The sum is right. The log has gaps of eleven days, in calm weather.',
      },
    ],
    reviews: [
      {
        by: 'mara',
        of: 'jiwoo',
        outcome: 'agree',
        reasons: ['single-origin'],
        comment: 'Agreed. Worth saying that nobody else has counted.',
      },
    ],
    ruling: {
      rating: 'mostly-true',
      explanation:
        'The association’s log gives one in nine. It is the only count there is, and eleven days are missing from it.',
    },
  },
];
