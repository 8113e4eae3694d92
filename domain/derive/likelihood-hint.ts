/**
 * Likelihood is about the event, confidence about the basis; a sentence that
 * gives both can be read either way. English words only: elsewhere no hint.
 */
const likelihood =
  /\b(almost (no chance|certain(ly)?)|remote|(very |highly )?(un)?likely|(highly )?(im)?probabl[ey]|roughly even (chance|odds)|nearly certain(ly)?)\b/i;
const confidence = /\b((low|moderate|high) confidence|confiden(t|tly))\b/i;

/** The first sentence of a rationale that speaks of both; null where none does. */
export function likelihoodWithConfidence(rationale: string): string | null {
  const sentences = rationale.match(/[^.!?\n]+[.!?]*/g) ?? [];
  return (
    sentences
      .map((sentence) => sentence.trim())
      .find((sentence) => likelihood.test(sentence) && confidence.test(sentence)) ?? null
  );
}
