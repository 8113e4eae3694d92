/** Which claim of the list to go on with: the next one that waits for me, from here on and then from the beginning. */
import { type TaskKind, waitingFor } from '../../../../domain/derive/waiting.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import type { Desk } from '../desk-context.ts';

export type ListOfClaims = Pick<Desk, 'rows' | 'order' | 'anchors' | 'shown' | 'live'>;

/** Null where nothing of the list waits; `kind` asks for one kind of task alone. */
export function nextWaiting(
  { rows, order, anchors, shown, live }: ListOfClaims,
  record: RecordState,
  after: string,
  kind?: TaskKind,
): Claim | null {
  const waiting = new Map(
    rows
      .of(record, order, anchors)
      .filter(({ forMe }) => forMe)
      .map(({ claim }) => [claim.id, claim]),
  );
  const ids = shown.getIds();
  const at = ids.indexOf(after);
  for (const id of [...ids.slice(at + 1), ...ids.slice(0, Math.max(at, 0))]) {
    const claim = waiting.get(id);
    if (!claim) continue;
    if (kind === undefined) return claim;
    const tasks = waitingFor(record, claim, live.store.me.id, anchors.get(id));
    if (tasks.some((task) => task.kind === kind)) return claim;
  }
  return null;
}
