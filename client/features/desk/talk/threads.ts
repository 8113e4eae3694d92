/** The threads of a document as the desk shows them, and what of them is new to its reader. */
import type { PersonId } from '../../../../domain/id.ts';
import type { Comment } from '../../../../domain/record/comment.ts';
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

/** When I last read any of it; null for never. */
export function lastRead({ all, threads }: TalkRead): number | null {
  const latest = Math.max(all, ...Object.values(threads));
  return latest > 0 ? latest : null;
}
