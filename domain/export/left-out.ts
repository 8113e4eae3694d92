/** What a file will not hold, in numbers: the dialog says so before, the file itself afterwards. */
import { stands } from '../record/merged-claims.ts';
import type { RecordState } from '../record/state.ts';
import type { Selection } from './selection.ts';
import { withhold } from './withhold.ts';

export interface LeftOut {
  readonly claims: number;
  readonly evidence: number;
  /** Evidence among it that rests on protected sources. */
  readonly protectedEvidence: number;
  readonly sources: number;
  readonly verdicts: number;
  readonly reviews: number;
  readonly rulings: number;
  /** Deleted ones do not count. */
  readonly comments: number;
  /** Whether those who worked on it stay unnamed. */
  readonly names: boolean;
  /** Whether the file that the text came from stays here. */
  readonly original: boolean;
}

export function leftOut(records: RecordState, selection: Selection): LeftOut {
  const kept = withhold(records, selection);
  const isProtected = (source: string) => records.sources.get(source)?.protected === true;
  return {
    // Of one that was split the file says that it was, no more.
    claims: [...records.claims.values()].filter(
      (claim) =>
        !kept.claims.has(claim.id) || (!selection.withdrawn && !stands(records.claims, claim)),
    ).length,
    evidence: records.evidence.size - kept.evidence.size,
    protectedEvidence:
      selection.audience === 'public' && !selection.brief
        ? [...records.evidence.values()].filter(
            (piece) => isProtected(piece.source) && !piece.removed && kept.claims.has(piece.claim),
          ).length
        : 0,
    sources: records.sources.size - kept.sources.size,
    verdicts: records.verdicts.size - kept.verdicts.size,
    reviews: records.reviews.size - kept.reviews.size,
    rulings: records.rulings.size - kept.rulings.size,
    comments: spoken(records) - spoken(kept),
    names: !selection.names,
    original: records.settings.original !== null && kept.settings.original === null,
  };
}

function spoken({ comments }: RecordState): number {
  return [...comments.values()].filter(({ deleted }) => !deleted).length;
}

/** "3 withdrawn claims": what stays out, a line each; empty where nothing does. */
export function leftOutWords(left: LeftOut): string[] {
  const counted: readonly (readonly [number, string, string])[] = [
    [left.claims, 'withdrawn claim', 'withdrawn claims'],
    [left.rulings, 'ruling', 'rulings'],
    [left.evidence, 'piece of evidence', 'pieces of evidence'],
    [left.sources, 'source', 'sources'],
    [left.verdicts, 'verdict', 'verdicts'],
    [left.reviews, 'review', 'reviews'],
    [left.comments, 'comment', 'comments'],
  ];
  const words = counted
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  if (left.names) words.push('the names of those who worked on it');
  if (left.original) words.push('the file that the text came from');
  return words;
}
