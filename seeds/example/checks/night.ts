// The claims of the example on the night of 14 October.
import type { Check } from '../check.ts';

export const night: readonly Check[] = [
  {
    key: 'drift',
    by: 'jiwoo',
    checks: 'content',
    says: {
      short: 'The ferry drifted for forty minutes with 130 on board',
      restatement:
        'On 14 October 2025 the ferry lost all power in mid-channel and drifted for forty minutes with 130 people on board.',
      claimant: 'The Sallow Bay Observer',
      date: { edtf: 'XXXX-10-14', asWritten: '14 October' },
      type: 'event-property',
      tags: ['safety'],
    },
    evidence: [
      {
        from: 'coastguard',
        by: 'jiwoo',
        stance: 'supports',
        credibility: 2,
        directness: 'primary',
        passage: 'Alarm 19:52. Under tow 20:26. 127 passengers, 4 crew.',
      },
      {
        from: 'passenger',
        by: 'mara',
        stance: 'supports',
        credibility: 3,
        directness: 'primary',
        passage: 'First photograph in the dark 19:49, tug alongside 20:25.',
      },
      {
        from: 'union',
        by: 'tomas',
        stance: 'refutes',
        credibility: 4,
        directness: 'secondary',
        passage: 'The emergency supply worked throughout; steering was never lost.',
      },
    ],
    verdicts: [
      {
        by: 'jiwoo',
        rating: 'mostly-true',
        confidence: 'high',
        basis: 'The coastguard’s report, photographs with times.',
        rationale: '34 to 36 minutes rather than forty; 131 people. The rest is as told.',
      },
      {
        by: 'mara',
        rating: 'mostly-true',
        confidence: 'moderate',
        basis: 'Two independent records of the times.',
        rationale: 'Rounded, but the event is as described.',
      },
      {
        by: 'tomas',
        rating: 'half-true',
        confidence: 'low',
        basis: 'The union’s statement against the coastguard’s.',
        rationale:
          '“All power” is disputed: the union says that the emergency supply worked, and nobody has refuted it.',
      },
    ],
    reviews: [
      {
        by: 'jiwoo',
        of: 'tomas',
        outcome: 'disagree',
        reasons: ['single-origin'],
        comment: 'The statement was written by people who were not on board.',
      },
    ],
    ruling: {
      rating: 'mostly-true',
      explanation:
        'The ferry drifted for about 35 minutes with 131 people on board. Whether the emergency supply worked is disputed.',
    },
  },
  {
    key: 'switch',
    by: 'tomas',
    checks: 'content',
    says: {
      short: 'The crew had reported the faulty switch three times',
      restatement:
        'Before 14 October 2025 the crew had reported the faulty main switch three times.',
      claimant: 'Seafarers’ union',
      chain: [{ who: 'Seafarers’ union', how: 'statement', when: 'October 2025' }],
      type: 'event-property',
      tags: ['safety'],
    },
    evidence: [
      {
        from: 'union',
        by: 'tomas',
        stance: 'supports',
        credibility: 6,
        directness: 'secondary',
        passage: 'Our members had written it into the log on three occasions.',
        note: 'The log is with the operator, who does not show it.',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'not-enough-evidence',
        confidence: 'moderate',
        basis: 'One party’s word, and a log that nobody may see.',
        rationale: 'It may well be so. Nothing that we could read shows it.',
      },
    ],
    reviews: [
      {
        by: 'jiwoo',
        of: 'tomas',
        outcome: 'agree',
        reasons: ['single-origin'],
        comment: 'We asked the operator twice.',
      },
    ],
    ruling: {
      rating: 'not-enough-evidence',
      explanation: 'Only the union says so. The operator did not let us see the log.',
    },
  },
];
