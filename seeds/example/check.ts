// What was found about one claim of the example.
import type { Claim } from '../../domain/record/claim.ts';
import type { Evidence } from '../../domain/record/evidence.ts';
import type { ReviewOutcome, ReviewReason } from '../../domain/record/review.ts';
import type { Confidence } from '../../domain/record/verdict.ts';
import type { Who } from './people.ts';
import type { SourceKey } from './sources.ts';

export interface Piece {
  readonly from: SourceKey;
  readonly by: Who;
  readonly stance: Evidence['stance'];
  readonly credibility: Evidence['credibility'];
  readonly directness: Evidence['directness'];
  readonly passage: string;
  readonly note?: string;
}

export interface Held {
  readonly by: Who;
  readonly rating: string;
  readonly confidence: Confidence;
  readonly basis: string;
  readonly rationale: string;
}

export interface Reviewed {
  readonly by: Who;
  readonly of: Who;
  readonly outcome: ReviewOutcome;
  readonly reasons: readonly ReviewReason[];
  readonly comment: string;
}

export interface Ruled {
  readonly rating: string;
  readonly explanation: string;
}

export interface Check {
  /** As in the report's text. */
  readonly key: string;
  readonly by: Who;
  readonly checks: Claim['checks'];
  /** The key of the claim over the same words that asks the other question. */
  readonly twin?: string;
  readonly says: Partial<
    Pick<
      Claim,
      'restatement' | 'short' | 'claimant' | 'chain' | 'date' | 'type' | 'likelihood' | 'tags'
    >
  >;
  readonly evidence: readonly Piece[];
  readonly verdicts: readonly Held[];
  readonly reviews: readonly Reviewed[];
  readonly ruling: Ruled;
  /** The rating of a first ruling that turned out to be wrong. */
  readonly corrects?: Ruled;
}
