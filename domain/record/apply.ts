/** Laying puts over a state: the client's pending commands over what the server said. */
import { isIndexed, reindexed, type Replaced } from './claim-records.ts';
import type { Put, RecordState } from './state.ts';

/** A state with these puts over it; maps without a put are shared with `state`, an index is kept up. */
export function withPuts<State extends RecordState>(state: State, puts: readonly Put[]): State {
  const next: Record<string, unknown> = { ...state };
  const copied = new Set<string>();
  const replaced: Replaced[] = [];
  for (const put of puts) {
    if (put.root === 'settings') {
      next['settings'] = { ...(next['settings'] as object), [put.key]: put.value };
      continue;
    }
    if (!copied.has(put.root)) {
      next[put.root] = new Map(state[put.root] as ReadonlyMap<string, unknown>);
      copied.add(put.root);
    }
    const records = next[put.root] as Map<string, unknown>;
    replaced.push({ root: put.root, before: records.get(put.key), after: put.value });
    records.set(put.key, put.value);
  }
  if (isIndexed(state)) next['byClaim'] = reindexed(state.byClaim, replaced);
  return next as unknown as State;
}
