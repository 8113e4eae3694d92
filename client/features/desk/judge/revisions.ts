/**
 * Earlier revisions of a record, and words that it holds cut read whole: both
 * come from the log, when somebody asks for them.
 */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { instant, personId } from '../../../../domain/id.ts';
import { isCut } from '../../../../domain/record/codec.ts';
import { comment, type Comment } from '../../../../domain/record/comment.ts';
import { evidence, type Evidence } from '../../../../domain/record/evidence.ts';
import { review, type Review } from '../../../../domain/record/review.ts';
import { ruling, type Ruling } from '../../../../domain/record/ruling.ts';
import { type Judgement, verdict, verdictKey } from '../../../../domain/record/verdict.ts';
import { path } from '../../api/documents.ts';
import { request } from '../../api/request.ts';

/** A record, at the state in which this page knows it. */
export interface RecordAt {
  readonly root: 'claims' | 'evidence' | 'verdicts' | 'reviews' | 'rulings' | 'comments';
  readonly key: string;
  /** Tells one state of the record from the next. */
  readonly version: number;
}

/** Words of a record: as they stand here, and how to take the whole ones from a revision. */
export interface LongWords extends RecordAt {
  readonly words: string;
  read(revision: unknown): string | null;
}

export const passageOf = (piece: Evidence): LongWords => ({
  root: 'evidence',
  key: piece.id,
  version: piece.version,
  words: piece.passage,
  read: (value) => evidence.safeParse(value).data?.passage ?? null,
});

export const rationaleOf = (given: Judgement): LongWords => ({
  root: 'verdicts',
  key: verdictKey(given.claim, given.author),
  version: given.revision,
  words: given.rationale,
  read(value) {
    const found = verdict.safeParse(value).data;
    return found?.kind === 'verdict' ? found.rationale : null;
  },
});

export const commentOf = (given: Review): LongWords => ({
  root: 'reviews',
  key: given.id,
  version: 1,
  words: given.comment,
  read: (value) => review.safeParse(value).data?.comment ?? null,
});

export const suggestionOf = (given: Review): LongWords => ({
  root: 'reviews',
  key: given.id,
  version: 1,
  words: given.suggestion?.rationale ?? '',
  read: (value) => review.safeParse(value).data?.suggestion?.rationale ?? null,
});

export const explanationOf = (given: Ruling): LongWords => ({
  root: 'rulings',
  key: given.id,
  version: 1,
  words: given.explanation,
  read: (value) => ruling.safeParse(value).data?.explanation ?? null,
});

export const remarkOf = (given: Comment): LongWords => ({
  root: 'comments',
  key: given.id,
  version: given.revision,
  words: given.comment,
  read: (value) => comment.safeParse(value).data?.comment ?? null,
});

const page = z.object({
  revisions: z.array(z.object({ seq: z.int(), at: instant, actor: personId, value: z.unknown() })),
  next: z.nullable(z.int()),
});

/** Newest first; at most 50, which nobody reaches by hand. */
export function revisionsQuery(document: string, { root, key, version }: RecordAt) {
  return queryOptions({
    queryKey: ['revisions', document, root, key, version],
    queryFn: () =>
      request(
        page,
        'GET',
        `${path(document)}/records/${root}/${encodeURIComponent(key)}/revisions?limit=50`,
      ),
    // What the log says of a version does not change.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The words whole: those here where they are not cut. */
export function wholeQuery(document: string, long: LongWords) {
  return queryOptions({
    ...revisionsQuery(document, long),
    enabled: isCut(long.words),
    select: ({ revisions }): string | null => {
      // The words here are the beginning of those that are meant.
      const start = long.words.slice(0, -1);
      const whole = revisions.map(({ value }) => long.read(value));
      return whole.find((words) => words?.startsWith(start)) ?? null;
    },
  });
}
