/** Compares two texts apart from the page, which stays quick meanwhile. */
import { type Comparison, compare } from '../../../editor/compare.ts';

export interface ComparisonAsked {
  readonly asked: number;
  readonly original: string;
  readonly now: string;
}
export interface ComparisonGiven {
  readonly asked: number;
  readonly comparison: Comparison;
}

self.onmessage = ({ data: { asked, original, now } }: MessageEvent<ComparisonAsked>) => {
  const given: ComparisonGiven = { asked, comparison: compare(original, now) };
  self.postMessage(given);
};
