// The claims of the example on what comes out of the funnel.
import type { Check } from '../check.ts';

export const climate: readonly Check[] = [
  {
    key: 'said',
    by: 'tomas',
    checks: 'said',
    says: {
      short: 'The mayor claimed 80 percent less carbon dioxide',
      restatement:
        'On 4 March 2026 Mayor Ines Alder told reporters that the crossing causes 80 percent less carbon dioxide than before.',
      claimant: 'The Sallow Bay Observer',
      date: { edtf: 'XXXX-03-04', asWritten: '4 March' },
      type: 'quote-verification',
      tags: ['climate'],
    },
    evidence: [
      {
        from: 'press',
        by: 'tomas',
        stance: 'supports',
        credibility: 1,
        directness: 'primary',
        passage: '12:40: “… and that is eighty percent less carbon dioxide, every single trip.”',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'true',
        confidence: 'high',
        basis: 'A recording of the whole press conference.',
        rationale: 'She says it at minute 12:40, in nearly these words.',
      },
    ],
    reviews: [
      { by: 'jiwoo', of: 'tomas', outcome: 'agree', reasons: ['good-sources'], comment: '' },
    ],
    ruling: {
      rating: 'true',
      explanation: 'The recording of the press conference shows that she said it.',
    },
  },
  {
    key: 'emissions',
    by: 'tomas',
    checks: 'content',
    twin: 'said',
    says: {
      short: 'The crossing causes 80 percent less carbon dioxide',
      restatement:
        'With the electric ferry the crossing causes 80 percent less carbon dioxide than with the diesel boat.',
      claimant: 'Ines Alder',
      chain: [{ who: 'Ines Alder', how: 'told reporters', when: '4 March' }],
      type: 'numerical',
      tags: ['climate'],
    },
    evidence: [
      {
        from: 'yard',
        by: 'tomas',
        stance: 'refutes',
        credibility: 2,
        directness: 'primary',
        passage:
          'Measured at the funnel the saving is 81 percent. With the electricity of the local grid it is 52 percent.',
      },
      {
        from: 'grid',
        by: 'mara',
        stance: 'context',
        credibility: 2,
        directness: 'primary',
        passage: 'Gas: 46.3 percent.',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'half-true',
        confidence: 'high',
        basis: 'A study that measured both, and the grid’s own table.',
        rationale: 'True of the funnel alone. With the electricity it uses, about half is saved.',
      },
      {
        by: 'mara',
        rating: 'half-true',
        confidence: 'high',
        basis: 'The same study.',
        rationale: 'The figure exists, for something narrower than what she says.',
      },
      {
        by: 'jiwoo',
        rating: 'mostly-false',
        confidence: 'moderate',
        basis: 'The study, read by its summary.',
        rationale:
          '“The crossing causes” includes the power station. By that measure the claim is off by nearly thirty points.',
      },
    ],
    reviews: [],
    ruling: {
      rating: 'half-true',
      explanation:
        'Eighty percent holds for what the ferry itself emits. Counting the electricity that it uses, the crossing causes about half as much as before.',
    },
  },
  {
    key: 'only',
    by: 'mara',
    checks: 'content',
    says: {
      short: 'No other coastal town of this size has an electric ferry',
      restatement:
        'In March 2026 no other town on the coast with about 20,000 inhabitants ran an electric ferry.',
      claimant: 'Ines Alder',
      type: 'event-property',
      tags: ['climate'],
    },
    evidence: [
      {
        from: 'vessels',
        by: 'mara',
        stance: 'refutes',
        credibility: 1,
        directness: 'primary',
        passage: 'Harrow Sound (18,400 inhabitants), since 2022. Old Quay (21,000), since 2024.',
      },
    ],
    verdicts: [
      {
        by: 'mara',
        rating: 'false',
        confidence: 'high',
        basis: 'The register lists them by name.',
        rationale: 'Two towns of the same size run one, the first for four years.',
      },
      {
        by: 'tomas',
        rating: 'false',
        confidence: 'high',
        basis: 'The register.',
        rationale: 'Harrow Sound alone is enough.',
      },
    ],
    reviews: [],
    ruling: {
      rating: 'false',
      explanation: 'Harrow Sound has run one since 2022 and Old Quay since 2024.',
    },
  },
  {
    key: 'grid',
    by: 'mara',
    checks: 'content',
    says: {
      short: 'Nearly half of local power came from gas in 2025',
      restatement: 'In 2025 nearly half of the electricity on the Coastal Grid came from gas.',
      claimant: 'Coastal Grid',
      date: { edtf: '2025', asWritten: '2025' },
      type: 'numerical',
      tags: ['climate'],
    },
    evidence: [
      {
        from: 'grid',
        by: 'mara',
        stance: 'supports',
        credibility: 2,
        directness: 'primary',
        passage: 'Gas: 46.3 percent.',
      },
    ],
    verdicts: [
      {
        by: 'mara',
        rating: 'true',
        confidence: 'high',
        basis: 'The operator’s own table.',
        rationale: '46.3 percent is fairly called nearly half.',
      },
    ],
    reviews: [
      { by: 'jiwoo', of: 'mara', outcome: 'agree', reasons: ['good-sources'], comment: '' },
    ],
    ruling: { rating: 'true', explanation: 'The grid operator’s table says 46.3 percent.' },
  },
];
