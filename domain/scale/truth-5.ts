import type { Scale } from './scale.ts';

/** The default: five ordered ratings from true to false, and four off the scale. */
export const truth5: Scale = {
  id: 'truth-5',
  label: 'True to false',
  ratings: [
    { id: 'true', label: 'True', letters: 'T', step: 0, colour: 'true' },
    { id: 'mostly-true', label: 'Mostly true', letters: 'MT', step: 1, colour: 'mostly-true' },
    { id: 'half-true', label: 'Half true', letters: 'HT', step: 2, colour: 'half-true' },
    { id: 'mostly-false', label: 'Mostly false', letters: 'MF', step: 3, colour: 'mostly-false' },
    { id: 'false', label: 'False', letters: 'F', step: 4, colour: 'false' },
    {
      id: 'not-enough-evidence',
      label: 'Not enough evidence',
      letters: 'NE',
      step: null,
      colour: 'off-scale',
    },
    {
      id: 'missing-context',
      label: 'Missing context',
      letters: 'MC',
      step: null,
      colour: 'off-scale',
    },
    { id: 'opinion', label: 'Opinion', letters: 'OP', step: null, colour: 'off-scale' },
    { id: 'not-a-claim', label: 'Not a claim', letters: 'NC', step: null, colour: 'off-scale' },
  ],
};
