/** Comments put together as threads: what the Talk tab lists and what commands ask. */
import { mergedInto } from '../record/claim-records.ts';
import type { Comment } from '../record/comment.ts';
import { claimOf } from '../record/comment.ts';
import type { RecordState } from '../record/state.ts';

export interface Thread {
  readonly first: Comment;
  /** All of it in the order of time, the first included and deleted ones too. */
  readonly comments: readonly Comment[];
  readonly resolved: boolean;
  /** When something was last said in it, changed or decided about it. */
  readonly lastAt: number;
}

export function isResolved(first: Pick<Comment, 'turns'>): boolean {
  return first.turns.at(-1)?.resolved === true;
}

/** Threads in the order in which they began; those of which every word was deleted are left out. */
export function threadsOf(state: Pick<RecordState, 'comments'>): Thread[] {
  const byThread = new Map<string, Comment[]>();
  for (const comment of state.comments.values()) {
    const known = byThread.get(comment.thread);
    if (known) known.push(comment);
    else byThread.set(comment.thread, [comment]);
  }
  const threads: Thread[] = [];
  for (const [id, comments] of byThread) {
    const first = state.comments.get(id);
    if (!first || comments.every(({ deleted }) => deleted)) continue;
    comments.sort(byTime);
    threads.push({ first, comments, resolved: isResolved(first), lastAt: lastOf(first, comments) });
  }
  return threads.sort((a, b) => byTime(a.first, b.first));
}

/** Those about a claim, its evidence and its verdicts, and about the claims that were merged into it. */
export function threadsOn(
  state: Pick<RecordState, 'claims' | 'evidence'>,
  threads: readonly Thread[],
  claim: string,
): Thread[] {
  const here = new Set([claim, ...mergedInto(state, claim).map(({ id }) => id)]);
  return threads.filter(({ first }) => here.has(claimOf(state, first) ?? ''));
}

export function byTime(a: Comment, b: Comment): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

function lastOf(first: Comment, comments: readonly Comment[]): number {
  const turned = first.turns.at(-1)?.at ?? 0;
  return comments.reduce(
    (last, { modifiedAt, deleted }) => Math.max(last, deleted?.at ?? modifiedAt),
    turned,
  );
}
