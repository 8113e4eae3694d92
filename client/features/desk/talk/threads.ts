/** The threads of a document as the desk shows them, and what of them is new to its reader. */
import type { PersonId } from '../../../../domain/id.ts';
import { claimOf, type Comment } from '../../../../domain/record/comment.ts';
import { wentInto } from '../../../../domain/record/merged-claims.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { type Thread, threadsOf } from '../../../../domain/talk/thread.ts';
import type { TalkRead } from '../../api/notifications.ts';

const known = new WeakMap<RecordState['comments'], readonly Thread[]>();

/** Read once for each state of the comments, however many parts of the page ask. */
export function threadsIn({ comments }: Pick<RecordState, 'comments'>): readonly Thread[] {
  const before = known.get(comments);
  if (before) return before;
  const threads = threadsOf({ comments });
  known.set(comments, threads);
  return threads;
}

/** What others said in it since I read it; none before it is known how far I read. */
export function unreadIn(
  thread: Thread,
  read: TalkRead | undefined,
  me: PersonId,
): readonly Comment[] {
  if (!read) return [];
  const upto = Math.max(read.all, read.threads[thread.first.id] ?? 0);
  return thread.comments.filter(
    ({ createdBy, createdAt, deleted }) => createdBy !== me && !deleted && createdAt > upto,
  );
}

/** How many comments are new to me, by the claim whose Talk tab shows them; claims without any are not in it. */
export function unreadByClaim(
  record: Pick<RecordState, 'claims' | 'comments' | 'evidence'>,
  read: TalkRead | undefined,
  me: PersonId,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const thread of threadsIn(record)) {
    const about = claimOf(record, thread.first);
    const unread = about === null ? 0 : unreadIn(thread, read, me).length;
    if (about === null || unread === 0) continue;
    const claim = wentInto(record.claims, about);
    counts.set(claim, (counts.get(claim) ?? 0) + unread);
  }
  return counts;
}

/** When I last read any of it; null for never. */
export function lastRead({ all, threads }: TalkRead): number | null {
  const latest = Math.max(all, ...Object.values(threads));
  return latest > 0 ? latest : null;
}
