/** My verdict before it is given: kept for each claim while the page is open, so that moving on loses nothing. */
import { useState } from 'react';
import type { Confidence, Judgement, Verdict } from '../../../../domain/record/verdict.ts';

export interface Draft {
  readonly rating: string | null;
  readonly confidence: Confidence;
  readonly basis: string;
  readonly rationale: string;
  /** Ids of the evidence that it rests on; null follows all that there is. */
  readonly evidence: readonly string[] | null;
}

/** By document and claim. */
const kept = new Map<string, Draft>();

export function draftOf(verdict: Verdict | undefined): Draft {
  const given: Judgement | undefined = verdict?.kind === 'verdict' ? verdict : undefined;
  return {
    rating: given?.rating ?? null,
    confidence: given?.confidence ?? 'moderate',
    basis: given?.basis ?? '',
    rationale: given?.rationale ?? '',
    evidence: given?.evidence.map(({ id }) => id) ?? null,
  };
}

/** `key` names document and claim. `set` changes some fields; `drop` goes back to what was given. */
export function useDraft(key: string, verdict: Verdict | undefined) {
  const [draft, setDraft] = useState(() => kept.get(key) ?? draftOf(verdict));
  return {
    draft,
    isDraft: kept.has(key),
    set(change: Partial<Draft>): void {
      setDraft((before) => {
        const next = { ...before, ...change };
        kept.set(key, next);
        return next;
      });
    },
    drop(): void {
      kept.delete(key);
    },
  };
}
