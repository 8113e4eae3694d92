/** Resolving and reopening a thread: the same step, one way and the other. */
import type { PersonId } from '../id.ts';
import { canFit, TURNS_BYTES } from '../record/codec.ts';
import type { Turn } from '../record/comment.ts';
import type { RecordState } from '../record/state.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { isResolved } from '../talk/thread.ts';
import type { Outcome } from './command.ts';
import { liveThread } from './targets.ts';

export function turnThread(
  state: RecordState,
  { threadId, reason, resolved }: { threadId: string; reason: string; resolved: boolean },
  { actor, now }: { actor: PersonId; now: number },
): Outcome | Refusal {
  const first = liveThread(state, threadId);
  if (isRefusal(first)) return first;
  if (isResolved(first) === resolved) {
    return refuse(
      'nothing-to-change',
      resolved ? 'This thread is resolved already.' : 'This thread is open already.',
    );
  }
  const value = {
    ...first,
    turns: recentTurns([...first.turns, { resolved, at: now, by: actor, reason }]),
  };
  return { puts: [{ root: 'comments', key: threadId, value }] };
}

/** As many of the latest as the record has room for; the log knows them all. */
function recentTurns(turns: readonly Turn[]): Turn[] {
  let recent = [...turns];
  while (recent.length > 1 && !canFit({ turns: recent }, TURNS_BYTES)) recent = recent.slice(1);
  return recent;
}
